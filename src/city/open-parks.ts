import type { Key } from '../domain/land/change.ts';
import type { TraceStep } from '../policy/shape/finding.ts';
import type { Asking } from './asking.ts';
import type { City } from './city.ts';
import type { Judgement } from './judgement.ts';
import type { Law } from './law.ts';
import { placesAfter, type OpenLand } from './open-land.ts';
import {
  judgedPark,
  parkLine,
  parkView,
  ruleTallies,
  unjudgedLine,
  withShortTrace,
  type JudgedPark,
} from './park-views.ts';
import { turnTaking } from './turn-taking.ts';
import type { Delta, JudgedView, ParcelView, ParkLine, ParkView, ProjectView, RuledPark, RuleTally } from './view.ts';

/** Land that is open and its parks as one law judges them: what the page lists of both, and what of that is new. */
export class OpenParks {
  readonly land: OpenLand;
  readonly judgement: Judgement;

  constructor(land: OpenLand, law: Law) {
    this.land = land;
    this.judgement = land.city.judge(law);
  }

  get city(): City {
    return this.land.city;
  }

  /** Judges what is open, park by park: what is shown of some or all of them by then is the same, and complete. */
  async judgeAll({ signal }: Pick<Asking, 'signal'> = {}): Promise<void> {
    await this.#judge(this.city.parks, signal);
  }

  /** Lines of these parks as far as they are there, each judged. */
  async lines(keys: readonly Key[], { signal }: Pick<Asking, 'signal'> = {}): Promise<readonly ParkLine[]> {
    await this.#judge(keys, signal);
    return keys.filter((key) => this.has(key)).map((key) => this.line(key));
  }

  async #judge(keys: readonly Key[], signal: AbortSignal | undefined): Promise<void> {
    const takeTurns = turnTaking(signal);
    for (const key of keys) {
      // Taken out meanwhile, there is nothing to judge.
      if (this.has(key)) this.judgement.findings(key);
      await takeTurns();
    }
  }

  /** Of parks that nobody asked to be judged yet it has what their records say. */
  get view(): ProjectView {
    return { ...this.land.view(), ...this.judgedView };
  }

  get judgedView(): JudgedView {
    const { pack, date, precision } = this.judgement.law;
    return {
      date,
      precision: precision ?? null,
      parks: this.city.parks.map((key) => (this.judgement.isJudged(key) ? this.line(key) : this.#unjudged(key))),
      ...this.land.places.names(pack),
    };
  }

  /** What of the view is another than at a version. */
  since(from: number): Delta {
    const { city, land } = this;
    const { version } = city;
    const touched = city.since(from);
    const of = touched ? [...(touched.tables.parcel ?? []), ...touched.problems] : [];
    const told = { ...land.since(from, new Set(of)), from, version };
    if (!touched) return { ...told, whole: this.view, parks: { put: [], after: null, gone: [] } };
    const names = land.places.since(from).names ? land.places.names(this.judgement.law.pack) : {};
    const own = touched.tables.park ?? new Set<Key>();
    const keys = touched.parks === 'all' ? city.parks : [...touched.parks, ...own];
    const there = [...new Set(keys)].filter((key) => this.has(key)).sort(city.land.table('park').compare);
    return {
      ...told,
      whole: null,
      parks: {
        put: there.map((key) => this.line(key)),
        after: own.size > 0 ? placesAfter(city.parks, there) : null,
        gone: [...own].filter((key) => !this.has(key)),
      },
      members: { ...told.members, ...names },
    };
  }

  #unjudged(key: Key): ParkLine {
    return unjudgedLine(this.city.placed, this.judgement, key);
  }

  /** A park that is there, judged, as a list shows it. */
  line(key: Key): ParkLine {
    return parkLine(this.#park(key));
  }

  /** One park in full; null where there is none. */
  park(key: Key): ParkView | null {
    return this.has(key) ? parkView(this.#park(key)) : null;
  }

  /** How a rule came out for a park, step by step; null where there is none such. */
  trace(key: Key, rule: string): readonly TraceStep[] | null {
    if (!this.has(key)) return null;
    return this.judgement.findings(key).find((finding) => finding.rule === rule)?.trace ?? null;
  }

  /** The parks a rule applies to, with what it says of them. */
  ruled(rule: string): readonly RuledPark[] {
    return this.city.parks.flatMap((park) => {
      const finding = this.judgement.findings(park).find((own) => own.rule === rule);
      return finding && finding.outcome !== 'not-applicable' ? [{ park, finding: withShortTrace(finding) }] : [];
    });
  }

  /** What every rule comes to, by its id. */
  tallies(): Readonly<Record<string, RuleTally>> {
    return ruleTallies(this.city.parks.map((key) => this.judgement.findings(key)));
  }

  /** Everything about one parcel; null where there is none. */
  parcel(key: Key): ParcelView | null {
    return this.land.parcel(key, this.judgement.vertexSigmaM);
  }

  has(key: Key): boolean {
    return this.city.park(key) !== undefined;
  }

  #park(key: Key): JudgedPark {
    return judgedPark(this.judgement, key);
  }
}
