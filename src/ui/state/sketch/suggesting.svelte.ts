import type { Client } from '../../../client/client.ts';
import type { Intent } from '../../../desk/intent.ts';
import type { Key } from '../../../domain/land/change.ts';
import type { Refusal } from '../../../domain/outcome.ts';
import { isAbort } from '../project.svelte.ts';
import { idsOf, type SuggestCalls, type Found, type Proposal } from './proposal.ts';
import type { SketchDesk } from './sketch-desk.svelte.ts';
import type { SketchPage } from './workbench.ts';

/** A parcel that every set is to have, or none. */
export interface Held {
  readonly key: Key;
  readonly id: string;
  readonly how: 'fixed' | 'banned';
}

/** What the panel asks of the page. */
export interface SuggestPage extends SketchPage {
  readonly sketch: SketchDesk;
  preview: ReadonlySet<string> | null;
}

const FIRST = 5;

/** 推荐: land that the park in hand might take in, or of which one could begin; found by the worker, previewed, taken. */
export class Suggesting {
  isOpen = $state(false);
  /** Counts how often it was asked to be seen. */
  shown = $state(0);
  /** Of a park that is to begin. */
  township = $state('');
  held = $state.raw<readonly Held[]>([]);
  found = $state.raw<Found | null>(null);
  /** Why nothing was looked for; `failed` where it was not answered. */
  refusal = $state.raw<Refusal | null>(null);
  /** Share of the work that is done; null while none is. */
  done = $state<number | null>(null);
  isStopped = $state(false);
  more = $state(FIRST);
  readonly #page: SuggestPage;
  readonly #calls: SuggestCalls;
  #stop: AbortController | null = null;
  #pointed: Proposal | null = null;
  /** The parcel whose township is proposed. */
  #at: Key | null = null;
  /** What it was asked of last. */
  #of: string | null = null;

  constructor(page: SuggestPage, client: Client) {
    this.#page = page;
    this.#calls = client;
  }

  show(): void {
    this.isOpen = true;
    this.shown++;
  }

  /** Once the panel is open, whenever the park or the land is another. */
  follow(): void {
    const { park, open } = this.#page;
    const of = `${open.opening} ${park?.key ?? ''}`;
    if (of !== this.#of) this.#anew();
    this.#of = of;
    if (this.isOpen && (park || this.township)) void this.ask(false);
  }

  /** A park that is to begin begins where the parcel lies that is selected, until a person says otherwise. */
  async beginAt(parcel: Key | undefined): Promise<void> {
    if (!this.isOpen || this.#page.park || parcel === undefined || parcel === this.#at) return;
    this.#at = parcel;
    const { township } = this;
    const place = (await this.#calls.parcel({ key: parcel }).catch(() => null))?.place;
    // Another was chosen meanwhile.
    if (this.#at !== parcel || this.township !== township) return;
    if (this.#page.park || !place?.township || place.township === township) return;
    this.township = place.township;
    this.#stop?.abort();
    this.#stop = this.done = null;
    this.found = this.refusal = null;
  }

  /** Another park or project: nothing of the one before is locked, left out or shown. */
  #anew(): void {
    this.#stop?.abort();
    this.#at = null;
    this.held = [];
    this.found = this.refusal = null;
    this.more = FIRST;
  }

  /** What a person did stays said where nobody asked for this. */
  async ask(isSaid = true): Promise<void> {
    this.#stop?.abort();
    const stop = (this.#stop = new AbortController());
    this.done = 0;
    this.isStopped = false;
    const options = { signal: stop.signal, onProgress: (done: number) => (this.done = done) };
    try {
      const answer = await this.#call(options);
      if (this.#stop !== stop) return;
      this.refusal = answer?.ok === false ? answer.refusal : null;
      this.found = answer?.ok ? answer.value : null;
      if (this.found && isSaid) this.#say(this.found);
    } catch (error) {
      if (this.#stop === stop && !isAbort(error)) this.refusal = { code: 'failed', params: {} };
    } finally {
      if (this.#stop === stop) this.done = null;
    }
  }

  #call(options: Parameters<SuggestCalls['suggest']>[1]) {
    const { park, sketch } = this.#page;
    const keys = (how: Held['how']) => this.held.filter((own) => own.how === how).map(({ key }) => key);
    const held = { fixed: keys('fixed'), banned: keys('banned') };
    if (park) return this.#calls.suggest({ park: park.key, more: this.more, parkType: sketch.kind, ...held }, options);
    return this.#calls.assemble({ parkType: sketch.kind, township: this.township, ...held }, options);
  }

  stop(): void {
    this.#stop?.abort();
    this.#stop = null;
    this.done = null;
    this.isStopped = true;
  }

  moreOf(): void {
    this.more += FIRST;
    void this.ask();
  }

  /** Locked, left out, or neither any more. */
  hold(key: Key, id: string, how: Held['how'] | null): void {
    const rest = this.held.filter((own) => own.key !== key);
    this.held = how === null ? rest : [...rest, { key, id, how }];
    void this.ask();
  }

  /** Shown as if it were done, on the map and in the figures. */
  point(proposal: Proposal): void {
    this.#pointed = proposal;
    this.#page.preview = idsOf(proposal);
    this.#page.sketch.try(this.#intentOf(proposal));
  }

  /** Pointed at no more. What a tool has in hand meanwhile stays. */
  leave(proposal: Proposal): void {
    if (this.#pointed !== proposal) return;
    this.#pointed = this.#page.preview = null;
    this.#page.sketch.try(null);
  }

  /** 采用: true once it is done. */
  async take(proposal: Proposal): Promise<boolean> {
    this.leave(proposal);
    const done = await this.#page.sketch.do(this.#intentOf(proposal));
    // A locked parcel that was taken in is one of the park's own.
    if (done.ok) this.held = this.held.filter(({ how }) => how === 'banned');
    return done.ok;
  }

  #intentOf({ parcels }: Proposal): Intent {
    return { do: 'assign', park: this.#page.sketch.target, in: parcels.map(({ key }) => key), out: [] };
  }

  #say({ sets, additions = [], conflict }: Found): void {
    const { assemble } = this.#page.settings.texts;
    this.#page.announcement = conflict ? assemble.foundNone : assemble.found(sets.length, additions.length);
  }
}
