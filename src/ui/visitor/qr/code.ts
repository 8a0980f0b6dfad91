import { encode } from 'uqr';

/** A QR code as one SVG path, a unit a module 码元; `size` with the quiet zone of four modules that readers need around it. */
export interface QrDrawing {
  readonly size: number;
  readonly path: string;
}

const QUIET = 4;

/** Medium correction (M, 15 %): a sheet on a wall gets dirty. Null where the text is longer than a code holds (2331 bytes). */
export function qrDrawing(text: string): QrDrawing | null {
  if (new TextEncoder().encode(text).length > 2331) return null;
  const { size, data } = encode(text, { ecc: 'M', border: 0, boostEcc: true });
  return { size: size + 2 * QUIET, path: data.flatMap((row, y) => runsOf(row, y + QUIET)).join('') };
}

/** Dark modules of a row that lie side by side are one rectangle, so that no hair of white is seen between them. */
function runsOf(row: readonly boolean[], y: number): string[] {
  const runs: string[] = [];
  for (let from = 0, x = 0; x <= row.length; x++) {
    if (row[x]) continue;
    if (x > from) runs.push(`M${from + QUIET} ${y}h${x - from}v1h${from - x}z`);
    from = x + 1;
  }
  return runs;
}
