import { arrange } from './arrangement.ts';
import type { Arrangement } from './arrangement.ts';
import { blunt, cutBlocks } from './blocks.ts';
import { inset, insetConvex } from './cut.ts';
import { makeFrame } from './frame.ts';
import type { Frame } from './frame.ts';
import { builtUp } from './ground.ts';
import { LAKE } from './names.ts';
import { makePlan } from './network.ts';
import { area, centroid, contains, distance, toSegment } from './polygon.ts';
import type { Pt, Ring } from './polygon.ts';
import { random } from './random.ts';
import type { Random } from './random.ts';
import { assign, townsOf } from './townships.ts';
import type { Town } from './townships.ts';
import { villagesOf } from './villages.ts';
import { GRAIN, quarterOf } from './zoning.ts';
import type { Quarter } from './zoning.ts';

/** Ground between streets. */
export interface Block {
  readonly ring: Ring;
  /** Index of the township. */
  readonly town: number;
  readonly quarter: Quarter;
  readonly builtUp: number;
}

export interface City {
  readonly map: Arrangement;
  readonly frame: Frame;
  readonly towns: readonly Town[];
  /** Township of each face. */
  readonly owner: readonly number[];
  /** What each face is. */
  readonly ground: readonly ('urban' | 'farm' | 'water')[];
  /** Faces without the roads and rivers at their edges; undefined where nothing is left. */
  readonly inner: readonly (Ring | undefined)[];
  readonly blocks: readonly Block[];
}

const lakeRing = (map: Arrangement): Ring => map.edges.find((e) => e.line.kind === 'lake')!.line.points;

const blocksOf = (city: Omit<City, 'blocks'>, dense: (p: Pt) => number, rnd: Random): Block[] =>
  city.map.faces.flatMap((face, i) => {
    const ring = city.inner[i];
    if (!ring || city.ground[i] !== 'urban') return [];
    const centre = centroid(face.ring);
    const banks = face.edges
      .map((e) => city.map.edges[e])
      .filter((e) => e.line.kind === 'river' || e.line.kind === 'lake');
    const atShore = (r: Ring): boolean =>
      banks.some((e) => {
        const [a, b] = [city.map.nodes[e.from], city.map.nodes[e.to]];
        return r.some((p) => toSegment(p, a, b) < e.line.half + 25);
      });
    const place = {
      out: distance(centre, [0, 0]),
      category: city.towns[city.owner[i]].category,

      drift: city.frame.noise(centre, 900),
      shore: false,
    };
    const quarter = quarterOf(place, rnd);
    const grain = { target: GRAIN[quarter].block, gap: quarter === 'works' ? 20 : 14, jitter: 0.09, lean: 0.03 };
    return cutBlocks(ring, grain, rnd)
      .map(blunt)
      .map((r): Block => {
        const shore = banks.length > 0 && atShore(r);
        const own = shore || rnd.chance(0.1) ? quarterOf({ ...place, shore }, rnd) : quarter;
        return { ring: r, town: city.owner[i], quarter: own, builtUp: dense(centre) };
      });
  });

/** Lays out a city. The same name gives the same city. */
export const makeCity = (name: string, cityCode: string): City => {
  const rnd = random(`${name}/plan`);
  const frame = makeFrame(rnd);
  const dense = builtUp(frame);
  const lines = makePlan(frame, dense, rnd);
  const map = arrange(lines, lines.find((l) => l.kind === 'limit')!.points);
  const towns = townsOf(cityCode);
  const owner = assign(map, towns, (p) => dense(p) < 0.02);
  const lake = lakeRing(map);
  const ground = map.faces.map((f): 'urban' | 'farm' | 'water' => {
    const c = centroid(f.ring);
    if (contains(lake, c) && distance(c, LAKE.at) < 1400) return 'water';
    return dense(c) > 0.02 && area(f.ring) < 1.6e6 ? 'urban' : 'farm';
  });
  const inner = map.faces.map((f, i) => {
    const widths = f.edges.map((e) => map.edges[e].line.half);
    const ring = inset(f.ring, widths);
    if (ground[i] === 'farm') return ring && area(ring) > 0.75 * area(f.ring) ? ring : f.ring;
    return ring ?? insetConvex(f.ring, widths);
  });
  const city = { map, frame, towns, owner, ground, inner };
  const blocks = blocksOf(city, dense, random(`${name}/blocks`));
  return { ...city, blocks: [...blocks, ...villagesOf(city, random(`${name}/villages`))] };
};
