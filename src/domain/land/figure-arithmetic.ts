import { known, notApplicable, type AreaBasis, type Figure, type Input, type Missing } from './figure.ts';
import {
  addendOf,
  unknownBetween,
  endsOfInput,
  linearOf,
  mayNotApply,
  summed,
  collectTerms,
  type Ends,
  type Linear,
  type ApplicableInput,
} from './partly.ts';
import { quotientEnds } from './quotient-ends.ts';

/*
 * Arithmetic of figures: values, resolutions and other bases together; what is unknown stays unknown, names what is
 * missing and keeps what is certain of it (`partly.ts`); what does not apply stays so.
 */

const rank: Record<AreaBasis, number> = { registered: 2, plane: 1, ellipsoid: 0 };

/**
 * Sum of figures of one unit; unknown as soon as one part is, naming all that is missing, with what is certain of it.
 * The basis of a sum is the lowest of its parts', and another basis is only offered where every part has it.
 */
export function sumOf(what: string, parts: readonly Input<Figure>[]): Input<Figure> {
  const figures: Figure[] = [];
  const missing: Missing[] = [];
  const open: (readonly [Linear, number])[] = [];
  for (const part of parts) {
    if (part.state === 'value') figures.push(part.value);
    if (part.state !== 'unknown') continue;
    missing.push(...part.missing);
    const addend = addendOf(part);
    if (addend.known) figures.push(addend.known);
    open.push([addend, 1]);
  }
  if (open.length === 0) return known(totalOf(what, figures));
  const part = figures.length > 0 ? totalOf(what, figures) : null;
  return summed(missing, { known: part, open: collectTerms(...open) }, false);
}

function totalOf(what: string, figures: readonly Figure[]): Figure {
  let [value, resolution, coarsest, coarse] = [0, 0, 0, 0];
  let basis: AreaBasis | undefined;
  let isMixed = false;
  for (const f of figures) {
    value += f.value;
    resolution += f.resolution ?? 0;
    coarsest = Math.max(coarsest, f.resolution ?? 0);
    if (f.coarse) coarse += f.resolution ?? 0;
    if (f.basis && basis && f.basis !== basis) isMixed = true;
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
  if (isMixed) total.notes = [...new Set([...total.notes!, MIXED_BASES])];
  if (coarse > 0) total.coarse = true;
  if (figures.some((f) => f.crs)) total.crs = merged(figures, crsOf).join(' ');
  if (figures.some((f) => f.sigma !== undefined)) total.sigma = Math.hypot(...figures.map((f) => f.sigma ?? 0));
  const others = othersOf(figures, basis);
  if (others.length > 0) total.others = others;
  return total;
}

/** Note of a sum whose parts are on different bases: its own is the lowest of them. */
export const MIXED_BASES = 'mixed-bases';

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
  if (top.state === 'value' && bottom.state === 'value') return quotient(what, top.value, bottom.value);
  const ends = quotientEnds(linearOf(top), linearOf(bottom), (t, b) => {
    const found = quotient(what, t, b);
    return found.state === 'value' ? found.value : null;
  });
  // What it is divided by may be nothing: then the quotient does not apply.
  return unknownBetween(missingOf(top, bottom), ends ?? noEnds, !ends || mayNotApply(top) || mayNotApply(bottom));
}

const noEnds: Ends = { least: null, most: null };

const missingOf = (...inputs: readonly ApplicableInput[]): readonly Missing[] =>
  inputs.flatMap((input) => (input.state === 'unknown' ? input.missing : []));

function quotient(what: string, t: Figure, b: Figure): Input<Figure> {
  if (b.value === 0) return notApplicable;
  const value = t.value / b.value;
  const found: Growing = {
    what,
    value,
    unit: 'ratio',
    resolution: (t.resolution ?? 0) / b.value + (value * (b.resolution ?? 0)) / b.value,
    inputs: [...t.inputs, ...b.inputs],
    notes: merged([t, b], notesOf),
  };
  if (b.basis) found.basis = b.basis;
  if (t.coarse || b.coarse) found.coarse = true;
  if (b.crs) found.crs = b.crs;
  if (t.sigma !== undefined || b.sigma !== undefined)
    found.sigma = Math.hypot((t.sigma ?? 0) / b.value, ((b.sigma ?? 0) * value) / b.value);
  if (b.others) found.others = b.others.map((o) => ({ basis: o.basis, value: t.value / o.value }));
  return known<Figure>(found);
}

/** What two figures are made from, together. */
function from(a: Figure, b: Figure): Pick<Figure, 'inputs' | 'notes' | 'coarse'> {
  return {
    ...(a.coarse || b.coarse ? { coarse: true as const } : {}),
    inputs: [...a.inputs, ...b.inputs],
    notes: merged([a, b], (f) => f.notes ?? nothing),
  };
}

type OfTwo = (a: Figure, b: Figure) => Figure;

/** Both sides as figures; where one is none, what `partly` makes of them; or why there is no result. */
function paired(
  a: Input<Figure>,
  b: Input<Figure>,
  combine: OfTwo,
  partly: (a: ApplicableInput, b: ApplicableInput, optional: boolean) => Input<Figure>,
): Input<Figure> {
  if (a.state === 'not-applicable' || b.state === 'not-applicable') return notApplicable;
  if (a.state === 'value' && b.state === 'value') return known(combine(a.value, b.value));
  return partly(a, b, mayNotApply(a) || mayNotApply(b));
}

/** a − b, in the unit of a; a quantity that is in both cancels. */
export function minusOf(what: string, a: Input<Figure>, b: Input<Figure>): Input<Figure> {
  const difference: OfTwo = (x, y) => ({
    what,
    value: x.value - y.value,
    unit: x.unit,
    resolution: (x.resolution ?? 0) + (y.resolution ?? 0),
    ...sigmaOf(x.sigma, y.sigma),
    ...from(x, y),
  });
  return paired(a, b, difference, (x, y, optional) => {
    const [p, q] = [linearOf(x), linearOf(y)];
    const part = p.known || q.known ? difference(p.known ?? none(q.known!), q.known ?? none(p.known!)) : null;
    return summed(missingOf(x, y), { known: part, open: collectTerms([p, 1], [q, -1]) }, optional);
  });
}

/** A figure without what is known to be counted in it too much, on every basis it has. */
export function lessOf(input: Input<Figure>, { value: by, notes: why = nothing }: Figure): Input<Figure> {
  const less = (f: Figure): Figure => ({
    ...f,
    value: f.value - by,
    ...(f.others && { others: f.others.map((o) => ({ ...o, value: o.value - by })) }),
    notes: [...(f.notes ?? nothing), ...why],
  });
  if (input.state === 'value') return known(less(input.value));
  if (input.state === 'not-applicable') return input;
  const { known: part, open } = linearOf(input);
  return summed(input.missing, { known: part && less(part), open }, mayNotApply(input));
}

const none = ({ what, unit }: Figure): Figure => ({ what, value: 0, unit, inputs: [] });

/** a × b, in the unit of a. */
export function timesOf(what: string, a: Input<Figure>, b: Input<Figure>): Input<Figure> {
  const product: OfTwo = (x, y) => ({
    what,
    value: x.value * y.value,
    unit: x.unit,
    resolution: Math.abs(x.value) * (y.resolution ?? 0) + Math.abs(y.value) * (x.resolution ?? 0),
    ...sigmaOf(scaled(y.sigma, x.value), scaled(x.sigma, y.value)),
    ...from(x, y),
  });
  return paired(a, b, product, (x, y, optional) => {
    const missing = missingOf(x, y);
    // Many times a sum is a sum still.
    if (y.state === 'value' && y.value.value !== 0) {
      const { known: part, open } = linearOf(x);
      const many = collectTerms([{ known: null, open }, y.value.value]);
      return summed(missing, { known: part && product(part, y.value), open: many }, optional);
    }
    const [p, q] = [endsOfInput(x), endsOfInput(y)];
    const isSigned = [p, q].some(({ least }) => !least || least.value < 0);
    if (isSigned) return unknownBetween(missing, noEnds, true);
    const most = p.most && q.most ? product(p.most, q.most) : null;
    return unknownBetween(missing, { least: product(p.least!, q.least!), most }, optional);
  });
}

/** The smaller of two figures of one unit: no greater than either. */
export function smallerOf(what: string, a: Input<Figure>, b: Input<Figure>): Input<Figure> {
  const smaller: OfTwo = (x, y) => ({ ...(x.value <= y.value ? x : y), what, ...from(x, y) });
  return paired(a, b, smaller, (x, y, optional) => {
    const [p, q] = [endsOfInput(x), endsOfInput(y)];
    return unknownBetween(
      missingOf(x, y),
      { least: both(p.least, q.least, smaller), most: either(p.most, q.most, smaller) },
      optional,
    );
  });
}

/** The larger of two figures of one unit: no less than either. */
export function largerOf(what: string, a: Input<Figure>, b: Input<Figure>): Input<Figure> {
  const larger: OfTwo = (x, y) => ({ ...(x.value >= y.value ? x : y), what, ...from(x, y) });
  return paired(a, b, larger, (x, y, optional) => {
    const [p, q] = [endsOfInput(x), endsOfInput(y)];
    return unknownBetween(
      missingOf(x, y),
      { least: either(p.least, q.least, larger), most: both(p.most, q.most, larger) },
      optional,
    );
  });
}

type End = Ends['least'];
const both = (a: End, b: End, choose: OfTwo): End => (a && b ? choose(a, b) : null);
const either = (a: End, b: End, choose: OfTwo): End => (a && b ? choose(a, b) : (a ?? b));

/** One of several figures, it is not known which. What does not apply among them may be it. */
export function oneOf(missing: readonly Missing[], inputs: readonly Input<Figure>[]): Input<Figure> {
  const told = inputs.filter((input) => input.state !== 'not-applicable');
  const ends = told.map(endsOfInput);
  const least = ends.map((e) => e.least).reduce((a, b) => both(a, b, (x, y) => (x.value <= y.value ? x : y)));
  const most = ends.map((e) => e.most).reduce((a, b) => both(a, b, (x, y) => (x.value >= y.value ? x : y)));
  const optional = told.length < inputs.length || told.some(mayNotApply);
  return unknownBetween([...missing, ...missingOf(...told)], { least, most }, optional);
}
