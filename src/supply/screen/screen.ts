import type { Parcel } from '../../domain/land/model.ts';
import type { Records } from '../../domain/land/records/records.ts';
import type { Pack } from '../../policy/shape/pack.ts';
import { classify, type Classes } from './classify.ts';
import { screenColumns, type LandFigures, type ScreenColumns } from './columns.ts';
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

export function screen(land: ScreenedLand, pack: ScreenPack, date: string): Screen {
  const law = screenLaw(pack, date);
  const columns = screenColumns(land.records, land, screenUses(pack), law.figure('idle.start-after-hand-over'));
  return judged(land, columns, law);
}

/** The same land by the same pack with other figures: its columns are read but once, unless what they reckon with is another. */
export function screenedAgain(before: Screen, pack: ScreenPack, date: string): Screen {
  const law = screenLaw(pack, date);
  const reckoned = 'idle.start-after-hand-over';
  if (law.figure(reckoned) !== before.law.figure(reckoned)) return screen(before.land, pack, date);
  return judged(before.land, before.columns, law);
}

function judged(land: ScreenedLand, columns: ScreenColumns, law: ScreenLaw): Screen {
  const problems = screenProblems({ ...land, columns }, law);
  const isKeptOut = keptOut(columns.size, problems);
  return { land, columns, law, problems, isKeptOut, classes: classify(columns, law, isKeptOut) };
}
