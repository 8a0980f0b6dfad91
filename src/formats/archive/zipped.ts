import { zipSync } from 'fflate';
import type { NamedBytes } from '../contract.ts';

/** Files in an archive of that name. The same files give the same bytes: zip dates a file, and this date is always one. */
export const zipped = (name: string, files: readonly NamedBytes[]): NamedBytes => ({
  name,
  bytes: zipSync(Object.fromEntries(files.map((file) => [file.name, file.bytes])), { mtime: new Date(2000, 0, 1) }),
});
