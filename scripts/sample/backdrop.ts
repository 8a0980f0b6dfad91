import type { Edge } from './arrangement.ts';
import { cutUp } from './blocks.ts';
import type { City } from './city.ts';
import { makeCity } from './city.ts';
import { CITY, LAKE, RIVERS } from './names.ts';
import { smooth } from './frame.ts';
import { contains } from './polygon.ts';
import type { Pt, Ring } from './polygon.ts';
import { random } from './random.ts';
import { dissolve } from './townships.ts';
import { featureText, lineText, placeOf, polygonText } from './write.ts';

const DECIMALS = 6;

/** A band around a line, `half` metres on both sides. */
const band = (points: readonly Pt[], half: number): Ring => {
  const side = (sign: number): Pt[] =>
    points.map((p, i) => {
      const a = points[Math.max(0, i - 1)];
      const b = points[Math.min(points.length - 1, i + 1)];
      const l = Math.hypot(b[0] - a[0], b[1] - a[1]);
      return [p[0] - (sign * half * (b[1] - a[1])) / l, p[1] + (sign * half * (b[0] - a[0])) / l];
    });
  return [...side(-1), ...side(1).reverse()];
};

/** Strings edges of one road together where they follow one another. */
const chains = (city: City, edges: readonly Edge[]): Pt[][] => {
  const left = new Set(edges);
  const at = new Map<number, Edge[]>();
  for (const e of edges) for (const n of [e.from, e.to]) at.set(n, [...(at.get(n) ?? []), e]);
  const out: Pt[][] = [];
  const grow = (nodes: number[]): void => {
    for (;;) {
      const here = nodes.at(-1)!;
      const next = at.get(here)!.find((e) => left.has(e));
      if (!next) return;
      left.delete(next);
      nodes.push(next.from === here ? next.to : next.from);
    }
  };
  for (const e of edges) {
    if (!left.delete(e)) continue;
    const nodes = [e.from, e.to];
    grow(nodes);
    nodes.reverse();
    grow(nodes);
    out.push(nodes.map((n) => city.map.nodes[n]));
  }
  return out;
};

const roads = (city: City): Map<string, Edge[]> => {
  const groups = new Map<string, Edge[]>();
  for (const e of city.map.edges) {
    if (e.line.kind !== 'road') continue;
    const wet = [e.left, e.right].every((f) => f >= 0 && city.ground[f] === 'water');
    if (wet) continue;
    const key = `${e.line.rank}|${e.line.name ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), e]);
  }
  return groups;
};

/** The base map of the sample: ground, water and roads; not part of the exchange file. */
export function* backdrop(): Generator<string> {
  const city = makeCity(CITY, '9901');
  const place = placeOf(0);
  const area = (layer: string, ring: Ring[], name?: string): string =>
    featureText({ layer, ...(name ? { name } : {}) }, polygonText(ring, place, DECIMALS));
  const rnd = random('fields');
  for (const [i, ring] of city.inner.entries()) {
    if (!ring || city.ground[i] !== 'farm') continue;
    for (const field of cutUp(ring, { target: 260000, gap: 7, jitter: 0.16, lean: 0.06 }, rnd))
      yield featureText({ layer: 'farm', shade: rnd.whole(0, 2) }, polygonText([field], place, 5));
  }
  const urban = city.ground.map((g) => (g === 'urban' ? 1 : 0));
  const rings = dissolve(city.map, urban, 1);
  const holes = rings.filter((r) => signed(r) < 0);
  for (const ring of rings.filter((r) => signed(r) > 0))
    yield area('urban', [ring, ...holes.filter((h) => contains(ring, h[0]) && contains(ring, h[1]))]);
  const lake = city.map.edges.find((e) => e.line.kind === 'lake')!.line.points.slice(1);
  const courses = RIVERS.map((r) => ({ ...r, points: smooth(r.through, 90) }));
  for (const r of courses) yield area('green', [band(r.points, r.half + r.bank - 6)]);
  yield area('green', [band([...lake, lake[0]], 34)]);
  for (const r of courses) yield area('water', [band(r.points, r.half)], r.name);
  yield area('water', [lake], LAKE.name);
  for (const r of courses) yield featureText({ layer: 'waterName', name: r.name }, lineText(r.points, place, DECIMALS));
  for (const [key, edges] of roads(city)) {
    const [rank, name] = key.split('|');
    for (const points of chains(city, edges))
      yield featureText({ layer: 'road', name, rank: Number(rank) }, lineText(points, place, DECIMALS));
  }
}

const signed = (ring: Ring): number =>
  ring.reduce((sum, p, i) => {
    const q = ring[(i + 1) % ring.length];
    return sum + p[0] * q[1] - q[0] * p[1];
  }, 0) / 2;
