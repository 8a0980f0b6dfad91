import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { PackRefusal, ListedTownship } from '../shape/pack.ts';

/** `code9,name,county6,county` with a heading line; no field holds a comma. */
export function readTownships(file: string, text: string | undefined): Result<readonly ListedTownship[], PackRefusal> {
  if (text === undefined) return refuse('missing-file', { file });
  const rows = text.split(/\r?\n/).map((row, index) => ({ line: index + 1, cells: row.split(',') }));
  const townships: ListedTownship[] = [];
  for (const { line, cells } of rows.slice(1)) {
    if (cells.length === 1 && cells[0] === '') continue;
    const [code, name, districtCode] = cells;
    if (cells.length !== 4 || !/^\d{9}$/.test(code) || !name || !/^\d{6}$/.test(districtCode))
      return refuse('not-csv', { file, line, detail: cells.join(',') });
    townships.push({ code, name, districtCode });
  }
  return ok(townships);
}
