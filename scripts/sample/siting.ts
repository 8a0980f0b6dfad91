import type { Block, City } from './city.ts';
import { cutArea, split } from './cut.ts';
import type { Claim, Claims } from './lots.ts';
import type { Spec } from './park-specs.ts';
import { area, boxOf, centroid, distance, left } from './polygon.ts';
import type { Ring } from './polygon.ts';
import type { Random } from './random.ts';

const MU = 2000 / 3;

const fits = (block: Block, m2: number): boolean => {
  const size = area(block.ring);
  if (size < m2 * 1.02 + 1500) return false;
  const box = boxOf(block.ring);
  return box.short > 95 && size / (box.long * box.short) > 0.86;
};

const wanted = (city: City, spec: Spec, block: Block): boolean => {
  const category = city.towns[block.town].category;
  if (spec.park.parkType === 'service' && spec.landClass !== '100101') {
    if (!['campus', 'core', 'works'].includes(block.quarter)) return false;
  } else if (block.quarter !== 'works') return false;
  if (spec.town && city.towns[block.town].name !== spec.town) return false;
  if (spec.where === 'zone') return category === 'development-zone';
  if (spec.where === 'urban') return category === 'urban-district';
  if (spec.where === 'county') return category === 'county' || category === 'district';
  return true;
};

const claim = (spec: Spec, ring: Ring, site: number): Claim => ({
  ring,
  landClass: spec.landClass,
  given: { parkId: spec.id, ...spec.parcel },
  site,
});

/** One exact piece off the end of a block. */
const slab = (spec: Spec, block: Block, m2: number, site: number): Claims | undefined => {
  const parts = cutArea(block.ring, boxOf(block.ring).axis, m2);
  return parts && { taken: [claim(spec, parts[0], site)], rest: [parts[1]] };
};

const pair = (spec: Spec, block: Block): Claims | undefined => {
  const parts = cutArea(block.ring, boxOf(block.ring).axis, spec.mu * MU);
  const halves = parts && split(parts[0], boxOf(parts[0]).centre, left(boxOf(parts[0]).axis));
  return halves && { taken: halves.map((h) => claim(spec, h, 1)), rest: [parts[1]] };
};

/** Two sites and the road 1207 between them. */
const road = (spec: Spec, block: Block): Claims | undefined => {
  const axis = boxOf(block.ring).axis;
  const first = cutArea(block.ring, axis, spec.mu * MU * 0.55);
  const strip = first && cutArea(first[1], axis, boxOf(block.ring).short * 18);
  const second = strip && cutArea(strip[1], axis, spec.mu * MU * 0.45);
  if (!second) return undefined;
  const street: Claim = { ring: strip[0], landClass: '1207', given: { status: 'in-use' } };
  return { taken: [claim(spec, first[0], 1), claim(spec, second[0], 2), street], rest: [second[1]] };
};

/** Two sites that meet in one point. */
const corner = (spec: Spec, block: Block): Claims | undefined => {
  const { axis, centre } = boxOf(block.ring);
  const halves = split(block.ring, centre, left(axis));
  const first = halves && split(halves[0], centre, axis);
  const second = halves && split(halves[1], centre, axis);
  if (!first || !second) return undefined;
  return { taken: [claim(spec, first[0], 1), claim(spec, second[1], 2)], rest: [first[1], second[0]] };
};

const gather = (city: City, spec: Spec, free: readonly number[]): number[] => {
  const first = free[0];
  const town = city.blocks[first].town;
  const near = [...free.slice(1)].sort((a, b) => away(city, first, a) - away(city, first, b));
  const others = near.filter((b) =>
    spec.form === 'towns'
      ? city.blocks[b].town !== town && city.towns[city.blocks[b].town].districtCode === city.towns[town].districtCode
      : city.blocks[b].town === town && away(city, first, b) > 500,
  );
  return [first, ...others.slice(0, spec.sites - 1)];
};

const away = (city: City, a: number, b: number): number =>
  distance(centroid(city.blocks[a].ring), centroid(city.blocks[b].ring));

const place = (city: City, spec: Spec, free: readonly number[]): Map<number, Claims> | undefined => {
  const several = spec.form === 'sites' || spec.form === 'towns';
  const chosen = several ? gather(city, spec, free) : free.slice(0, 1);
  if (chosen.length < (several ? spec.sites : 1)) return undefined;
  const weights = chosen.map((_, i) => 1 + 0.35 * (chosen.length - 1 - i));
  const sum = weights.reduce((a, b) => a + b, 0);
  const out = new Map<number, Claims>();
  for (const [i, index] of chosen.entries()) {
    const block = city.blocks[index];
    const only = { pair, road, corner }[spec.form as 'pair' | 'road' | 'corner'];
    const claims = only ? only(spec, block) : slab(spec, block, (spec.mu * MU * weights[i]) / sum, i + 1);
    if (!claims) return undefined;
    out.set(index, claims);
  }
  return out;
};

/** Finds the ground of every park: claims on blocks, by index of the block. */
export const sitePlan = (city: City, specs: readonly Spec[], rnd: Random): Map<number, Claims> => {
  const all = new Map<number, Claims>();
  for (const spec of specs) {
    if (spec.form === 'none') continue;
    const share = spec.form === 'sites' || spec.form === 'towns' ? 1.6 / spec.sites : spec.form === 'road' ? 1.15 : 1;
    const open = city.blocks.flatMap((b, i) =>
      !all.has(i) && wanted(city, spec, b) && fits(b, spec.mu * MU * share) && area(b.ring) < 190000 ? [i] : [],
    );
    const x = (i: number): number => centroid(city.blocks[i].ring)[0] * (spec.where === 'west' ? 1 : -1);
    const edge = spec.where === 'west' || spec.where === 'east';
    const order = edge
      ? open.sort((a, b) => x(a) - x(b))
      : open
          .map((i) => ({ i, k: rnd.next() }))
          .sort((a, b) => a.k - b.k)
          .map(({ i }) => i);
    for (let attempt = 0; attempt < Math.min(12, order.length); attempt += 1) {
      const found = place(city, spec, order.slice(attempt));
      if (!found) continue;
      found.forEach((claims, index) => all.set(index, claims));
      break;
    }
  }
  return all;
};
