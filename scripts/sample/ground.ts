import type { Frame } from './frame.ts';
import { UNITS } from './names.ts';
import type { Unit } from './names.ts';
import { distance } from './polygon.ts';
import type { Pt } from './polygon.ts';

interface Centre {
  readonly at: Pt;
  readonly radius: number;
}

const middle = (unit: Unit): Pt => [
  unit.towns.reduce((sum, t) => sum + t.at[0], 0) / unit.towns.length,
  unit.towns.reduce((sum, t) => sum + t.at[1], 0) / unit.towns.length,
];

const centres = (): Centre[] => [
  { at: [0, 0], radius: 5900 },
  ...UNITS.flatMap((unit): Centre[] => {
    if (unit.category === 'development-zone') return [{ at: middle(unit), radius: 2150 }];
    if (unit.category === 'urban-district') return [];
    return unit.towns.map((t, i) => ({ at: t.at, radius: i === 0 ? 1350 : 620 }));
  }),
];

/** How built-up the ground is: 1 in a centre, 0 at the edge of town, negative in the fields. */
export const builtUp = (frame: Frame): ((p: Pt) => number) => {
  const list = centres();
  return (p) =>
    Math.max(
      ...list.map((c) => 1 - distance(p, c.at) / (c.radius * (1 + 0.2 * frame.noise(p, 0.28 * c.radius + 300)))),
    );
};
