import type { Arrangement } from './arrangement.ts';
import { UNITS } from './names.ts';
import type { Category } from './names.ts';
import { area, centroid, distance } from './polygon.ts';
import type { Pt, Ring } from './polygon.ts';

/** 镇（街道） */
export interface Town {
  readonly code: string;
  readonly name: string;
  readonly districtCode: string;
  readonly category: Category;
  readonly at: Pt;
}

/** A city code in front of the district and township codes: 9901 for the sample, others for its neighbours. */
export const townsOf = (city: string): Town[] =>
  UNITS.flatMap((unit) =>
    unit.towns.map((t, i) => {
      const districtCode = city + unit.code.slice(4);
      const number = String(t.name.endsWith('镇') ? 100 + i : i + 1).padStart(3, '0');
      return { code: districtCode + number, name: t.name, districtCode, category: unit.category, at: t.at };
    }),
  );

/** Which township each face belongs to: all grow at once, face by face, so that every one stays in one piece. */
export const assign = (map: Arrangement, towns: readonly Town[], rural: (p: Pt) => boolean): number[] => {
  const centre = map.faces.map((f) => centroid(f.ring));
  const owner = map.faces.map(() => -1);
  const beside = map.faces.map((f, i) =>
    f.edges.map((e) => ({
      to: map.edges[e].left === i ? map.edges[e].right : map.edges[e].left,
      line: map.edges[e].line,
    })),
  );
  const reach = towns.map((t) => (t.category === 'county' ? 1.25 : t.category === 'district' ? 1.1 : 0.9));
  const open: { cost: number; face: number; town: number }[] = towns.map((t, town) => {
    let face = 0;
    centre.forEach((c, i) => {
      if (distance(c, t.at) < distance(centre[face], t.at)) face = i;
    });
    return { cost: 0, face, town };
  });
  while (open.length > 0) {
    let best = 0;
    for (let i = 1; i < open.length; i += 1) if (open[i].cost < open[best].cost) best = i;
    const [{ cost, face, town }] = open.splice(best, 1);
    if (owner[face] >= 0) continue;
    owner[face] = town;
    for (const { to, line } of beside[face]) {
      if (to < 0 || owner[to] >= 0) continue;
      // Borders like to follow the river and the wide roads.
      const barrier = line.kind === 'river' ? 900 : line.rank === 1 ? 350 : line.rank === 2 ? 120 : 0;
      // A town grows into the fields slowly, a county quickly.
      const slow = towns[town].category !== 'county' && rural(centre[to]) ? 3 : 1;
      open.push({ cost: cost + (slow * distance(centre[face], centre[to]) + barrier) / reach[town], face: to, town });
    }
  }
  return owner;
};

/**
 * The rings around all faces of one group, outer rings first.
 * @param group the group of each face; −1 for none
 */
export const dissolve = (map: Arrangement, group: readonly number[], wanted: number): Ring[] => {
  const inGroup = (face: number): boolean => face >= 0 && group[face] === wanted;
  const next = new Map<number, number[]>();
  map.edges.forEach((e) => {
    const [l, r] = [inGroup(e.left), inGroup(e.right)];
    if (l === r) return;
    const [a, b] = l ? [e.from, e.to] : [e.to, e.from];
    next.set(a, [...(next.get(a) ?? []), b]);
  });
  const rings: Ring[] = [];
  for (const [start, list] of next) {
    while (list.length > 0) rings.push(walk(map, next, start));
  }
  return rings.sort((a, b) => area(b) - area(a));
};

/** At a node met twice the walk turns as far right as it can, which keeps rings apart that touch in a point. */
const walk = (map: Arrangement, next: Map<number, number[]>, start: number): Ring => {
  const nodes = [start];
  for (;;) {
    const here = nodes.at(-1)!;
    const list = next.get(here)!;
    const before = nodes.at(-2);
    const turn = (n: number): number => {
      if (before === undefined) return 0;
      const [p, q, r] = [map.nodes[before], map.nodes[here], map.nodes[n]];
      const angle = Math.atan2(r[1] - q[1], r[0] - q[0]) - Math.atan2(p[1] - q[1], p[0] - q[0]);
      return (angle + 4 * Math.PI) % (2 * Math.PI);
    };
    const to = list.reduce((best, n) => (turn(n) < turn(best) ? n : best), list[0]);
    list.splice(list.indexOf(to), 1);
    if (to === start) return nodes.map((n) => map.nodes[n]);
    nodes.push(to);
  }
};
