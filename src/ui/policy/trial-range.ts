import { measuredPairs } from '../../policy/measured-pairs.ts';
import type { Parameter } from '../../policy/what-if/parameters.ts';
import type { RuledPark } from '../law/ruled-parks.ts';

export interface TrialRange {
  readonly least: number;
  readonly most: number;
  readonly step: number;
}

/** 1, 2 or 5 times a power of ten, near `x`. */
function roundStep(x: number): number {
  const power = 10 ** Math.floor(Math.log10(x));
  const times = [1, 2, 5, 10].find((n) => n * power >= x * 0.999) ?? 10;
  return times * power;
}

/**
 * What a slider offers around a figure of the law: from nothing to twice of it, or so far that most of the parks
 * (their `values`) lie on it; a share goes up to the whole at most.
 */
export function rangeOf({ value, unit }: Parameter, values: readonly number[] = []): TrialRange {
  const sorted = [...values].sort((a, b) => a - b);
  const wanted = Math.max(2 * value, sorted[Math.floor(0.95 * (sorted.length - 1))] ?? 0);
  const whole = unit === 'count' || unit === 'year' || unit === 'month' || unit === 'day';
  const share = unit === 'ratio' && value <= 1;
  const step = whole ? 1 : share ? (value < 0.1 ? 0.005 : 0.01) : roundStep(value / 50);
  const least = Math.max(wanted, whole ? value + 3 : 0);
  const most = Number((Math.ceil(least / step - 1e-9) * step).toPrecision(12));
  return { least: 0, most: share ? Math.min(1, most) : most, step };
}

/** A park on the axis of a trial. */
export interface Dot {
  readonly parkId: string;
  readonly name: string;
  readonly value: number;
  /** Of the park, m²; null where it is not known. */
  readonly landM2: number | null;
}

/** Parks of which the number is known that this figure of the law is held against. */
export function dotsOf(parameter: Parameter, parks: readonly RuledPark[]): Dot[] {
  return parks.flatMap(({ line, finding }): Dot[] => {
    const pair = measuredPairs(finding).find(
      ({ required }) =>
        required?.value === parameter.value && required.unit === parameter.unit && required.op === parameter.op,
    );
    if (!pair) return [];
    const { id, name = id, landM2 } = line;
    return [{ parkId: id, name, value: pair.measured.value, landM2: landM2?.value ?? null }];
  });
}

export interface PlacedDot extends Dot {
  /** px from the left and from the middle line. */
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

/** Largest land drawn at full size, m² (200 亩): radius goes by the root, so that the disc goes by the land. */
const FULL_M2 = 133_333;

const radiusOf = ({ landM2 }: Dot): number => 3.5 + 4.5 * Math.sqrt(Math.min(1, (landM2 ?? 0) / FULL_M2));

/** Dots on an axis without one lying on another, as near to the line as there is room (largest first). */
export function placed(dots: readonly Dot[], xOf: (value: number) => number, most: number): PlacedDot[] {
  const done: PlacedDot[] = [];
  // Many parks on a short axis are drawn smaller, or they would hide one another.
  const span = Math.max(1, xOf(Math.max(...dots.map((d) => d.value))) - xOf(Math.min(...dots.map((d) => d.value))));
  const full = dots.reduce((sum, dot) => sum + (2 * radiusOf(dot) + 1) ** 2, 0);
  const scale = Math.min(1, Math.max(0.6, Math.sqrt((span * 2 * most * 0.6) / full)));
  const sized = dots.map((dot) => ({
    ...dot,
    x: xOf(dot.value),
    r: scale * radiusOf(dot),
  }));
  for (const dot of sized.sort((a, b) => b.r - a.r || a.x - b.x)) {
    const near = done.filter((other) => Math.abs(other.x - dot.x) < other.r + dot.r + 1);
    const free = (y: number) => near.every((o) => Math.hypot(o.x - dot.x, o.y - y) >= o.r + dot.r + 1);
    let y = 0;
    for (let k = 1; !free(y) && Math.abs(y) + dot.r < most; k++) y = (k % 2 ? 1 : -1) * Math.ceil(k / 2) * 3;
    done.push({ ...dot, y });
  }
  return done;
}
