import type { Bounds } from '../domain/geometry/columns/bounds.ts';
import type { ParkFacts } from '../domain/land/facts.ts';
import { checkedPark } from './check/checked-park.ts';
import { offeredLand, type OfferedLand } from './collect/offered-land.ts';
import type { PublishedPark } from './collect/published-park.ts';
import { CheckRecords } from './files/check-records.ts';
import { checkFiles } from './files/check.ts';
import { firstFile } from './files/first.ts';
import { idleFile } from './files/idle.ts';
import { ParkTable } from './files/park-table.ts';
import { searchFile } from './files/search.ts';
import { supplyFile } from './files/supply.ts';
import type { Publication } from './publication.ts';
import type { CheckedPark, FirstFile, OutlinesFile, ParkFile } from './shape/published.ts';
import { tilesOf } from './tiles/archive.ts';
import type { PublishedLand } from './tiles/published-land.ts';
import { parkFile } from './words/park-file.ts';

/** A file of a version, its path below `data/VERSION/`: its bytes, or what makes them, piece by piece and last what goes in front. */
export type DataFile = { readonly path: string } & (
  { readonly bytes: Uint8Array } | { readonly made: (spill: (piece: Uint8Array) => void) => Uint8Array }
);

const encoder = new TextEncoder();
const json = (path: string, content: object): DataFile => ({ path, bytes: encoder.encode(JSON.stringify(content)) });

/** What is kept of parks as they are told, for the files of all of them. */
class CollectedParks {
  readonly table: ParkTable;
  readonly check: CheckRecords;
  readonly boxes: Bounds[] = [];
  readonly outlines: OutlinesFile['parks'][number][] = [];
  readonly addresses: string[] = [];
  readonly facts: ParkFacts[] = [];
  readonly checked: CheckedPark[] = [];

  constructor({ wording, input }: Publication) {
    this.table = new ParkTable(wording);
    this.check = new CheckRecords(input.settings);
  }

  add(park: PublishedPark): void {
    this.table.add(park);
    this.check.add(park);
    if (park.bounds) this.boxes.push(park.bounds);
    this.outlines.push(park.outline);
    this.addresses.push(park.facts.park.address ?? '');
    this.facts.push(park.facts);
    this.checked.push(checkedPark(park.facts, park.findings));
  }
}

interface Land {
  readonly collected: CollectedParks;
  readonly offered: readonly OfferedLand[];
  readonly first: FirstFile;
}

const landOf = ({ input, withheld }: Publication, { collected, offered, first }: Land): PublishedLand => ({
  city: input.city,
  pack: input.law.pack,
  thinning: input.settings,
  withheld,
  first,
  outlines: collected.outlines,
  idle: offered,
  backdrop: input.backdrop,
});

/** Who is told of what is in the files as they come, to make pages of it. */
interface Listener {
  readonly park?: (card: ParkFile) => Promise<void>;
  readonly first?: (file: FirstFile) => void;
}

/** The data of a published map, file after file; the same of the same city to the last byte. */
export async function* dataFiles(publication: Publication, listener: Listener = {}): AsyncGenerator<DataFile> {
  const { wording, places, input, withheld } = publication;
  const { city, law } = input;
  const collected = new CollectedParks(publication);
  for (const park of publication.parks()) {
    collected.add(park);
    const card = parkFile(park, wording);
    await listener.park?.(card);
    yield json(`parks/${card.slug}.json`, card);
  }
  const offered = [...offeredLand(city, law.pack)].filter(({ key }) => !withheld.parcels.has(key));
  const idle = idleFile(offered, places, law.pack);
  if (idle.land.length > 0) yield json('idle.json', idle);
  const { english } = wording;
  const supply = supplyFile({ city, judgement: city.judge(law), facts: collected.facts, english });
  if (supply.tables.length > 0) yield json('supply.json', supply);
  yield json('outlines.json', { parks: collected.outlines, townships: places.outlines } satisfies OutlinesFile);
  const { records, file } = await checkFiles(collected.check.project(city), collected.checked, law);
  yield { path: 'check.ytp', bytes: records };
  yield json('check.json', file);
  const first = firstFile(publication, collected.table, collected.boxes, {
    idle: idle.land.length > 0,
    supply: supply.tables.length > 0,
    check: true,
    tiles: true,
  });
  yield {
    path: 'land.pmtiles',
    made: (spill) => tilesOf(landOf(publication, { collected, offered, first }), spill),
  };
  listener.first?.(first);
  yield json('search.json', searchFile(first, collected.addresses));
  yield json('first.json', first);
}
