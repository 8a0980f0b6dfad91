import type { Parcel } from '../../domain/land/model.ts';
import type { Records } from '../../domain/land/records/records.ts';
import type { Pack } from '../../policy/shape/pack.ts';
import { atOnce, type Steps } from '../../domain/steps.ts';
import { classify, type Classes } from './classify.ts';
import { screenColumns, withStartDue, type LandFigures, type ScreenColumns } from './columns.ts';
import { screenLaw, type ScreenLaw } from './law.ts';
import { keptOut, screenProblems, type ProblemSources, type ScreenProblem } from './problems.ts';
import { screenUses } from './uses.ts';

/** Land as the screen is given it: parcels placed in townships, measured, by row. */
export interface ScreenedLand extends LandFigures, Pick<ProblemSources, 'overlaps' | 'unknownTownship'> {
  readonly records: Records<Parcel>;
}

type ScreenPack = Pick<Pack, 'thresholds' | 'landClassOf' | 'lowEfficiencyUses' | 'unscreenedUses'>;

/** What the law of a day says of every parcel 认定筛查. */
export interface Screen {
  readonly land: ScreenedLand;
  readonly columns: ScreenColumns;
  readonly law: ScreenLaw;
  readonly problems: readonly ScreenProblem[];
  readonly isKeptOut: Uint8Array;
  readonly classes: Classes;
}

/** In small steps, between which the land must stay as it is. */
export function* screenSteps(land: ScreenedLand, pack: ScreenPack, date: string): Steps<Screen> {
  const law = screenLaw(pack, date);
  const columns = yield* screenColumns(land.records, land, screenUses(pack), law.figure(RECKONED));
  return yield* judgedSteps(land, columns, law);
}

/** What the columns reckon with, and what of the figures tells data that cannot be used. */
const RECKONED = 'idle.start-after-hand-over';
const isPlausibility = ({ id }: { readonly id: string }): boolean => id.startsWith('plausible.');

/** The same land on the same day by a pack with other figures: what they do not reach stays as it is. */
export function screenedAgain(before: Screen, pack: ScreenPack, date: string): Screen {
  const law = screenLaw(pack, date);
  const { land } = before;
  const isSame = (id: string) => law.figure(id) === before.law.figure(id);
  const columns = isSame(RECKONED) ? before.columns : withStartDue(before.columns, law.figure(RECKONED));
  if (law.day !== before.law.day || !pack.thresholds.filter(isPlausibility).every(({ id }) => isSame(id)))
    return atOnce(judgedSteps(land, columns, law));
  const { problems, isKeptOut } = before;
  return { land, columns, law, problems, isKeptOut, classes: classify(columns, law, isKeptOut) };
}

function* judgedSteps(land: ScreenedLand, columns: ScreenColumns, law: ScreenLaw): Steps<Screen> {
  const problems = yield* screenProblems({ ...land, columns }, law);
  yield;
  const isKeptOut = keptOut(columns.size, problems);
  return { land, columns, law, problems, isKeptOut, classes: classify(columns, law, isKeptOut) };
}
