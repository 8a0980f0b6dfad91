import type { PlanAsked, PlanRefusal } from '../../../../city/planning/asked.ts';
import type { PlannedParkView, PlanView } from '../../../../city/planning/view.ts';
import type { Client } from '../../../../client/client.ts';
import type { OpenProject } from '../../project.svelte.ts';
import { landOf } from './labels.ts';
import type { PlanMade } from './made.ts';
import type { PlanDesk } from './plan-desk.svelte.ts';

const KEPT_AS = 'plan';
/** Plans come in quick succession while one is sought: they are kept no more often. */
const EVERY_MS = 1000;

type KeptPark = Pick<PlannedParkView, 'year' | 'kind' | 'spare' | 'why' | 'alternative' | 'loss'> & {
  readonly parcels: readonly { readonly id: string }[];
};

/** Of a plan what makes it again, and what was said of it: the rest is reckoned anew. */
interface KeptView extends Pick<
  PlanView,
  'objective' | 'status' | 'bound' | 'boundKind' | 'gap' | 'stats' | 'spared' | 'certificate'
> {
  readonly parks: readonly KeptPark[];
  readonly targets: readonly Pick<PlanView['targets'][number], 'short' | 'ladder' | 'conflict'>[];
}
type KeptMade = Omit<PlanMade, 'view'> & { readonly view: KeptView };

/** What lies on the device: the last valid plan, and what was sought when the page was left. */
interface Kept {
  readonly format: 1;
  readonly at: number;
  readonly made: KeptMade | null;
  readonly sought: PlanAsked | null;
  readonly labels: readonly string[];
  /** The time for a search. Absent of what was kept before it was. */
  readonly seconds?: number;
}

/** What was kept and is there again. */
export interface Restored {
  readonly at: number;
  readonly hasPlan: boolean;
  /** The page was left while a plan was sought. */
  readonly wasRunning: boolean;
}

type Asked = Pick<Client, 'planGiven' | 'work'>;

/** 留存: question and last valid plan outlive the page; what comes back is reckoned anew on the land as it is. */
export class PlanKeeping {
  restored = $state.raw<Restored | null>(null);
  /** Why the plan that was kept is none any more. */
  refused = $state.raw<PlanRefusal | null>(null);
  /** The device does not take it. */
  unkept = $state(false);
  #origin: string | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #shown: PlanMade | null = null;
  readonly #open: Pick<OpenProject, 'project'>;
  readonly #desk: PlanDesk;
  readonly #client: Asked;
  readonly #everyMs: number;

  constructor(open: Pick<OpenProject, 'project'>, desk: PlanDesk, client: Asked, everyMs = EVERY_MS) {
    this.#everyMs = everyMs;
    this.#open = open;
    this.#desk = desk;
    this.#client = client;
    desk.onChange = () => this.#changed();
  }

  /** What was kept of the files that are open, once. */
  async load(): Promise<void> {
    const origin = this.#open.project?.origin ?? null;
    if (origin === null || origin === this.#origin) return;
    this.clear();
    this.#origin = origin;
    const kept = await this.#client.work?.read(origin, KEPT_AS);
    if (origin !== this.#origin || this.#desk.plan || this.#desk.run.running || !isKept(kept)) return;
    const { made, sought, at, labels, seconds } = kept;
    if (seconds !== undefined) this.#desk.seconds = seconds;
    const view = made && (await this.#anew(made));
    if (origin !== this.#origin || this.#desk.plan || this.#desk.run.running) return;
    if (made && view) this.#desk.restored((this.#shown = { ...made, view }), labels);
    this.restored = { at, hasPlan: view !== null, wasRunning: sought !== null };
  }

  /** Other land is open: what was found last is kept at once. */
  clear(): void {
    this.flush();
    this.#origin = this.restored = this.refused = this.#shown = null;
    this.unkept = false;
  }

  /** What waits to be kept is kept now: the page may be left. */
  flush(): void {
    if (this.#timer === null) return;
    clearTimeout(this.#timer);
    this.#timer = null;
    void this.#keep();
  }

  /** Its parks on the land as it is now; null where they are none any more. */
  async #anew({ asked, view }: KeptMade): Promise<PlanView | null> {
    const parks = view.parks.map(({ parcels, year, kind }) => ({ parcels: parcels.map(({ id }) => id), year, kind }));
    const given = await this.#client.planGiven({ asked, parks }).catch(() => null);
    if (given && !given.ok) this.refused = given.refusal;
    return given?.ok ? withReasons(given.value, view) : null;
  }

  #changed(): void {
    if (this.#desk.plan !== this.#shown || this.#desk.run.running) this.restored = this.refused = null;
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      void this.#keep();
    }, this.#everyMs);
  }

  async #keep(): Promise<void> {
    const { plan, run, labels, seconds } = this.#desk;
    const origin = this.#origin;
    if (origin === null) return;
    const { running } = run;
    const isPlan = running?.what.for === 'plan' && running.phase !== 'explain';
    const asked = isPlan ? this.#desk.sought : null;
    const best = this.#desk.soFar;
    const soFar =
      isPlan && best && asked
        ? {
            number: (plan?.number ?? 0) + 1,
            at: Date.now(),
            cause: running.what.cause,
            asked,
            view: best,
            curve: run.curve,
          }
        : null;
    const kept: Kept = {
      format: 1,
      at: Date.now(),
      made: leanOf(soFar ?? plan),
      sought: asked,
      labels: labels.known,
      seconds,
    };
    const isKept = await this.#client.work?.keep(origin, KEPT_AS, kept);
    if (origin === this.#origin) this.unkept = isKept === false;
  }
}

/** A plan of a large city is some megabytes, and to copy it takes as long as to draw it: what is kept is little. */
const leanOf = (made: PlanMade | null): KeptMade | null =>
  made && {
    ...made,
    view: {
      ...{ objective: made.view.objective, status: made.view.status, stats: made.view.stats },
      ...{ bound: made.view.bound, boundKind: made.view.boundKind, gap: made.view.gap, spared: made.view.spared },
      certificate: made.view.certificate,
      parks: made.view.parks.map(({ year, kind, spare, why, alternative, loss, parcels }) => ({
        ...{ year, kind, spare, why, alternative, loss },
        parcels: parcels.map(({ id }) => ({ id })),
      })),
      targets: made.view.targets.map(({ short, ladder, conflict }) => ({ short, ladder, conflict })),
    },
  };

/** What was said of the plan before, where it is worth the same as then: prices, reasons and proof. */
function withReasons(anew: PlanView, kept: KeptView): PlanView {
  if (Math.abs(anew.objective - kept.objective) > 1e-6 * Math.max(1, Math.abs(kept.objective))) return anew;
  const known = new Map(kept.parks.map((park) => [nameOf(park), park]));
  const { status, bound, boundKind, gap, stats, spared = null, certificate = null } = kept;
  return {
    ...anew,
    ...{ status, bound, boundKind, gap, stats, spared, certificate },
    parks: anew.parks.map((park) => {
      const own = known.get(nameOf(park));
      if (!own) return park;
      // Of a plan that was kept before there were spare parks nothing is said of them.
      const { spare = park.spare, why, alternative, loss } = own;
      return { ...park, spare, why, alternative, loss };
    }),
    targets: anew.targets.map((target, n) => {
      const own = kept.targets[n];
      return own?.short === target.short ? { ...target, ladder: own.ladder, conflict: own.conflict } : target;
    }),
  };
}

const nameOf = ({ year, parcels }: Pick<KeptPark, 'year' | 'parcels'>): string =>
  `${year} ${landOf(parcels.map(({ id }) => id))}`;

const isKept = (kept: unknown): kept is Kept =>
  typeof kept === 'object' && kept !== null && (kept as Partial<Kept>).format === 1;
