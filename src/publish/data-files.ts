import type { Bounds } from '../domain/geometry/columns/bounds.ts';
import { firstFile } from './files/first.ts';
import { ParkTable } from './files/park-table.ts';
import type { Publication } from './publication.ts';
import type { FirstFile } from './shape/published.ts';
import { parkFile } from './words/park-file.ts';

/** A file of a version, its path below `data/VERSION/`. */
export interface DataFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

const encoder = new TextEncoder();
const json = (path: string, content: object): DataFile => ({ path, bytes: encoder.encode(JSON.stringify(content)) });

/** The data of a published map, file after file; the same of the same city to the last byte. */
export function* dataFiles(publication: Publication): Generator<DataFile> {
  const { wording } = publication;
  const table = new ParkTable(wording);
  const boxes: Bounds[] = [];
  const has: FirstFile['has'] = { idle: false, supply: false, check: false, tiles: false };
  for (const park of publication.parks()) {
    table.add(park);
    if (park.bounds) boxes.push(park.bounds);
    yield json(`parks/${park.slug}.json`, parkFile(park, wording));
  }
  yield json('first.json', firstFile(publication, table, boxes, has));
}
