import { cutUp, share } from './blocks.ts';
import type { Block, City } from './city.ts';
import { area } from './polygon.ts';
import type { Ring } from './polygon.ts';
import type { Random } from './random.ts';
import type { Parcel } from '../../src/domain/land/model.ts';
import { classOf, GRAIN } from './zoning.ts';

/** A parcel 宗地 before it has a number. */
export interface Lot {
  readonly ring: Ring;
  readonly block: Block;
  readonly landClass: string;
  /** Fields it has from its park or from being a corridor. */
  readonly given?: Partial<Parcel>;
  /** Site of its park it stands for. */
  readonly site?: number;
}

/** A piece of a block already spoken for. */
export interface Claim {
  readonly ring: Ring;
  readonly landClass: string;
  readonly given: Partial<Parcel>;
  readonly site?: number;
}

export interface Claims {
  readonly taken: readonly Claim[];
  readonly rest: readonly Ring[];
}

const subdivide = (block: Block, rings: readonly Ring[], rnd: Random): Ring[] => {
  const coarse = 1 + 0.7 * Math.max(0, 0.5 - block.builtUp);
  const target = GRAIN[block.quarter].parcel * coarse * rnd.between(0.6, 1.5);
  // Some blocks stay whole: a housing estate, a school ground, a large works.
  if (rnd.chance(block.quarter === 'core' ? 0.06 : 0.13)) return [...rings];
  return rings.flatMap((r) => cutUp(r, { target, gap: 0, jitter: 0.13, lean: 0.012 }, rnd));
};

/** All parcels of a block, their shared corners identical. */
export const lotsOf = (block: Block, claims: Claims | undefined, rnd: Random): Lot[] => {
  const free = subdivide(block, claims?.rest ?? [block.ring], rnd);
  const rings = share([...(claims?.taken.map((c) => c.ring) ?? []), ...free]);
  return rings.map((ring, i): Lot => {
    const claim = claims?.taken[i];
    if (claim) return { ring, block, landClass: claim.landClass, given: claim.given, site: claim.site };
    return { ring, block, landClass: classOf(block.quarter, area(ring), rnd) };
  });
};

export const townOf = (city: City, block: Block): City['towns'][number] => city.towns[block.town];
