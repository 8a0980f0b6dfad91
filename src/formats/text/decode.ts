import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { FormatRefusal } from '../contract.ts';

export type Encoding = 'UTF-8' | 'GBK';
export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  /** Nothing in the file said so: the bytes only allow it. */
  readonly guessed: boolean;
}

/** The text, or null where the bytes are not in the encoding. GB18030 holds all of GBK. */
export function decodeAs(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding === 'GBK' ? 'gb18030' : 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** UTF-8 where a byte order mark or the bytes say so (GBK text is hardly ever valid UTF-8 as well), else GBK. */
export function decodeText(bytes: Uint8Array, where: string): Result<Decoded, FormatRefusal> {
  const utf8 = decodeAs(bytes, 'UTF-8');
  if (utf8 !== null) return ok({ text: utf8, encoding: 'UTF-8', guessed: false });
  const gbk = decodeAs(bytes, 'GBK');
  if (gbk !== null) return ok({ text: gbk, encoding: 'GBK', guessed: true });
  return refuse('encoding-broken', { where });
}
