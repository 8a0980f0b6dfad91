import { layouts } from '../../../src/layout/layouts.ts';
import { DEFAULT_WISHES } from '../../../src/layout/shape/settings.ts';
import type { LayoutSite, Point, Ring } from '../../../src/layout/shape/site.ts';
import { siteOf } from '../../../src/layout/test-sites.ts';
import type { BenchParcel } from './parcels.ts';

const MOVED: Point = [38_467_900, 12_345.6];

const changes: Readonly<Record<string, (ring: Ring) => Ring>> = {
  moved: (ring) => ring.map(([x, y]) => [x + MOVED[0], y + MOVED[1]]),
  reversed: (ring) => ring.toReversed(),
  doubled: (ring) => ring.flatMap((p, i) => [p, p, midway(p, ring[(i + 1) % ring.length])]),
  'begun elsewhere': (ring) => [...ring.slice(2), ...ring.slice(0, 2)],
};

const midway = ([ax, ay]: Point, [bx, by]: Point): Point => [(ax + bx) / 2, (ay + by) / 2];

/** Buildings to the millimetre, less where the land was moved to. */
const told = (site: LayoutSite, { conditions }: BenchParcel, [dx, dy]: Point): string =>
  [...layouts(site, conditions, DEFAULT_WISHES)]
    .flatMap(({ buildings }) => buildings.flatMap(({ ring }) => ring.flatMap(([x, y]) => [(x - dx).toFixed(3), (y - dy).toFixed(3)])))
    .join(' '); // prettier-ignore

export function samenessCheck(parcels: readonly BenchParcel[]): string {
  const same = parcels.filter((parcel) => {
    const first = told(parcel.site, parcel, [0, 0]);
    return Object.entries(changes).every(
      ([name, change]) =>
        told(siteOf(parcel.site.rings.map(change)), parcel, name === 'moved' ? MOVED : [0, 0]) === first,
    );
  });
  return `The same layouts after moving, reversing, doubling and renumbering the points of the boundary: ${same.length} of ${parcels.length}.`;
}
