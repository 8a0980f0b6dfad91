import type { Key } from '../../domain/land/change.ts';
import { conditionsOf, type ConditionRow } from '../../domain/land/sheets/conditions.ts';
import type { SheetAsked, SheetLand } from '../../domain/land/sheets/sheet-land.ts';
import type { Refusal, Result } from '../../domain/outcome.ts';
import { landUsesOf } from '../../policy/land-uses.ts';
import type { City } from '../city.ts';
import type { Judgement } from '../judgement.ts';
import { sheetLand } from './sheet-land.ts';

/** What a report of a park rests on beside its facts and findings. */
export interface ReportLand {
  readonly conditions: readonly ConditionRow[];
  /** Null where nothing of the park can be drawn. */
  readonly sheet: Result<SheetLand, Refusal<'map-takes-too-many-sheets'>> | null;
}

export const reportLand = (city: City, judgement: Judgement, key: Key, asked: SheetAsked): ReportLand => ({
  conditions: conditionsOf(judgement.facts(key), landUsesOf(judgement.law.pack)),
  sheet: sheetLand(city, judgement, key, asked),
});
