import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The date every file of an archive bears, in local time as zip keeps it; it says nothing. */
const ALWAYS = new Date(2000, 0, 1);
const PROPERTIES = 'docProps/core.xml';

/**
 * An office document without the moment it was made: the same report gives the same bytes, so that two of them can be
 * held against each other and a copy is known for one.
 */
export function steady(document: Uint8Array): Uint8Array {
  const parts = unzipSync(document);
  if (Object.hasOwn(parts, PROPERTIES))
    parts[PROPERTIES] = strToU8(
      strFromU8(parts[PROPERTIES]).replace(/<dcterms:(created|modified)\b[^>]*>[^<]*<\/dcterms:\1>/g, ''),
    );
  return zipSync(parts, { mtime: ALWAYS });
}
