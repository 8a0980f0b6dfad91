import { decodeAs } from '../text/decode.ts';

/** `\U+4E2D` and, in code page 936, `\M+5D6D0`: characters of a text in older drawings. */
function unescaped(text: string): string {
  return text
    .replace(/\\U\+([0-9A-Fa-f]{4})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    .replace(/\\M\+5([0-9A-Fa-f]{4})/g, (whole, hex: string) => {
      const code = parseInt(hex, 16);
      return decodeAs(Uint8Array.of(code >> 8, code & 0xff), 'GBK') ?? whole;
    });
}

const symbols: Readonly<Record<string, string>> = { d: '°', p: '±', c: '⌀', '%': '%', u: '', o: '', k: '' };

/** The value of a TEXT: characters spelt out, `%%d` and the like as what they stand for. */
export const plainText = (text: string): string =>
  unescaped(text)
    .replace(/%%([dpcuok%])/gi, (_, letter: string) => symbols[letter.toLowerCase()])
    .trim();

/** The paragraphs of an MTEXT without fonts, heights, colours and braces, none of them empty. */
export function mtextLines(text: string): readonly string[] {
  return unescaped(text)
    .replace(/\\\\|\\\{|\\\}/g, (pair) => ({ '\\\\': '\u0001', '\\{': '\u0002' })[pair] ?? '\u0003')
    .replace(/\\[ACFHQTWfp][^;\\{}]{0,200};/g, '')
    .replace(/\\S([^;\\{}]{0,200});/g, (_, stacked: string) => stacked.replace(/[\^#]/, '/'))
    .replace(/\\P/g, '\n')
    .replace(/\\[n~]/g, ' ')
    .replace(/\\[LlOoKk]/g, '')
    .replace(/[{}]/g, '')
    .replaceAll('\u0001', '\\')
    .replaceAll('\u0002', '{')
    .replaceAll('\u0003', '}')
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
}
