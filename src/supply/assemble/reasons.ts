import type { Parcel } from '../../domain/land/model.ts';
import type { Steps } from '../../domain/steps.ts';
import type { Candidates } from './candidates.ts';
import { sitesOf } from './units.ts';

/** Why a parcel is in a set, by code; what its record says of its use is said beside. */
export type Reason =
  /** 相邻: it shares a border with these places of the set, the fixed ones first. */
  | { readonly code: 'adjacent'; readonly to: readonly number[] }
  /** 连成一片: without it its site falls into so many. */
  | { readonly code: 'joins'; readonly sites: number }
  /** 自成一处分园 */
  | { readonly code: 'site-of-its-own' }
  /** 够规模: without it the size is not reached. */
  | { readonly code: 'reaches-size' };

/** The same for people: ids of the parcels that are spoken of, and what its record says of its use. */
export type Why =
  | Exclude<Reason, { readonly code: 'adjacent' }>
  | { readonly code: 'adjacent'; readonly to: readonly string[] }
  /** 锁定: a person said that it is to be in. */
  | { readonly code: 'locked' }
  /** 利用状态; idle land without the number of its finding 认定书 is only suspected of it 疑似闲置. */
  | { readonly code: 'use'; readonly status: NonNullable<Parcel['status']>; readonly isFound: boolean };

/** Reasons of every free parcel of a set; `isEnough`: whether some of it reaches the size. */
export function* reasonSteps(
  set: readonly number[],
  { plots, near }: Pick<Candidates, 'plots' | 'near'>,
  isEnough: (places: readonly number[]) => boolean,
): Steps<ReadonlyMap<number, readonly Reason[]>> {
  const isIn = new Set(set);
  const siteOf = new Map(sitesOf(set, near).flatMap((site) => site.map((place) => [place, site] as const)));
  const isFixed = (place: number) => plots[place].hold === 'fixed';
  const enough = isEnough(set);
  const found = new Map<number, readonly Reason[]>();
  for (const place of set) {
    if (isFixed(place)) continue;
    const to = near[place].filter((other) => isIn.has(other));
    to.sort((a, b) => Number(isFixed(b)) - Number(isFixed(a)) || a - b);
    const isOther = (other: number) => other !== place;
    const pieces = to.length > 1 ? sitesOf(siteOf.get(place)!.filter(isOther), near).length : 1;
    found.set(place, [
      to.length > 0 ? { code: 'adjacent', to } : { code: 'site-of-its-own' },
      ...(pieces > 1 ? [{ code: 'joins', sites: pieces } as const] : []),
      ...(enough && !isEnough(set.filter(isOther)) ? [{ code: 'reaches-size' } as const] : []),
    ]);
    yield;
  }
  return found;
}
