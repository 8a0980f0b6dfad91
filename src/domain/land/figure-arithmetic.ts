import { known, notApplicable, unknown, type AreaBasis, type Figure, type Input, type Missing } from './figure.ts';

/*
 * Arithmetic of figures: values, resolutions and other bases together; what is unknown stays unknown and names what is
 * missing, what does not apply stays so.
 */

const rank: Record<AreaBasis, number> = { registered: 2, plane: 1, ellipsoid: 0 };

/**
 * Sum of figures of one unit; unknown as soon as one part is, naming all that is missing, with the sum of the others
 * where none is less than nothing.
 * The basis of a sum is the lowest of its parts', and another basis is only offered where every part has it.
 */
export function sumOf(what: string, parts: readonly Input<Figure>[]): Input<Figure> {
  const figures: Figure[] = [];
  const missing: Missing[] = [];
  for (const part of parts) {
    if (part.state === 'unknown') missing.push(...part.missing);
    if (part.state === 'value') figures.push(part.value);
    else if (part.state === 'unknown' && part.atLeast) figures.push(part.atLeast);
  }
  if (missing.length === 0) return known(totalOf(what, figures));
  const isPart = figures.length > 0 && figures.every((f) => f.value >= 0);
  return isPart ? { ...unknown(...missing), atLeast: totalOf(what, figures) } : unknown(...missing);
}

function totalOf(what: string, figures: readonly Figure[]): Figure {
  let [value, resolution, coarsest, coarse] = [0, 0, 0, 0];
  let basis: AreaBasis | undefined;
  for (const f of figures) {
    value += f.value;
    resolution += f.resolution ?? 0;
    coarsest = Math.max(coarsest, f.resolution ?? 0);
    if (f.coarse) coarse += f.resolution ?? 0;
    if (f.basis && (!basis || rank[f.basis] < rank[basis])) basis = f.basis;
  }
  const total: Growing = {
    what,
    value,
    unit: figures[0]?.unit ?? 'm2',
    // Stated figures are summed as they stand: the sum is written to 0.01 m² as each of them is. What is written less
    // finely adds up.
    resolution: basis === 'registered' ? Math.max(coarsest, coarse) : resolution,
    inputs: figures.length === 1 ? figures[0].inputs : figures.flatMap((f) => f.inputs),
    notes: merged(figures, notesOf),
  };
  if (basis) total.basis = basis;
  if (coarse > 0) total.coarse = true;
  if (figures.some((f) => f.crs)) total.crs = merged(figures, crsOf).join(' ');
  if (figures.some((f) => f.sigma !== undefined)) total.sigma = Math.hypot(...figures.map((f) => f.sigma ?? 0));
  const others = othersOf(figures, basis);
  if (others.length > 0) total.others = others;
  return total;
}

/** A figure in the making: sums are made by the hundred thousand, and a spread for each part that may be absent is dear. */
type Growing = { -readonly [K in keyof Figure]: Figure[K] };
const notesOf = (f: Figure) => f.notes ?? nothing;
const crsOf = (f: Figure) => (f.crs ? [f.crs] : nothing);

/** Errors of parts that vary on their own, together; absent where no part has one. */
function sigmaOf(...parts: readonly (number | undefined)[]): Pick<Figure, 'sigma'> {
  return parts.some((s) => s !== undefined) ? { sigma: Math.hypot(...parts.map((s) => s ?? 0)) } : {};
}

/** An error carried through a factor. */
const scaled = (sigma: number | undefined, by: number): number | undefined =>
  sigma === undefined ? undefined : Math.abs(by) * sigma;

const nothing: readonly string[] = [];

/** Words of all figures, each once. */
function merged(figures: readonly Figure[], words: (f: Figure) => readonly string[]): readonly string[] {
  if (figures.every((f) => words(f).length === 0)) return nothing;
  const found: string[] = [];
  for (const f of figures) for (const word of words(f)) if (!found.includes(word)) found.push(word);
  return found;
}

/** The sum on the bases that every part has besides its own. */
function othersOf(figures: readonly Figure[], basis: AreaBasis | undefined): NonNullable<Figure['others']> {
  if (figures.length === 0 || !figures.some((f) => f.others && f.others.length > 0)) return [];
  return offered
    .filter((on) => on !== basis && figures.every((f) => valueOn(f, on) !== undefined))
    .map((on) => ({ basis: on, value: figures.reduce((sum, f) => sum + (valueOn(f, on) ?? 0), 0) }));
}

const offered = ['plane', 'ellipsoid'] as const;

const valueOn = (f: Figure, on: AreaBasis): number | undefined =>
  f.basis === on ? f.value : f.others?.find((o) => o.basis === on)?.value;

/** A quotient with the resolution and the other bases that follow from both sides. A zero divisor is not applicable. */
export function ratioOf(what: string, top: Input<Figure>, bottom: Input<Figure>): Input<Figure> {
  if (top.state === 'not-applicable' || bottom.state === 'not-applicable') return notApplicable;
  if (top.state === 'unknown' || bottom.state === 'unknown') {
    const lacking = unknown(...[top, bottom].flatMap((s) => (s.state === 'unknown' ? s.missing : [])));
    if (top.state === 'value' || bottom.state === 'unknown' || !top.atLeast) return lacking;
    const least = ratioOf(what, known(top.atLeast), bottom);
    return least.state === 'value' ? { ...lacking, atLeast: least.value } : least;
  }
  const [t, b] = [top.value, bottom.value];
  if (b.value === 0) return notApplicable;
  const value = t.value / b.value;
  const quotient: Growing = {
    what,
    value,
    unit: 'ratio',
    resolution: (t.resolution ?? 0) / b.value + (value * (b.resolution ?? 0)) / b.value,
    inputs: [...t.inputs, ...b.inputs],
    notes: merged([t, b], notesOf),
  };
  if (b.basis) quotient.basis = b.basis;
  if (t.coarse || b.coarse) quotient.coarse = true;
  if (b.crs) quotient.crs = b.crs;
  if (t.sigma !== undefined || b.sigma !== undefined)
    quotient.sigma = Math.hypot((t.sigma ?? 0) / b.value, ((b.sigma ?? 0) * value) / b.value);
  if (b.others) quotient.others = b.others.map((o) => ({ basis: o.basis, value: t.value / o.value }));
  return known<Figure>(quotient);
}

/** What two figures are made from, together. */
function from(a: Figure, b: Figure): Pick<Figure, 'inputs' | 'notes' | 'coarse'> {
  return {
    ...(a.coarse || b.coarse ? { coarse: true as const } : {}),
    inputs: [...a.inputs, ...b.inputs],
    notes: merged([a, b], (f) => f.notes ?? nothing),
  };
}

/** Both sides as figures, or why there is no result. */
function paired(
  a: Input<Figure>,
  b: Input<Figure>,
  combine: (a: Figure, b: Figure) => Omit<Figure, 'inputs' | 'notes'>,
): Input<Figure> {
  if (a.state === 'not-applicable' || b.state === 'not-applicable') return notApplicable;
  if (a.state === 'unknown' || b.state === 'unknown')
    return unknown(...[a, b].flatMap((s) => (s.state === 'unknown' ? s.missing : [])));
  return known({ ...combine(a.value, b.value), ...from(a.value, b.value) });
}

/** a − b, in the unit of a. */
export const minusOf = (what: string, a: Input<Figure>, b: Input<Figure>): Input<Figure> =>
  paired(a, b, (x, y) => ({
    what,
    value: x.value - y.value,
    unit: x.unit,
    resolution: (x.resolution ?? 0) + (y.resolution ?? 0),
    ...sigmaOf(x.sigma, y.sigma),
  }));

/** a × b, in the unit of a. */
export const timesOf = (what: string, a: Input<Figure>, b: Input<Figure>): Input<Figure> =>
  paired(a, b, (x, y) => ({
    what,
    value: x.value * y.value,
    unit: x.unit,
    resolution: Math.abs(x.value) * (y.resolution ?? 0) + Math.abs(y.value) * (x.resolution ?? 0),
    ...sigmaOf(scaled(y.sigma, x.value), scaled(x.sigma, y.value)),
  }));

/** The smaller of two figures of one unit. */
export const smallerOf = (what: string, a: Input<Figure>, b: Input<Figure>): Input<Figure> =>
  paired(a, b, (x, y) => ({ ...(x.value <= y.value ? x : y), what }));

/** The larger of two figures of one unit. */
export const largerOf = (what: string, a: Input<Figure>, b: Input<Figure>): Input<Figure> =>
  paired(a, b, (x, y) => ({ ...(x.value >= y.value ? x : y), what }));
