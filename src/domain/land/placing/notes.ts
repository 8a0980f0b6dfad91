import { SAID } from './placed-parcel.ts';

/** What the boundaries of townships, zones or parcels, and the codes of townships, said. */
export interface PlacingNote {
  readonly code:
    | 'township-by-boundary' // {count, divided}: parcels without a township, now in the one that holds most of them
    | 'township-differs' // {count, ids}: the recorded township holds less of the parcel than another
    | 'township-overlaps' // {count, ids}: two townships each hold most of the parcel, and one had to be taken
    | 'township-is-district' // {count, ids}: the code recorded for the township is the district's, and was not taken
    | 'district-differs' // {count, ids}: the recorded district is not that of the township
    | 'zone-by-boundary' // {count, divided}: the same of zones
    | 'zone-overlaps' // {count, ids}: the same of zones
    | 'park-crowded'; // {count, ids}: parks with too many parcels on each other to tell how they lie
  readonly params: Readonly<Record<string, string | number>>;
}

/** Ids named in a note. */
const NAMED = 5;

/** Counts records and names the first; no note where there are none. */
class Tally {
  count = 0;
  divided = 0;
  readonly #ids: string[] = [];

  add(id: () => string, isDivided: boolean): void {
    this.count++;
    if (isDivided) this.divided++;
    if (this.#ids.length < NAMED) this.#ids.push(id());
  }

  named(code: PlacingNote['code']): PlacingNote[] {
    if (this.count === 0) return [];
    const ids = this.#ids.join('、') + (this.count > NAMED ? '…' : '');
    return [{ code, params: { count: this.count, ids } }];
  }

  counted(code: PlacingNote['code']): PlacingNote[] {
    return this.count === 0 ? [] : [{ code, params: { count: this.count, divided: this.divided } }];
  }
}

/** In the order in which they are told: what is said of a parcel, the note, and what makes one count as divided. */
const told = [
  [SAID.townshipIsDistrict, 'township-is-district'],
  [SAID.townshipTold, 'township-by-boundary', SAID.townshipDivided],
  [SAID.townshipOverlaps, 'township-overlaps'],
  [SAID.townshipDiffers, 'township-differs'],
  [SAID.districtDiffers, 'district-differs'],
  [SAID.developmentTold, 'zone-by-boundary', SAID.developmentDivided],
  [SAID.developmentOverlaps, 'zone-overlaps'],
  [SAID.zoneTold, 'zone-by-boundary', SAID.zoneDivided],
  [SAID.zoneOverlaps, 'zone-overlaps'],
] as const satisfies readonly (readonly [number, PlacingNote['code'], number?])[];

/** Visits what was said of each parcel, in the order of the file, and tells its id where that is asked for. */
type EachSaid = (visit: (said: number, id: () => string) => void) => void;

/** What was said of parcels, and the parks that are crowded. */
export function placingNotes(eachSaid: EachSaid, crowded: readonly { readonly id: string }[]): readonly PlacingNote[] {
  const tallies = told.map(() => new Tally());
  eachSaid((said, id) => {
    if (said === 0) return;
    for (let n = 0; n < told.length; n++) {
      const [bit, , divided = 0] = told[n];
      if (said & bit) tallies[n].add(id, (said & divided) !== 0);
    }
  });
  const parks = new Tally();
  for (const { id } of crowded) parks.add(() => id, false);
  const notes = told.flatMap(([, code, divided], n) =>
    divided === undefined ? tallies[n].named(code) : tallies[n].counted(code),
  );
  return [...notes, ...parks.named('park-crowded')];
}
