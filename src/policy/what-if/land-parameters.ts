import type { LandThreshold, Pack } from '../shape/pack.ts';
import { shownLabel, type ShownLabel } from '../labels.ts';
import { valueOn } from '../in-force.ts';
import { parameterId } from './parameter-id.ts';

/** A figure by which land is screened and graded 土地筛查、亩均评价的标准, that can be tried at another value. */
export interface LandParameter extends Pick<
  LandThreshold,
  'class' | 'field' | 'op' | 'unit' | 'source' | 'confidence'
> {
  /** `threshold:value`, as parameters of rules are called. */
  readonly id: string;
  readonly threshold: string;
  readonly value: number;
  readonly label: ShownLabel;
}

/** Those in force on `date`, in the order of the pack; `withParameter` lays another value over them as over any figure. */
export const landParametersOf = (pack: Pick<Pack, 'thresholds'>, date: string): readonly LandParameter[] =>
  pack.thresholds.flatMap((threshold) => {
    const { id, field, op, unit, source, confidence } = threshold;
    const value = valueOn(threshold.value, date);
    if (value === undefined) return [];
    const own = { class: threshold.class, field, op, unit, source, confidence };
    return [{ id: parameterId(id, ['value']), threshold: id, value, label: shownLabel(threshold), ...own }];
  });
