import { measuredPairs } from '../../policy/measured.ts';
import type { Parameter } from '../../policy/what-if/parameters.ts';
import type { RuledPark } from './ruled.ts';

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

/** What a slider offers around a figure of the law: from nothing to twice of it, a share up to the whole. */
export function rangeOf({ value, unit }: Parameter): TrialRange {
  if (unit === 'count' || unit === 'year' || unit === 'month' || unit === 'day')
    return { least: 0, most: Math.max(2 * value, value + 3), step: 1 };
  if (unit === 'ratio' && value <= 1) return { least: 0, most: 1, step: 0.01 };
  return { least: 0, most: 2 * value, step: roundStep(value / 50) };
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
  return parks.flatMap(({ view, finding }): Dot[] => {
    const pair = measuredPairs(finding).find(
      ({ required }) =>
        required?.value === parameter.value && required.unit === parameter.unit && required.op === parameter.op,
    );
    if (!pair) return [];
    const land = view.facts.figures['landArea'];
    const landM2 = land?.state === 'value' ? land.value.value : null;
    return [{ parkId: view.park.id, name: view.park.name ?? view.park.id, value: pair.measured.value, landM2 }];
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

/** Dots on an axis without one lying on another, as near to the line as there is room (largest first). */
export function placed(dots: readonly Dot[], xOf: (value: number) => number, most: number): PlacedDot[] {
  const done: PlacedDot[] = [];
  const sized = dots.map((dot) => ({
    ...dot,
    x: xOf(dot.value),
    r: 3.5 + 4.5 * Math.sqrt(Math.min(1, (dot.landM2 ?? 0) / FULL_M2)),
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
