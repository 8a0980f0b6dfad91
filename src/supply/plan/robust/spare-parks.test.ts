import { describe, expect, it } from 'vitest';
import { chance, smallCity } from '../check/test-cities.ts';
import { countsFor, shortOf } from '../explain/asking.ts';
import { noChoices, type PlanPark, type PlanProblem } from '../shape/problem.ts';
import { spareParks } from './spare-parks.ts';
import { steppingIn } from './stepping-in.ts';

/** A plan of a park a parcel, in some year, with targets that ask for fewer than there are. */
function planned(seed: number): { readonly problem: PlanProblem; readonly parks: readonly PlanPark[] } {
  const city = smallCity(seed, { parcels: 9 });
  const between = chance(seed);
  const townshipOf = (place: number) => city.townships.findLastIndex((start) => start <= place);
  const parks = Array.from({ length: city.parcels.size }, (_, place): PlanPark => {
    const own = { kind: 0, year: between(0, 1), township: townshipOf(place), points: between(0, 20) };
    return { ...own, parcels: Int32Array.of(place), middle: place, sites: 1, landMu: 1, floorM2: 1 };
  });
  const years = city.targets.flatMap((target) => [0, 1].map((year) => ({ ...target, from: year, to: year })));
  const targets = [...years, ...city.targets].map((target) => {
    const own = parks.filter((park) => countsFor(park, target)).length;
    return { ...target, least: Math.max(0, own - between(0, 3)) };
  });
  return { problem: { ...city, targets }, parks };
}

describe('spare parks of a plan', () => {
  it('leave no target shorter, are no more than asked of each, and no further one could stand by', () => {
    let found = 0;
    for (let seed = 1; seed <= 12; seed++)
      for (const spare of [1, 2]) {
        const { problem, parks } = planned(seed);
        const spares = spareParks(problem, parks, noChoices, spare);
        const firmOf = (out: readonly number[]) => parks.filter((_, place) => !out.includes(place));
        const places = spares.map(({ park }) => park);
        const short = shortOf(problem, parks);
        expect(shortOf(problem, firmOf(places))).toEqual(short);
        for (const { park, target, after } of spares) {
          expect(countsFor(parks[park], problem.targets[target])).toBe(true);
          expect(after).toBeGreaterThan(0);
        }
        for (const n of problem.targets.keys())
          expect(spares.filter(({ target }) => target === n).length).toBeLessThanOrEqual(spare);
        // Of those that are left each is needed, or its targets have more parks than stand by for one.
        for (const [place, park] of parks.entries()) {
          if (places.includes(place)) continue;
          const own = [...problem.targets.keys()].filter((n) => problem.targets[n].least > 0 && countsFor(park, problem.targets[n])); // prettier-ignore
          const has = (n: number) => parks.filter((own) => countsFor(own, problem.targets[n])).length > problem.targets[n].least + spare; // prettier-ignore
          const isNeeded = String(shortOf(problem, firmOf([...places, place]))) !== String(short);
          expect(isNeeded || own.every(has)).toBe(true);
        }
        found += spares.length;
      }
    expect(found).toBeGreaterThan(12);
  });

  it('are none that a person fixed, and have the fewest points', () => {
    const many = [1, 2, 3, 4, 5, 6].map(planned).filter(({ problem, parks }) => spareParks(problem, parks, noChoices, 2).length > 2); // prettier-ignore
    const [{ problem, parks }] = many;
    const spares = spareParks(problem, parks, noChoices, 2);
    const points = spares.map(({ park }) => parks[park].points);
    expect(points).toEqual(points.toSorted((a, b) => b - a));
    const [{ park }] = spares;
    const fixedParks = [{ parcels: [...parks[park].parcels], kind: 0, year: null }];
    for (const fixed of [{ fixedParks }, { fixedParcels: [...parks[park].parcels] }])
      expect(spareParks(problem, parks, { ...noChoices, ...fixed }, 2).map((own) => own.park)).not.toContain(park);
  });

  it('step in as often as the others fall through and they do not, as chances multiply', () => {
    const { problem: city, parks: all } = planned(2);
    const parks = all.slice(0, 3);
    const townships = city.targets[0].townships.map(() => 1);
    const target = { ...city.targets[0], townships, from: 0, to: 1, least: 2 };
    const fallThrough = city.parcels.fallThrough.map(() => 0.25);
    const problem = { ...city, targets: [target], parcels: { ...city.parcels, fallThrough } };
    const spares = spareParks(problem, parks, noChoices, 1);
    expect(spares).toMatchObject([{ target: 0, after: 1 }]);
    const [{ stepsIn }] = steppingIn(problem, parks, spares, { scenarios: 6000, seed: 4 });
    expect(Math.abs(stepsIn - 0.75 * (1 - 0.75 ** 2))).toBeLessThan(0.03);
  });
});
