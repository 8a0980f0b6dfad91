import type { Project } from '../domain/land/model.ts';
import { ok, type Result } from '../domain/outcome.ts';
import type { FormatRefusal, NamedBytes } from '../formats/contract.ts';
import { zipped } from '../formats/archive/zipped.ts';
import { writeFiles, type Format } from '../formats/index.ts';
import type { SavedFile } from './view.ts';

/** A project in a format, as one file named `name` with the ending of what it is. */
export async function savedFile(
  project: Project,
  format: Format,
  name: string,
): Promise<Result<SavedFile, FormatRefusal>> {
  const written = await writeFiles(format, project, { name });
  if (!written.ok) return written;
  return ok({ file: oneFile(written.value.files, name), notes: written.value.notes });
}

/** Several files of one format come zipped. */
function oneFile(files: readonly NamedBytes[], name: string): NamedBytes {
  if (files.length === 1) return files[0];
  return zipped(`${name}.zip`, files);
}
