import type { Land } from '../domain/land/land.ts';
import { ok, type Result } from '../domain/outcome.ts';
import type { FormatRefusal, NamedBytes } from '../formats/contract.ts';
import { writeFiles } from '../formats/index.ts';

/** A format that keeps all there is of a project, as one file. */
export type WholeFormat = 'ytp' | 'geojson';

/** All that is open as one file, what was changed with the rest; called like `source`, the file it came from. */
export async function wholeFile(
  land: Land,
  format: WholeFormat,
  source: string,
): Promise<Result<NamedBytes, FormatRefusal>> {
  const name = source.replace(/(\.[a-z]+)?\.[^.]*$/i, '') || 'yuantu';
  const written = await writeFiles(format, land.project, { name });
  return written.ok ? ok(written.value.files[0]) : written;
}
