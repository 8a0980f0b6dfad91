import type { PolicyView } from '../../client/view.ts';
import type { Finding, Measured, Required } from '../../policy/finding.ts';
import type { Labels, Language } from '../../texts/index.ts';

export interface MeasuredPair {
  readonly measured: Measured & { readonly value: number };
  readonly required: Required | null;
  /** Positive to spare, negative missing; null where nothing is required of it. */
  readonly margin: number | null;
}

/** 实测 against 要求, one pair per measured number; of an either-or each limb has its own margin. */
export function measuredPairs(finding: Finding): MeasuredPair[] {
  return finding.measured.flatMap((m) => {
    if (typeof m.value !== 'number') return [];
    const required = finding.required.find((r) => r.what === m.what && r.unit === m.unit) ?? null;
    return [{ measured: { ...m, value: m.value }, required, margin: required && marginOf(m.value, required) }];
  });
}

function marginOf(value: number, { op, value: bound }: Required): number | null {
  if (typeof bound !== 'number') return null;
  if (op === '>=' || op === '>') return value - bound;
  if (op === '<=' || op === '<') return bound - value;
  return -Math.abs(value - bound);
}

const noLabels: Labels = { measures: {}, fields: {}, exceptions: {} };

/** The pack's names; before it has come, names are shown as they stand. */
export const labelsFrom = (policy: PolicyView | null): Labels => policy ?? noLabels;

/** Title of the exception that makes a missed rule acceptable, from the trace; empty where none is named. */
export function exceptionTitle(finding: Finding, labels: Labels, language: Language): string {
  const step = finding.trace.find((t) => (t.outcome === 'relaxed' || t.value === true) && labels.exceptions[t.node]);
  return step ? labels.exceptions[step.node][language] : '';
}
