import { known, type Figure, type Input, type Missing, type Open, type Partly, type Unknown } from './figure.ts';

/*
 * Figures known in part 已知部分. A sum of areas of which one is missing is at least the sum of the others; a share of
 * which one limb is missing still has limits. What holds at both ends of them holds whatever is filled in.
 */

export type ApplicableInput = Exclude<Input<Figure>, { readonly state: 'not-applicable' }>;

/** A figure as a sum: what is known of it, and the quantities that are not, each as often as it enters. */
export interface Linear {
  readonly known: Figure | null;
  readonly open: ReadonlyMap<Open, number>;
}

/** Smallest and greatest value there can be; null without limit. */
export interface Ends {
  readonly least: Figure | null;
  readonly most: Figure | null;
}

/** The quantity an unknown stands for, always the same for the same one. */
const quantities = new WeakMap<Unknown, Open>();
const nonNegative = { least: 0, most: Infinity };

function quantityOf(input: Unknown): Open {
  const seen = quantities.get(input);
  if (seen) return seen;
  const open = input.partly ? openBetween(endsOf(input.partly)) : { ...nonNegative };
  quantities.set(input, open);
  return open;
}

function openBetween({ least, most }: Ends): Open {
  const resolution = Math.max(least?.resolution ?? 0, most?.resolution ?? 0);
  return { least: least?.value ?? -Infinity, most: most?.value ?? Infinity, ...(resolution > 0 && { resolution }) };
}

/** Whether it may yet turn out not to apply: an absent field may be filled in as none. */
export const mayNotApply = (input: ApplicableInput): boolean =>
  input.state === 'unknown' && (input.partly === undefined || input.mayNotApply === true);

export function linearOf(input: ApplicableInput): Linear {
  if (input.state === 'value') return { known: input.value, open: new Map() };
  const { partly } = input;
  if (partly && 'open' in partly) return { known: partly.known, open: merged(partly.open) };
  return { known: null, open: new Map([[quantityOf(input), 1]]) };
}

/** As part of a sum, in which what does not apply counts as nothing. */
export function addendOf(input: ApplicableInput): Linear {
  if (input.state === 'value' || !input.mayNotApply) return linearOf(input);
  const { least, most, ...rest } = quantityOf(input);
  return { known: null, open: new Map([[{ ...rest, least: Math.min(0, least), most: Math.max(0, most) }, 1]]) };
}

function merged(terms: Iterable<{ readonly of: Open; readonly times: number }>): Map<Open, number> {
  const open = new Map<Open, number>();
  for (const { of, times } of terms) open.set(of, (open.get(of) ?? 0) + times);
  return open;
}

/** Several sums' unknown quantities together, each sum so many times; what cancels is gone. */
export function collectTerms(...parts: readonly (readonly [Linear, number])[]): ReadonlyMap<Open, number> {
  const open = new Map<Open, number>();
  for (const [linear, factor] of parts)
    for (const [of, times] of linear.open) {
      const sum = (open.get(of) ?? 0) + times * factor;
      if (sum === 0) open.delete(of);
      else open.set(of, sum);
    }
  return open;
}

/** A sum with unknown quantities in it; known where none are left. */
export function summed(
  missing: readonly Missing[],
  { known: part, open }: Linear,
  optional: boolean,
): Extract<Input<Figure>, { readonly state: 'value' | 'unknown' }> {
  if (open.size === 0 && part && !optional) return { state: 'value', value: part };
  const partly = { known: part, open: [...open].map(([of, times]) => ({ of, times })) };
  return { state: 'unknown', missing, partly, ...(optional && { mayNotApply: true }) };
}

/** A figure of which the ends are known; where they are one, it is known itself. */
export function unknownBetween(missing: readonly Missing[], { least, most }: Ends, optional: boolean): Input<Figure> {
  if (!optional && least && most && least.value === most.value) return known(least);
  return { state: 'unknown', missing, partly: { least, most }, ...(optional && { mayNotApply: true }) };
}

/** A figure that may count or not: from nothing to all of it. */
export function perhaps(missing: readonly Missing[], input: Input<Figure>): Input<Figure> {
  if (input.state === 'not-applicable') return input;
  const { least, most, resolution } = openBetween(endsOfInput(input));
  const of = { least: Math.min(0, least), most: Math.max(0, most), ...(resolution !== undefined && { resolution }) };
  const lacking = input.state === 'unknown' ? [...missing, ...input.missing] : missing;
  return { state: 'unknown', missing: lacking, partly: { known: null, open: [{ of, times: 1 }] }, mayNotApply: true };
}

/** The figure with its unknown quantities at the values that `at` picks. */
export function shifted({ known: part, open }: Linear, at: (of: Open, times: number) => number): Figure | null {
  let [value, resolution] = [part?.value ?? 0, part?.resolution ?? 0];
  for (const [of, times] of open) {
    const own = at(of, times);
    value += times * own;
    if (own !== 0) resolution += Math.abs(times) * (of.resolution ?? 0);
  }
  if (!Number.isFinite(value)) return null;
  if (!part) return { what: '', value, unit: 'm2', ...(resolution > 0 && { resolution }), inputs: [] };
  if (value === part.value) return part;
  const { others, ...rest } = part;
  const moved = others && { others: others.map((o) => ({ ...o, value: o.value + value - part.value })) };
  return { ...rest, value, resolution, ...moved };
}

const lowest = (of: Open, times: number): number => (times > 0 ? of.least : of.most);
const highest = (of: Open, times: number): number => (times > 0 ? of.most : of.least);

const endsOfLinear = (linear: Linear): Ends => ({
  least: shifted(linear, lowest),
  most: shifted(linear, highest),
});

function endsOf(partly: Partly): Ends {
  if (!('open' in partly)) return partly;
  return endsOfLinear({ known: partly.known, open: merged(partly.open) });
}

/** Ends of a figure if it applies; of one of which nothing is known, that it is not less than nothing. */
export function endsOfInput(input: ApplicableInput): Ends {
  if (input.state === 'value') return { least: input.value, most: input.value };
  if (input.partly) return endsOf(input.partly);
  return endsOfLinear(linearOf(input));
}

/** Ends that can be relied on: none of what may yet not apply. */
export const firmEnds = (input: ApplicableInput): Ends =>
  mayNotApply(input) ? { least: null, most: null } : endsOfInput(input);
