import type { Geometry } from 'geojson';
import type { Plan } from '../tools/contract.ts';
import { lookOf } from './plan-features.ts';

/*
 * What each source of a plan is made of, written: alike is the same, so that what is tried many times a second, such as
 * storeys that follow the hand, draws neither outlines nor names anew that stay.
 */

type Planned = Plan | null;

const numbers = new WeakMap<Geometry, number>();
let last = 0;
/** A number of its own for each shape, that of an equal one made anew being another. */
export function numberOf(geometry: Geometry): number {
  const known = numbers.get(geometry);
  if (known !== undefined) return known;
  numbers.set(geometry, ++last);
  return last;
}

const written = <T>(all: readonly T[] | undefined, of: (one: T) => readonly unknown[]): string =>
  JSON.stringify((all ?? []).map(of));

export const parcelsWritten = (plan: Planned): string =>
  written(plan?.parcels, ({ key, geometry, role, selected }) => [key, numberOf(geometry), role, selected === true]);

/** Names keep clear of buildings. */
export const parcelNamesWritten = (plan: Planned): string =>
  written(plan?.parcels, ({ key, geometry, label, role }) => [key, numberOf(geometry), label, role]) +
  written(plan?.buildings, ({ geometry }) => [numberOf(geometry)]);

export const buildingsWritten = (plan: Planned): string =>
  written(plan?.buildings, (own) => [own.key, numberOf(own.geometry), lookOf(own), own.existing]);

export const buildingNamesWritten = (plan: Planned): string =>
  written(plan?.buildings, ({ key, geometry, label, storeys, change }) => [key, numberOf(geometry), label, storeys, change]); // prettier-ignore

export const marksWritten = (plan: Planned): string => written(plan?.marks, ({ at, outcome }) => [at, outcome]);
