import type { ParkLine, ParkView } from '../../city/view.ts';
import type { OpenProject } from './project.svelte.ts';
import type { Prepared } from './shown-project.svelte.ts';

/** The park whose card is open: asked for when it is chosen, because the page holds no more of each than list and map need. */
export class ParkDetails {
  view = $state.raw<ParkView | null>(null);
  readonly #open: OpenProject;
  /** Whose view it is, as it was judged then. */
  #of: ParkLine | null = null;
  #asked: { readonly line: ParkLine; readonly answer: Promise<void> } | null = null;

  constructor(open: OpenProject) {
    this.#open = open;
    open.followers.push((parks) => this.#prepare(parks));
  }

  /** The card opens once the park is told about: until then what was there stays. Null: no card. */
  ask(line: ParkLine | null): void {
    if (line === null) this.view = this.#of = this.#asked = null;
    else if (line !== this.#of && line !== this.#asked?.line) this.#asked = { line, answer: this.#load(line) };
  }

  /** When what was asked for last is here. */
  async ready(): Promise<void> {
    await this.#asked?.answer;
  }

  async #load(line: ParkLine): Promise<void> {
    const view = await this.#open.park(line.key);
    if (this.#asked?.line === line) this.#is(line, view);
  }

  /** Judged anew or changed, the park's card changes together with the list. */
  async #prepare(parks: readonly ParkLine[]): Promise<Prepared> {
    const key = this.#of?.key;
    const line = parks.find((own) => own.key === key);
    if (!line || line === this.#of) return () => undefined;
    const view = await this.#open.park(line.key);
    return () => {
      if (this.#of?.key === key) this.#is(line, view);
    };
  }

  #is(line: ParkLine, view: ParkView | null): void {
    this.#of = line;
    this.#asked = null;
    this.view = view;
  }
}
