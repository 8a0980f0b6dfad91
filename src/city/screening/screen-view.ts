import type { Key } from '../../domain/land/change.ts';
import type { Steps } from '../../domain/steps.ts';
import type { ParameterChange } from '../../policy/what-if/baseline.ts';
import { landParametersOf, type LandParameter } from '../../policy/what-if/land-parameters.ts';
import type { Label } from '../../policy/shape/rule.ts';
import type { Pack } from '../../policy/shape/pack.ts';
import { LAND_CLASSES, type ScreenClass } from '../../supply/screen/classes.ts';
import type { ScreenFlips } from '../../supply/screen/flips.ts';
import type { ScreenProblem } from '../../supply/screen/problems.ts';
import { isFlagged, type CityScreen, type ScreenedPlace, type ScreenLine } from './city-screen.ts';

/** Which lines of the screen are wanted: a page of those of a class, a district, a township. */
export interface ScreenAsked {
  /** The first line, and so many; `MOST_LINES` at most. */
  readonly from?: number;
  readonly count?: number;
  /** Without it all that are flagged. */
  readonly classes?: readonly ScreenClass[];
  readonly district?: string;
  readonly township?: string;
}

/** The screen as a page shows it: what there is in all, and a page of lines. */
export interface ScreenView {
  readonly version: number;
  readonly all: ScreenedPlace;
  readonly districts: readonly ScreenedPlace[];
  readonly townships: readonly ScreenedPlace[];
  /** By code, of the districts and townships that have a name. */
  readonly names: Readonly<Record<string, Label>>;
  /** Townships there are, by the lists of the project or else the pack: what land of no known one may lie in. */
  readonly listed: readonly { readonly code: string; readonly name: string; readonly district: Label | null }[];
  readonly thresholds: readonly LandParameter[];
  /** Lines there are of what is asked for, and those of the page, in the order of the file. */
  readonly total: number;
  readonly lines: readonly ScreenLine[];
}

/** 数据有误: why parcels are kept out of the screen, a page of it, in the order of the file. */
export interface KeptOutView {
  /** Problems there are: a parcel may have several. */
  readonly total: number;
  readonly problems: readonly (Omit<ScreenProblem, 'row'> & { readonly key: Key; readonly id: string })[];
}

const MOST_LINES = 500;
const USUAL_LINES = 100;

/** In small steps, between which the land must stay as it is. */
export function* screenView(screened: CityScreen, pack: Pack, date: string, asked: ScreenAsked): Steps<ScreenView> {
  const places = yield* screened.placesSteps();
  const { from = 0, count = USUAL_LINES } = asked;
  const until = from + Math.min(count, MOST_LINES);
  const rows = rowsAsked(screened, asked);
  return {
    version: screened.version,
    ...places,
    names: namesOf(screened),
    listed: screened.listed.flatMap(({ code, name, districtCode }) =>
      name === undefined ? [] : [{ code, name, district: screened.names.district(districtCode ?? '') ?? null }],
    ),
    thresholds: landParametersOf(pack, date),
    total: rows.length,
    lines: rows.slice(from, until).map((row) => screened.line(row)),
  };
}

export function keptOutView(
  screened: CityScreen,
  { from = 0, count = USUAL_LINES }: Pick<ScreenAsked, 'from' | 'count'>,
): KeptOutView {
  const { problems, land } = screened.screen;
  return {
    total: problems.length,
    problems: problems.slice(from, from + Math.min(count, MOST_LINES)).map(({ row, ...problem }) => ({
      ...problem,
      key: screened.key(row),
      id: land.records.peek(row).id,
    })),
  };
}

function namesOf({ names, places }: CityScreen): ScreenView['names'] {
  const districts = places.districts.flatMap(({ code }) => {
    const name = code && names.district(code);
    return name ? [[code, name] as const] : [];
  });
  const townships = places.townships.flatMap(({ code }) => {
    const name = code && names.township(code);
    return name ? [[code, { zh: name, en: name }] as const] : [];
  });
  return Object.fromEntries([...townships, ...districts]);
}

function rowsAsked(screened: CityScreen, { classes, district, township }: ScreenAsked): readonly number[] {
  const rows: number[] = [];
  for (let row = 0; row < screened.size; row++) {
    const name = screened.classAt(row);
    if (name === null || !(classes ? classes.includes(name) : isFlagged(name))) continue;
    if (district !== undefined && screened.districtOf(row) !== district) continue;
    if (township !== undefined && screened.townshipOf(row) !== township) continue;
    rows.push(row);
  }
  return rows;
}

/** What other figures of the pack would make of the land: which parcels flip, by key. */
export interface FlipsView extends Pick<ScreenFlips, 'counts'> {
  readonly version: number;
  readonly keys: Uint32Array;
  /** Of each the class before and after, as places in `classes`; 255: kept out. */
  readonly from: Uint8Array;
  readonly to: Uint8Array;
  readonly classes: readonly ScreenClass[];
}

export function flipsView(screened: CityScreen, changes: readonly ParameterChange[]): FlipsView {
  const { counts, rows, after } = screened.flips(changes);
  const before = screened.screen.classes.classOf;
  return {
    version: screened.version,
    counts,
    keys: Uint32Array.from(rows, (row) => screened.key(row)),
    from: Uint8Array.from(rows, (row) => before[row]),
    to: Uint8Array.from(rows, (row) => after.classes.classOf[row]),
    classes: LAND_CLASSES,
  };
}
