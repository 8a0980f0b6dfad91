import type { Finding, Measured, Required } from './finding.ts';
import type { Label } from './rule.ts';

/** One measured number 实测 beside what is required of it 要求. */
export interface MeasuredPair {
  readonly measured: Measured & { readonly value: number };
  readonly required: (Required & { readonly value: number }) | null;
  /** Positive to spare, negative missing, 0 at the bound within the resolution; null where nothing is required of it. */
  readonly margin: number | null;
}

/** Every measured number of a finding with its own bound and margin; of an either-or each limb has its own. */
export function measuredPairs(finding: Finding): MeasuredPair[] {
  return finding.measured.flatMap((m): MeasuredPair[] => {
    if (typeof m.value !== 'number') return [];
    const measured = { ...m, value: m.value };
    const found = finding.required.find((r) => r.what === m.what && r.unit === m.unit);
    if (!found || typeof found.value !== 'number') return [{ measured, required: null, margin: null }];
    const required = { ...found, value: found.value };
    return [{ measured, required, margin: marginOf(measured, required) }];
  });
}

function marginOf(
  { value, resolution = 0 }: MeasuredPair['measured'],
  { op, value: bound }: { op: Required['op']; value: number },
) {
  const difference = value - bound;
  // Within the resolution the figure is the bound; one part in 10^12 is the noise of the arithmetic.
  if (Math.abs(difference) <= Math.max(resolution, Math.abs(bound) * 1e-12)) return 0;
  if (op === '=') return -Math.abs(difference);
  return op === '>=' || op === '>' ? difference : -difference;
}

/** Title of the exception that makes a missed rule a matter for the authority, told from the trace. */
export function exceptionInPlay(finding: Finding, exceptions: Readonly<Record<string, Label>>): Label | undefined {
  const step = finding.trace.find((t) => exceptions[t.node] && (t.outcome === 'relaxed' || t.value === true));
  return step && exceptions[step.node];
}

/** Codes of everything taken for granted on the way to a finding, each once. */
export const notesOf = ({ trace }: Finding): readonly string[] => [
  ...new Set(trace.flatMap((step) => step.note?.split(' ') ?? [])),
];
