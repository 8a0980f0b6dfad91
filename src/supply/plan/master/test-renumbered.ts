import type { PlanProblem } from '../shape/problem.ts';
import { numbers } from './test-small-city.ts';

/** The same city: townships and the parcels of each in another order, and all of it elsewhere. */
export function renumbered(problem: PlanProblem, seed: number): PlanProblem {
  const random = numbers(seed + 77);
  const shuffled = (values: number[]) =>
    values.map((value) => ({ value, lot: random(0, 1) })).sort((a, b) => a.lot - b.lot).map(({ value }) => value); // prettier-ignore
  const { townships, parcels } = problem;
  const order = shuffled([...townships.keys()].slice(1)).map((after) => after - 1);
  const lists = order.map((township) =>
    shuffled(
      Array.from({ length: townships[township + 1] - townships[township] }, (_, at) => townships[township] + at),
    ),
  );
  const places = lists.flat();
  const now = new Map(places.map((place, at) => [place, at]));
  const column = (values: Float64Array) => Float64Array.from(places, (place) => values[place]);
  const bytes = (values: Uint8Array) => Uint8Array.from(places, (place) => values[place]);
  const near = places.map((place) =>
    [...parcels.near.values.subarray(parcels.near.starts[place], parcels.near.starts[place + 1])].map((other) =>
      now.get(other)!,
    ),
  );
  let [start, listed] = [0, 0];
  return {
    ...problem,
    townships: Int32Array.from([0, ...lists.map((list) => (start += list.length))]),
    kinds: problem.kinds.map((kind) => ({
      ...kind,
      landMu: Float64Array.from(order, (township) => kind.landMu[township]),
      floorM2: Float64Array.from(order, (township) => kind.floorM2[township]),
    })),
    limits: problem.limits.map((limit) => ({ ...limit, use: column(limit.use) })),
    targets: problem.targets.map((target) => ({
      ...target,
      townships: Uint8Array.from(order, (township) => target.townships[township]),
    })),
    parcels: {
      size: parcels.size,
      landMu: column(parcels.landMu),
      floorM2: column(parcels.floorM2),
      spareM2: column(parcels.spareM2),
      points: column(parcels.points),
      ready: bytes(parcels.ready),
      kinds: bytes(parcels.kinds),
      fallThrough: column(parcels.fallThrough),
      xM: column(parcels.xM).map((x) => x + 41_000),
      yM: column(parcels.yM).map((y) => y - 3_000),
      near: {
        starts: Int32Array.from([0, ...near.map((list) => (listed += list.length))]),
        values: Int32Array.from(near.flat()),
      },
    },
  };
}
