import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { FormatRefusal } from '../contract.ts';
import { decodeText } from '../text/decode.ts';

interface Text {
  readonly text: string;
  readonly guessed: boolean;
}

/** `$DWGCODEPAGE` and, from 2007 on, UTF-8 say how the text is written; the bytes themselves decide where they can. */
export function drawingText(name: string, bytes: Uint8Array): Result<Text, FormatRefusal> {
  const head = String.fromCharCode(...bytes.subarray(0, 4096));
  if (head.startsWith('AutoCAD Binary DXF')) return refuse('cad-binary', { name });
  const decoded = decodeText(bytes, name);
  const page = /\$DWGCODEPAGE\s+3\s+(\S+)/.exec(head)?.[1] ?? '';
  if (decoded.ok) return ok({ text: decoded.value.text, guessed: decoded.value.guessed && !/936|gb/i.test(page) });
  // Numbers and layers can be read in any western code page, and nothing else is needed.
  return ok({ text: new TextDecoder('windows-1252').decode(bytes), guessed: false });
}
