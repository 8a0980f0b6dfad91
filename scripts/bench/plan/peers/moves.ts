import type { Neighbourhoods } from '../../../../src/supply/plan/pricing/neighbourhoods.ts';
import { parkOf } from '../../../../src/supply/plan/pricing/park.ts';
import type { PlanPark } from '../../../../src/supply/plan/shape/problem.ts';
import type { Random } from '../../../sample/random.ts';
import type { Holding } from './holding.ts';

/** Parks that go and parks that come. */
interface Move {
  readonly gone: readonly PlanPark[];
  readonly come: readonly PlanPark[];
}

/** How far chance sways what is put to a park next, points by 亩. */
const SWAY = 0.3;

/** Random changes of a plan, in whole parks and in single parcels; null where what chance came upon is no park. */
export class Moves {
  readonly #holding: Holding;
  readonly #hoods: Neighbourhoods;
  readonly #rnd: Random;
  constructor(holding: Holding, hoods: Neighbourhoods, rnd: Random) {
    this.#holding = holding;
    this.#hoods = hoods;
    this.#rnd = rnd;
  }

  next(): Move | null {
    const which = this.#rnd.next();
    if (which < 0.3 || this.#holding.parks.length === 0) return this.#founded();
    const park = this.#rnd.pick(this.#holding.parks);
    if (which < 0.35) return { gone: [park], come: [] };
    if (which < 0.55) return this.#regrown(park);
    if (which < 0.65) return this.#inYear(park, this.#rnd.whole(0, this.#holding.problem.years.length - 1));
    return which < 0.75 ? this.#without(park) : this.#withMore(park);
  }

  /** A new park; where it takes too much another of its year goes, rather one that makes little of its land. */
  #founded(): Move | null {
    const { problem, taken, parks } = this.#holding;
    const start = this.#rnd.whole(0, problem.parcels.size - 1);
    if (taken[start]) return null;
    const kind = this.#rnd.whole(0, problem.kinds.length - 1);
    const park = this.#grown(start, kind, this.#rnd.whole(0, problem.years.length - 1));
    if (!park) return null;
    if (this.#holding.gain([], [park]) !== null) return { gone: [], come: [park] };
    const others = parks.filter(({ year }) => year === park.year);
    if (others.length === 0) return null;
    const few = Array.from({ length: 4 }, () => this.#rnd.pick(others));
    const gone = few.reduce((a, b) => (b.points / b.landMu < a.points / a.landMu ? b : a));
    return { gone: [gone], come: [park] };
  }

  /** Another park round one of its parcels. */
  #regrown(park: PlanPark): Move | null {
    this.#holding.mark(park, 0);
    const other = this.#grown(this.#rnd.pick([...park.parcels]), park.kind, park.year);
    this.#holding.mark(park, 1);
    return other && { gone: [park], come: [other] };
  }

  #inYear(park: PlanPark, year: number): Move | null {
    const other = year === park.year ? null : this.#park(park, [...park.parcels], year);
    return other && { gone: [park], come: [other] };
  }

  #without(park: PlanPark): Move | null {
    const out = this.#rnd.pick([...park.parcels]);
    const other = this.#park(park, others(park, out));
    return other && { gone: [park], come: [other] };
  }

  /** One parcel more, beside it or near it, free or another park's; sometimes for one of its own. */
  #withMore(park: PlanPark): Move | null {
    const more = this.#parcelNear(park);
    if (more === null || park.parcels.includes(more)) return null;
    const own = this.#rnd.chance(0.4) ? others(park, this.#rnd.pick([...park.parcels])) : [...park.parcels];
    const other = this.#park(park, [...own, more]);
    if (!other) return null;
    if (!this.#holding.taken[more]) return { gone: [park], come: [other] };
    const owner = this.#holding.parks.find(({ parcels }) => parcels.includes(more))!;
    const rest = this.#park(owner, others(owner, more));
    return { gone: [park, owner], come: rest ? [other, rest] : [other] };
  }

  #parcelNear(park: PlanPark): number | null {
    const { starts, values } = this.#holding.problem.parcels.near;
    const from = this.#rnd.pick([...park.parcels]);
    if (this.#rnd.chance(0.8) && starts[from + 1] > starts[from])
      return values[this.#rnd.whole(starts[from], starts[from + 1] - 1)];
    const own = this.#hoods.round[park.kind][park.middle];
    return this.#hoods.members[this.#rnd.whole(this.#hoods.starts[own], this.#hoods.starts[own + 1] - 1)];
  }

  #park({ township, kind, year }: PlanPark, parcels: readonly number[], inYear = year): PlanPark | null {
    if (parcels.length === 0) return null;
    return parkOf(this.#holding.problem, this.#hoods, township, Int32Array.from(parcels).sort(), kind, inYear);
  }

  /** The best park met with while parcel after parcel is put to the first, swayed by chance. */
  #grown(start: number, kind: number, year: number): PlanPark | null {
    const { problem } = this.#holding;
    const hood = this.#hoods.round[kind][start];
    if (hood < 0 || problem.parcels.ready[start] > year) return null;
    const goesOn = this.#rnd.chance(0.5);
    const township = this.#hoods.township[hood];
    const places = [start];
    let [set, landMu, best] = [1, problem.parcels.landMu[start], null as PlanPark | null];
    for (;;) {
      const park = parkOf(problem, this.#hoods, township, Int32Array.from(places).sort(), kind, year);
      if (park && (!best || park.points > best.points)) best = park;
      else if (best && !goesOn) return best;
      const next = this.#nextTo(hood, set, year, problem.kinds[kind].mostLandMu - landMu);
      if (next < 0) return best;
      const place = this.#hoods.members[this.#hoods.starts[hood] + next];
      set |= 1 << next;
      places.push(place);
      landMu += problem.parcels.landMu[place];
    }
  }

  /** The free member that is worth most by 亩 beside those of the set, a further site counted; −1: none. */
  #nextTo(hood: number, set: number, year: number, room: number): number {
    const { parcels, parkPoints } = this.#holding.problem;
    const { starts, members, muKm, near } = this.#hoods;
    const start = starts[hood];
    let [next, most] = [-1, -Infinity];
    for (let n = 0; n < starts[hood + 1] - start; n++) {
      const place = members[start + n];
      if ((set >>> n) & 1 || this.#holding.taken[place]) continue;
      if (parcels.ready[place] > year || parcels.landMu[place] > room) continue;
      const site = (near[start + n] & set) === 0 ? parkPoints.site : 0;
      const points = parcels.points[place] - parkPoints.muKm * muKm[start + n] - site;
      const worth = points / parcels.landMu[place] + SWAY * this.#rnd.next();
      if (worth > most) [next, most] = [n, worth];
    }
    return next;
  }
}

const others = ({ parcels }: PlanPark, out: number): number[] => [...parcels].filter((place) => place !== out);
