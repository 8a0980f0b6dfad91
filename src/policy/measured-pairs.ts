import { compare, STATED } from '../domain/quantity/threshold.ts';
import { squareMetresOf } from '../domain/quantity/units.ts';
import type { Finding, Measured, Required } from './shape/finding.ts';
import type { Label } from './shape/rule.ts';

/** One measured number 实测 beside what is required of it 要求. */
export interface MeasuredPair {
  readonly measured: Measured & { readonly value: number };
  readonly required: (Required & { readonly value: number }) | null;
  /** Positive to spare, negative missing, 0 at the bound within the resolution; null where nothing is required of it. */
  readonly margin: number | null;
}

/** Every measured number of a finding with its own bound and margin; of an either-or each limb has its own. */
export function measuredPairs(finding: Pick<Finding, 'measured' | 'required'>): MeasuredPair[] {
  return finding.measured.flatMap((m, i): MeasuredPair[] => {
    if (typeof m.value !== 'number') return [];
    const measured = { ...m, value: m.value };
    // Between two bounds (1–2 industries) one measure stands twice, each beside its own: they come in the same order.
    const isOf = (r: Required | undefined) => r?.what === m.what && r.unit === m.unit;
    const found = isOf(finding.required[i]) ? finding.required[i] : finding.required.find(isOf);
    if (!found || typeof found.value !== 'number') return [{ measured, required: null, margin: null }];
    const required = { ...found, value: found.value };
    return [{ measured, required, margin: marginOf(measured, required) }];
  });
}

/** The first measured number of these findings that has a bound in a unit. */
export function firstPair(
  findings: readonly Pick<Finding, 'measured' | 'required'>[],
  unit: Required['unit'],
): MeasuredPair | undefined {
  // A number stands beside a bound in its own unit only, so most findings need not be asked.
  const asked = findings.filter(({ required }) => required.some((own) => own.unit === unit));
  for (const finding of asked) {
    const pair = measuredPairs(finding).find(({ required }) => required?.unit === unit);
    if (pair) return pair;
  }
  return undefined;
}

/** The same, each measure once where one bound decides: of 3 industries against 1–2 the bound they miss. */
export function decisivePairs(finding: Finding): MeasuredPair[] {
  const pairs = measuredPairs(finding);
  const missed = (p: MeasuredPair) => p.margin !== null && p.margin < 0;
  return pairs.filter((p) => missed(p) || !pairs.some((q) => missed(q) && isTwin(p, q)));
}

const isTwin = ({ measured: a }: MeasuredPair, { measured: b }: MeasuredPair): boolean =>
  a.what === b.what && a.unit === b.unit && a.value === b.value;

function marginOf(measured: MeasuredPair['measured'], required: NonNullable<MeasuredPair['required']>): number {
  const difference = measured.value - required.value;
  if (isSame(measured, required.value)) return 0;
  if (required.op === '=') return -Math.abs(difference);
  return required.op.startsWith('>') ? difference : -difference;
}

/** The same as the engine's comparison: stated areas at 0.01 m², everything else within its resolution. */
function isSame({ value, unit, basis, resolution = 0, coarse }: MeasuredPair['measured'], bound: number): boolean {
  const stated = basis === 'registered' && !coarse;
  if (stated && unit === 'mu') return compare(squareMetresOf(value), squareMetresOf(bound), STATED) === 0;
  if (stated && unit === 'm2') return compare(value, bound, STATED) === 0;
  // One part in 10^12 is the noise of the arithmetic.
  return Math.abs(value - bound) <= Math.max(resolution, Math.abs(bound) * 1e-12);
}

/** How a measured number is to be shown: never on or across its bound, unless it counts as the bound. */
export const shownAgainst = ({ measured, required, margin }: MeasuredPair) =>
  required
    ? { bound: required.value, precision: { resolution: margin === 0 ? Math.abs(measured.value - required.value) : 0 } }
    : {};

/** Title of the exception that makes a missed rule a matter for the authority, told from the trace. */
export function exceptionInPlay(finding: Finding, exceptions: Readonly<Record<string, Label>>): Label | undefined {
  const step = finding.trace.find((t) => exceptions[t.node] && (t.outcome === 'relaxed' || t.value === true));
  return step && exceptions[step.node];
}

/** Notes that speak of their own step and say nothing away from it. */
const ofStep = new Set(['shown-not-judged', 'misses']);

/** Codes of everything taken for granted on the way to a finding, each once. */
export const notesOf = ({ trace }: Finding): readonly string[] => [
  ...new Set(trace.flatMap((step) => step.note?.split(' ').filter((code) => !ofStep.has(code)) ?? [])),
];
