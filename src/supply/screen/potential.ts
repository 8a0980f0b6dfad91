import { valueOn } from '../../policy/in-force.ts';
import type { Pack } from '../../policy/shape/pack.ts';
import type { Part } from '../../policy/shape/part.ts';
import type { Screen } from './screen.ts';

/** What the land could bear. */
export interface FloorPotential {
  /** Floor area at the plot ratio, m²; null where the area is not known. */
  readonly floorAreaM2: number | null;
  readonly plotRatio: number;
  /** The rule the plot ratio is of; `condition`: a planning condition allows less. */
  readonly rule: string;
  readonly isCapped: boolean;
  /** Beyond what stands there; null where that is not known. */
  readonly moreM2: number | null;
}

/** 容积率 that the pack's rule asks for on a day; null where the pack names no such rule. */
export function ruledPlotRatio(pack: Pack, date: string): { readonly rule: string; readonly value: number } | null {
  const rule = pack.screening?.plotRatio;
  const test: Part | undefined = rule === undefined ? undefined : pack.rule(rule).test;
  const value = test?.kind === 'limit' ? valueOn(test.value, date) : undefined;
  return rule === undefined || value === undefined ? null : { rule, value };
}

/** A plot ratio 规划条件 allows no more than caps the rule's. */
export function floorPotential(
  { columns, land }: Screen,
  row: number,
  ruled: ReturnType<typeof ruledPlotRatio>,
): FloorPotential | null {
  if (ruled === null) return null;
  const { conditions } = land.records.peek(row);
  const most = conditions?.far?.max ?? Infinity;
  const plotRatio = Math.min(ruled.value, most);
  const area = columns.areaM2[row];
  const floorAreaM2 = area > 0 ? area * plotRatio : null;
  const standing = columns.floorM2[row];
  const moreM2 = floorAreaM2 === null || Number.isNaN(standing) ? null : Math.max(0, floorAreaM2 - standing);
  return { floorAreaM2, plotRatio, rule: ruled.rule, isCapped: most < ruled.value, moreM2 };
}
