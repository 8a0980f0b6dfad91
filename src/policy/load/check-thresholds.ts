import type { Grading, Pack } from '../shape/pack.ts';
import type { PackDocument } from './document.ts';
import { complain } from './place.ts';
import { checkField } from './speaker.ts';

/** Thresholds have ids of their own, units there are, and name fields a parcel has; so does the grading. */
export function checkThresholds(pack: Pack, document: PackDocument): void {
  const seen = new Set<string>();
  pack.thresholds.forEach(({ id, field, unit }, i) => {
    const at = ['thresholds', i];
    if (seen.has(id)) complain('duplicate-id', document, [...at, 'id']);
    seen.add(id);
    if (!(unit in pack.units)) complain('unknown-unit', document, [...at, 'unit'], { unit });
    if (field !== undefined) checkField(field, 'parcel', 'any', document, [...at, 'field']);
  });
  checkGrading(pack.grading, seen, document);
}

/** It ranks by figures, leaves out by days, and its shares are thresholds there are. */
function checkGrading(
  { half, lists, grades, notGraded }: Grading,
  ids: ReadonlySet<string>,
  document: PackDocument,
): void {
  const named = (id: string | undefined, at: readonly (string | number)[]) => {
    if (id !== undefined && !ids.has(id))
      complain('unknown-threshold', document, ['grading', ...at], { threshold: id });
  };
  const figure = (field: string | undefined, at: readonly (string | number)[]) => {
    if (field !== undefined) checkField(field, 'parcel', 'figure', document, ['grading', ...at]);
  };
  named(half.share, ['half', 'share']);
  figure(half.field, ['half', 'field']);
  figure(half.orElse, ['half', 'orElse']);
  lists.forEach(({ leastLand }, i) => named(leastLand, ['lists', i, 'leastLand']));
  grades.forEach(({ share, by }, i) => {
    named(share, ['grades', i, 'share']);
    figure(by, ['grades', i, 'by']);
  });
  notGraded.forEach(({ under, field }, i) => {
    named(under, ['notGraded', i, 'under']);
    checkField(field, 'parcel', 'day', document, ['grading', 'notGraded', i, 'field']);
  });
}
