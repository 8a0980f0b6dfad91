import { changeTo } from '../../domain/land/change-to.ts';
import type { ChangeNote } from '../../domain/land/change.ts';
import type { ChangeRefusal } from '../../domain/land/land.ts';
import { ok, refuse, type Result } from '../../domain/outcome.ts';
import { History, type Apply } from '../../desk/history.ts';
import type { City } from '../city.ts';
import { BASE, type ScenarioId, type ScenarioRefusal, type ScenarioStep } from '../../desk/scenario.ts';
import type { ScenarioLine, ScenariosView } from './view.ts';

interface Scenario {
  readonly id: ScenarioId;
  name: string;
  readonly of: ScenarioId;
  /** Steps that were done where it was begun, by what they are known by. */
  readonly begunAt: readonly object[];
  readonly history: History;
  /** Its land while another is in hand: a fork of the city as it was left. */
  held: City | null;
  isDropped: boolean;
}

type Done = Result<null, ScenarioRefusal | ChangeRefusal>;

/**
 * 方案: named branches of what is done to one city. The city itself is always the one in hand, so that whoever follows it
 * follows what is shown; to go to another is one change of it, made of what differs. The others are forks of it, which cost
 * what was changed, and each has its own undo and redo. The base 底稿 is the draft's own state; taking a scenario over is one
 * step of the base, which can be undone and knows what led there.
 */
export class Scenarios {
  readonly #city: City;
  readonly #apply: Apply;
  readonly #all: Scenario[];
  #hand: Scenario;
  /** Notes' steps that are in a file that was saved. */
  readonly #inFile = new WeakSet<object>();

  constructor(city: City, apply: Apply) {
    this.#city = city;
    this.#apply = apply;
    this.#hand = { id: BASE, name: '', of: BASE, begunAt: [], history: new History(), held: null, isDropped: false };
    this.#all = [this.#hand];
  }

  get hand(): ScenarioId {
    return this.#hand.id;
  }

  /** '' of the base. */
  get handName(): string {
    return this.#hand.name;
  }

  /** Steps of the one in hand. */
  get history(): History {
    return this.#hand.history;
  }

  /** The one in hand was written to a file. */
  saved(): void {
    this.history.saved();
    for (const step of this.history.steps) this.#inFile.add(step);
  }

  /** What led to the land in hand, the first step first; that it is a scenario stands last. */
  get notes(): readonly ChangeNote[] {
    const { notes } = this.history;
    return this.hand === BASE ? notes : [...notes, { code: 'scenario-in-hand', params: { name: this.handName } }];
  }

  get view(): ScenariosView {
    const taken = this.#all[BASE].history.stepNotes.findLast(({ code }) => code === 'scenario-taken')?.params;
    const lineOf = ({ id, name, of, begunAt, history, isDropped }: Scenario): ScenarioLine => ({
      id,
      name,
      of,
      ...pastOf(history.steps, begunAt),
      isDropped,
      taken: taken?.id === id ? { on: String(taken.on), reason: String(taken.reason) } : null,
    });
    return { hand: this.hand, all: this.#all.map(lineOf), unsaved: this.#unsaved };
  }

  /** The land of one that is there; undefined where there is none. */
  cityOf(id: ScenarioId): City | undefined {
    const own = this.#found(id);
    return own && (own.held ?? this.#city);
  }

  step(step: ScenarioStep): Done {
    if (step.do === 'restore') return this.#restore(step.of);
    const of = this.#found(step.of);
    if (!of) return refuse('scenario-gone');
    if (step.do === 'begin') return this.#begin(of, step.name.trim());
    if (step.do === 'go') return this.#go(of);
    if (of.id === BASE) throw new RangeError(`the base cannot be asked to ${step.do}`);
    if (step.do === 'rename') return this.#rename(of, step.name.trim());
    return step.do === 'drop' ? this.#drop(of) : this.#take(of, step);
  }

  #begin(of: Scenario, name: string): Done {
    const named = this.#mayBeCalled(name, null);
    if (!named.ok) return named;
    const history = of.history.fork();
    const begun: Scenario = {
      id: this.#all.length,
      name,
      of: of.id,
      begunAt: history.steps,
      history,
      held: (of.held ?? this.#city).fork(),
      isDropped: false,
    };
    this.#all.push(begun);
    return this.#go(begun);
  }

  #go(to: Scenario): Done {
    if (to === this.#hand) return ok(null);
    const left = this.#city.fork();
    const gone = this.#becomes(to.held!);
    if (!gone.ok) return gone;
    this.#hand.held = left;
    to.held = null;
    this.#hand = to;
    return ok(null);
  }

  /** Where nothing differs there is nothing to be done. */
  #becomes(land: City): Done {
    const change = changeTo(this.#city.land, land.land);
    if (Object.keys(change.tables).length === 0) return ok(null);
    const applied = this.#apply(change);
    return applied.ok ? ok(null) : applied;
  }

  #rename(own: Scenario, name: string): Done {
    const named = this.#mayBeCalled(name, own);
    if (named.ok) own.name = name;
    return named;
  }

  #drop(own: Scenario): Done {
    const gone = own === this.#hand ? this.#go(this.#all[BASE]) : ok(null);
    if (gone.ok) own.isDropped = true;
    return gone;
  }

  #restore(id: ScenarioId): Done {
    const own = this.#all[id];
    if (!own) return refuse('scenario-gone');
    own.isDropped = false;
    return ok(null);
  }

  /** The base is in hand then; the scenario stays as it is. */
  #take(own: Scenario, { reason, on, at }: Extract<ScenarioStep, { do: 'take' }>): Done {
    if (reason.trim() === '') return refuse('scenario-reason-missing');
    const land = (own.held ?? this.#city).fork();
    const gone = this.#go(this.#all[BASE]);
    if (!gone.ok) return gone;
    const params = { id: own.id, name: own.name, reason: reason.trim(), on };
    const change = {
      ...changeTo(this.#city.land, land.land),
      note: { code: 'scenario-taken', params, ...(at !== undefined && { at }) } as const,
    };
    const done = this.history.do(change, this.#apply, own.history.notes);
    return done.ok ? ok(null) : done;
  }

  /** Also of those that were dropped: they can be kept after all. */
  #mayBeCalled(name: string, by: Scenario | null): Done {
    if (name === '') return refuse('scenario-name-missing');
    const isTaken = this.#all.some((own) => own !== by && own.name === name);
    return isTaken ? refuse('scenario-name-taken', { name }) : ok(null);
  }

  #found(id: ScenarioId): Scenario | undefined {
    const own = this.#all[id] as Scenario | undefined;
    return own?.isDropped ? undefined : own;
  }

  get #unsaved(): number {
    const kept = this.#all.filter(({ isDropped }) => !isDropped);
    const steps = new Set(kept.flatMap(({ history }) => history.steps).filter((step) => !this.#inFile.has(step)));
    return Math.max(this.history.unsaved, steps.size);
  }
}

/** How many steps it is past where it was begun, and how many of those before were undone in it. */
function pastOf(steps: readonly object[], begunAt: readonly object[]): Pick<ScenarioLine, 'steps' | 'back'> {
  const first = begunAt.findIndex((known, n) => steps[n] !== known);
  const alike = first < 0 ? begunAt.length : first;
  return { steps: steps.length - alike, back: begunAt.length - alike };
}
