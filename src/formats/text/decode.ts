import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { FormatRefusal } from '../contract.ts';

export type Encoding = 'UTF-8' | 'GBK' | 'UTF-16LE' | 'UTF-16BE';
export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  /** Nothing in the file said so: the bytes only allow it. */
  readonly guessed: boolean;
}

/** The text, or null where the bytes are not in the encoding. GB18030 holds all of GBK. */
export function decodeAs(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding === 'GBK' ? 'gb18030' : encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The same for bytes that end anywhere: the beginning of a character at their end, and nothing else, is left out. */
export function decodeCut(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    // Left open, the decoder keeps what may yet become a character.
    return new TextDecoder(encoding === 'GBK' ? 'gb18030' : encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return null;
  }
}

/** UTF-8 where a byte order mark or the bytes say so (GBK text is hardly ever valid UTF-8 as well), else GBK. */
export function decodeText(bytes: Uint8Array, where: string): Result<Decoded, FormatRefusal> {
  const sixteen = utf16Of(bytes);
  if (sixteen) {
    const text = decodeAs(bytes, sixteen);
    return text === null ? refuse('encoding-broken', { where }) : ok({ text, encoding: sixteen, guessed: false });
  }
  const utf8 = decodeAs(bytes, 'UTF-8');
  if (utf8 !== null) return ok({ text: utf8, encoding: 'UTF-8', guessed: false });
  const gbk = decodeAs(bytes, 'GBK');
  if (gbk !== null) return ok({ text: gbk, encoding: 'GBK', guessed: true });
  return refuse('encoding-broken', { where });
}

/** What 记事本 calls “Unicode” begins with a byte order mark; without one it is not told from GBK. */
export function utf16Of([first, second]: Uint8Array): 'UTF-16LE' | 'UTF-16BE' | null {
  if (first === 0xff && second === 0xfe) return 'UTF-16LE';
  return first === 0xfe && second === 0xff ? 'UTF-16BE' : null;
}
