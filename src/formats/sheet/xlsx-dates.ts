import { scanXml } from '../xml/scan.ts';

/** Number formats of Excel that are dates by their number (ECMA-376 part 1, 18.8.30). */
const builtIn = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

/** A format code with a year or a day outside quotes and brackets writes a date. */
const isDateCode = (code: string): boolean =>
  /[yd]|年|日/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')) && !/^general$/i.test(code);

/** The cell styles whose numbers are dates. */
export function dateStyles(styles: string): Set<number> {
  const own = new Set<number>();
  const dates = new Set<number>();
  let inCells = false;
  let style = 0;
  scanXml(styles, {
    open: (element, { numFmtId, formatCode }) => {
      if (element === 'numFmt' && isDateCode(formatCode ?? '')) own.add(Number(numFmtId));
      else if (element === 'cellXfs') inCells = true;
      else if (element === 'xf' && inCells) {
        if (builtIn.has(Number(numFmtId)) || own.has(Number(numFmtId))) dates.add(style);
        style++;
      }
    },
    close: (element) => {
      if (element === 'cellXfs') inCells = false;
    },
    text: () => undefined,
  });
  return dates;
}

const dayMs = 86_400_000;

/** `YYYY-MM-DD` of a serial day; Excel counts a 29 February 1900 that never was. */
export function dateText(serial: number, since1904: boolean): string | null {
  const days = Math.floor(serial) + (since1904 ? 1462 : 0);
  if (!(days >= 1 && days <= 2_958_465)) return null;
  const from1900 = Date.UTC(1899, 11, days < 60 ? 31 : 30);
  return new Date(from1900 + days * dayMs).toISOString().slice(0, 10);
}
