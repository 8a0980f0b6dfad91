import type { Choices, PlanProblem } from '../shape/problem.ts';
import { countOf } from '../../masks.ts';
import type { Neighbourhoods } from './neighbourhoods.ts';
import type { Members } from './set-search.ts';
import type { Worths } from './worths.ts';

/** Puts neighbourhoods before the search as they are in a year, without what people ban. */
export class Loading {
  readonly #problem: PlanProblem;
  readonly #hoods: Neighbourhoods;
  /** 1 by each parcel that is in no further park. */
  readonly #out: Uint8Array;
  readonly #bans: Choices['bannedSets'];
  constructor(problem: PlanProblem, hoods: Neighbourhoods, choices: Choices) {
    this.#problem = problem;
    this.#hoods = hoods;
    this.#out = new Uint8Array(problem.parcels.size);
    for (const place of choices.bannedParcels) this.#out[place] = 1;
    for (const { parcels } of choices.fixedParks) for (const place of parcels) this.#out[place] = 1;
    this.#bans = choices.bannedSets;
  }

  /** Gives whether its middle can be in a park of that year. */
  load(hood: number, year: number, worths: Worths, into: Members): boolean {
    const { parcels, parkPoints, kinds, mostSites } = this.#problem;
    const { starts, members, muKm, near } = this.#hoods;
    const start = starts[hood];
    const middle = members[start];
    if (this.#out[middle] || parcels.ready[middle] > year) return false;
    const [share, township, kind] = [parkPoints.share[year], this.#hoods.township[hood], this.#hoods.kind[hood]];
    into.size = starts[hood + 1] - start;
    into.open = 0;
    for (let n = 0; n < into.size; n++) {
      const place = members[start + n];
      if (this.#out[place] || parcels.ready[place] > year) continue;
      into.open |= 1 << n;
      into.gain[n] = worths.gain(year, place) - share * parkPoints.muKm * muKm[start + n];
      into.landMu[n] = parcels.landMu[place];
      into.floorM2[n] = parcels.floorM2[place];
      into.spareM2[n] = parcels.spareM2[place];
      into.near[n] = near[start + n];
    }
    into.base = worths.base(year);
    into.sitePrice = share * parkPoints.site;
    into.mostSites = mostSites;
    into.leastLandMu = kinds[kind].landMu[township];
    into.leastFloorM2 = kinds[kind].floorM2[township];
    into.mostLandMu = kinds[kind].mostLandMu;
    into.bans = this.#bansOf(hood);
    return true;
  }

  #bansOf(hood: number): Members['bans'] {
    if (this.#bans.length === 0) return [];
    const { starts, members } = this.#hoods;
    return this.#bans.flatMap(({ parcels, most }) => {
      let mask = 0;
      for (let n = starts[hood]; n < starts[hood + 1]; n++)
        if (parcels.includes(members[n])) mask |= 1 << (n - starts[hood]);
      return countOf(mask) > most ? [{ members: mask, most }] : [];
    });
  }

  /** Places of members, in rising order. */
  placesOf(hood: number, mask: number): Int32Array {
    const { starts, members } = this.#hoods;
    const places = new Int32Array(countOf(mask));
    let count = 0;
    for (let n = starts[hood]; n < starts[hood + 1]; n++)
      if ((mask >>> (n - starts[hood])) & 1) places[count++] = members[n];
    return places.sort();
  }
}
