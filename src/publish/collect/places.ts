import type { Position } from 'geojson';
import type { City } from '../../city/city.ts';
import { naming } from '../../city/place-names.ts';
import { pointInside } from '../../domain/geometry/lines/point-inside.ts';
import { codeOf, districtOfTownship } from '../../domain/land/township.ts';
import type { Parcel, Park } from '../../domain/land/model.ts';
import type { Pack } from '../../policy/shape/pack.ts';
import type { FirstFile, OutlinesFile, Words } from '../shape/published.ts';
import type { Naming } from './english.ts';
import { partsIn, roundedPlace, thinned, type Thinning } from './thinned.ts';

type PublishedDistrict = FirstFile['districts'][number];
type PublishedTownship = FirstFile['townships'][number];

/** Districts 区县 and townships 镇（街道）of the map: those that are drawn, and those that parks are said to lie in. */
export class PublishedPlaces {
  readonly districts: PublishedDistrict[] = [];
  readonly townships: PublishedTownship[] = [];
  readonly outlines: OutlinesFile['townships'];
  readonly #names: ReturnType<typeof naming>;
  readonly #english: Naming;
  readonly #districtRows = new Map<string, number>();
  readonly #townshipRows = new Map<string, number>();

  constructor(city: City, pack: Pack, english: Naming, thinning: Thinning) {
    const { layer, records } = city.land.table('township').compact();
    this.#names = naming(
      { townships: { records }, jurisdictions: [...city.land.table('jurisdiction').compact().records] },
      pack,
    );
    this.#english = english;
    const drawn = records.map((township, row) => ({ township, parts: partsIn(layer, row) }));
    const placed = drawn.flatMap(({ township, parts }) => {
      const at = parts && pointInside(parts.flat());
      return at ? [{ township, parts, at }] : [];
    });
    this.outlines = thinned(
      placed.map(({ parts }) => parts),
      thinning,
    );
    for (const { township, at } of placed) {
      const code = codeOf(township);
      this.#addTownship(code, township.name ?? code, districtOfTownship(township), at);
    }
  }

  /** Row of the township a parcel lies in; where it was not drawn it stands where the parcel does. */
  townshipOf(parcel: Pick<Parcel, 'townshipCode' | 'districtCode'>, at: Position): number | null {
    if (parcel.townshipCode === undefined) return null;
    const code = this.#names.townshipCode(parcel.townshipCode);
    const known = this.#townshipRows.get(code);
    if (known !== undefined) return known;
    return this.#addTownship(code, this.#names.township(code) ?? code, this.#names.districtOf(parcel), at);
  }

  /** Name of the district a park without land is said to lie in. */
  districtOf({ districtCode }: Pick<Park, 'districtCode'>): Words | null {
    return districtCode === undefined ? null : this.districts[this.#districtRow(districtCode)].name;
  }

  #addTownship(code: string, name: string, district: string | undefined, at: readonly number[]): number {
    const row = this.townships.length;
    this.#townshipRows.set(code, row);
    const own = district === undefined ? -1 : this.#districtRow(district);
    this.townships.push({ code, name: this.#english(name), district: own, at: roundedPlace(at) });
    return row;
  }

  #districtRow(code: string): number {
    const known = this.#districtRows.get(code);
    if (known !== undefined) return known;
    const label = this.#names.district(code);
    const name = label && label.en !== label.zh ? { zh: label.zh, en: label.en } : this.#english(label?.zh ?? code);
    this.#districtRows.set(code, this.districts.length);
    return this.districts.push({ code, name }) - 1;
  }
}
