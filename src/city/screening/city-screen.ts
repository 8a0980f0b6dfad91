import type { Key } from '../../domain/land/change.ts';
import type { Township } from '../../domain/land/model.ts';
import { codeOf, districtOfTownship } from '../../domain/land/township.ts';
import { atOnce, type Steps } from '../../domain/steps.ts';
import type { ParameterChange } from '../../policy/what-if/baseline.ts';
import { classAt, type ScreenClass, type Stock } from '../../supply/screen/classes.ts';
import { explained, stockOf, type Explained } from '../../supply/screen/explain.ts';
import { screenFlips, type ScreenFlips } from '../../supply/screen/flips.ts';
import { gradesOf, type Graded } from '../../supply/screen/grades.ts';
import { floorPotential, ruledPlotRatio, type FloorPotential } from '../../supply/screen/potential.ts';
import { ratesOf, type Amount, type Rates } from '../../supply/screen/rates.ts';
import { screenSteps, type Screen } from '../../supply/screen/screen.ts';
import { screenUses } from '../../supply/screen/uses.ts';
import type { City } from '../city.ts';
import type { Judgement } from '../judgement.ts';
import { naming, type Naming } from '../place-names.ts';
import { ParksToJoin, type ParkToJoin } from './parks-to-join.ts';
import { rowsLying, type RowsLying } from './rows-lying.ts';
import { screenedLand } from './screened-land.ts';

/** One parcel as the screen tells of it. */
export interface ScreenLine extends Explained {
  readonly key: Key;
  readonly id: string;
  readonly name: string | null;
  readonly district: string | null;
  readonly township: string | null;
  /** m²; null where it is not known. */
  readonly areaM2: number | null;
  readonly potential: (FloorPotential & { readonly parks: readonly ParkToJoin[] }) | null;
}

/** Land of a district or township: how much of each class and stock, its rates, its grades. */
export interface ScreenedPlace {
  /** Its code; null for all there is. */
  readonly code: string | null;
  readonly classes: Readonly<Partial<Record<ScreenClass, Amount>>>;
  readonly stocks: Readonly<Partial<Record<Stock, Amount>>>;
  readonly keptOut: number;
  readonly rates: Rates;
  /** Parcels by list and grade; `none` are not graded. */
  readonly grades: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

interface ScreenedPlaces {
  readonly all: ScreenedPlace;
  readonly districts: readonly ScreenedPlace[];
  readonly townships: readonly ScreenedPlace[];
}

/** Land that has something to be done about it. */
const FLAGGED: readonly ScreenClass[] = ['suspected-idle', 'idle', 'low-efficiency', 'approved-not-supplied'];
export const isFlagged = (name: ScreenClass | null): boolean => name !== null && FLAGGED.includes(name);

/** The screen of a city as it is at one version, by one law; what is asked again is known. */
export class CityScreen {
  readonly version: number;
  readonly screen: Screen;
  readonly names: Naming;
  readonly #city: City;
  readonly #judgement: Judgement;
  readonly #keys: readonly Key[];
  #rows: ReadonlyMap<Key, number> | null = null;
  #parks: ParksToJoin | null = null;
  #lying: RowsLying | null = null;
  #grades: readonly Graded[] | null = null;
  #gradeAt: ReadonlyMap<number, Graded> | null = null;
  #places: ScreenedPlaces | null = null;

  static of(city: City, judgement: Judgement): CityScreen {
    return atOnce(CityScreen.steps(city, judgement));
  }

  /** The same in small steps, between which the land must stay as it is; what is asked of all of it is known by then. */
  static *steps(city: City, judgement: Judgement): Steps<CityScreen> {
    const { pack, date } = judgement.law;
    const names = naming(city.project, pack);
    const listed = new Set(pack.townships.map(({ districtCode }) => districtCode));
    yield;
    const land = yield* screenedLand(city, names, listed, screenUses(pack));
    return new CityScreen(city, judgement, names, yield* screenSteps(land, pack, date));
  }

  private constructor(city: City, judgement: Judgement, names: Naming, screen: Screen) {
    this.version = city.version;
    this.names = names;
    this.screen = screen;
    this.#city = city;
    this.#judgement = judgement;
    this.#keys = city.land.keys('parcel');
  }

  get size(): number {
    return this.#keys.length;
  }

  key(row: number): Key {
    return this.#keys[row];
  }

  /** −1 where it is not there. */
  rowOf(key: Key): number {
    this.#rows ??= new Map(this.#keys.map((own, row) => [own, row]));
    return this.#rows.get(key) ?? -1;
  }

  classAt(row: number): ScreenClass | null {
    return classAt(this.screen, row);
  }

  line(row: number): ScreenLine {
    const { records } = this.screen.land;
    const { id, name = null } = records.peek(row);
    const area = this.screen.columns.areaM2[row];
    return {
      key: this.#keys[row],
      id,
      name,
      district: this.districtOf(row),
      township: this.townshipOf(row),
      areaM2: Number.isNaN(area) ? null : area,
      ...explained(this.screen, row),
      potential: this.#potential(row),
    };
  }

  districtOf(row: number): string | null {
    return this.#lie.districtOf(row);
  }

  townshipOf(row: number): string | null {
    return this.#lie.townshipOf(row);
  }

  get #lie(): RowsLying {
    return (this.#lying ??= rowsLying(this.#city, this.#keys, this.names));
  }

  /** Townships by the project's own list, or else by that of the pack. */
  get listed(): readonly (Pick<Township, 'name' | 'districtCode'> & { readonly code: string })[] {
    const own = [...this.#city.land.table('township').compact().records];
    if (own.length === 0) return this.#judgement.law.pack.townships;
    return own.map((township) => ({ ...township, code: codeOf(township), districtCode: districtOfTownship(township) }));
  }

  get grades(): readonly Graded[] {
    const { grading } = this.#judgement.law.pack;
    return (this.#grades ??= gradesOf({
      grading,
      screen: this.screen,
      districtOf: (row) => this.districtOf(row) ?? '',
    }));
  }

  /** All there is, by district and by township, in the order of their codes; parcels of no known place go by ''. */
  get places(): ScreenedPlaces {
    return atOnce(this.placesSteps());
  }

  /** The same in small steps. */
  *placesSteps(): Steps<ScreenedPlaces> {
    if (this.#places) return this.#places;
    const rows = Array.from({ length: this.size }, (_, row) => row);
    yield void this.#lie;
    yield void this.grades;
    const all = this.#place(null, rows);
    yield;
    const districts = yield* this.#each(grouped(rows, (row) => this.districtOf(row) ?? ''));
    const townships = yield* this.#each(grouped(rows, (row) => this.townshipOf(row) ?? ''));
    return (this.#places = { all, districts, townships });
  }

  *#each(groups: ReturnType<typeof grouped>): Steps<readonly ScreenedPlace[]> {
    const places: ScreenedPlace[] = [];
    for (const [code, rows] of groups) {
      places.push(this.#place(code, rows));
      yield;
    }
    return places;
  }

  #gradeOf(row: number): Graded | undefined {
    this.#gradeAt ??= new Map(this.grades.map((graded) => [graded.row, graded]));
    return this.#gradeAt.get(row);
  }

  flips(changes: readonly ParameterChange[]): ScreenFlips {
    const { pack, date } = this.#judgement.law;
    return screenFlips(this.screen, pack, date, changes);
  }

  #potential(row: number): ScreenLine['potential'] {
    if (!isFlagged(this.classAt(row)) && this.classAt(row) !== 'not-supplied') return null;
    const { pack, date } = this.#judgement.law;
    const floor = floorPotential(this.screen, row, ruledPlotRatio(pack, date));
    this.#parks ??= new ParksToJoin(this.#city, this.#judgement);
    return floor && { ...floor, parks: this.#parks.of(this.#keys[row]) };
  }

  #place(code: string | null, rows: readonly number[]): ScreenedPlace {
    const classes: Partial<Record<ScreenClass, Amount>> = {};
    const stocks: Partial<Record<Stock, Amount>> = {};
    let keptOut = 0;
    for (const row of rows) {
      const name = this.classAt(row);
      const area = this.screen.columns.areaM2[row];
      if (name === null) keptOut++;
      else {
        classes[name] = withOne(classes[name], area);
        const stock = stockOf(this.screen, row, name);
        if (stock) stocks[stock] = withOne(stocks[stock], area);
      }
    }
    return { code, classes, stocks, keptOut, rates: ratesOf(this.screen, rows), grades: this.#gradesIn(rows) };
  }

  /** Of rows in the order of the file, as grades are. */
  #gradesIn(rows: readonly number[]): ScreenedPlace['grades'] {
    const counts: Record<string, Record<string, number>> = {};
    for (const row of rows) {
      const graded = this.#gradeOf(row);
      if (!graded) continue;
      const { list, grade } = graded;
      const of = (counts[list ?? 'none'] ??= {});
      of[grade ?? 'none'] = (of[grade ?? 'none'] ?? 0) + 1;
    }
    return counts;
  }
}

const withOne = (
  { count, areaM2, unmeasured }: Amount = { count: 0, areaM2: 0, unmeasured: 0 },
  area: number,
): Amount =>
  area > 0
    ? { count: count + 1, areaM2: areaM2 + area, unmeasured }
    : { count: count + 1, areaM2, unmeasured: unmeasured + 1 };

function grouped(rows: readonly number[], of: (row: number) => string): (readonly [string, readonly number[]])[] {
  const groups = new Map<string, number[]>();
  for (const row of rows) {
    const code = of(row);
    const group = groups.get(code);
    if (group) group.push(row);
    else groups.set(code, [row]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
