import type { ReadChoices } from '../../city/view.ts';
import type { Client } from '../../client/client.ts';
import type { ParkTarget } from '../../desk/intent.ts';
import type { Bounds } from '../../domain/geometry/columns/bounds.ts';
import type { Refusal } from '../../domain/outcome.ts';
import type { NamedBytes } from '../../formats/contract.ts';
import { sayNote } from '../../texts/index.ts';
import { saySketchRefusal } from '../../texts/ui/sketch-said.ts';
import type { MapMover } from './map-mover.ts';
import type { OpenProject, Refused } from './project.svelte.ts';
import type { References } from './references.svelte.ts';
import type { Settings } from './settings.svelte.ts';
import type { SketchDesk } from './sketch/sketch-desk.svelte.ts';

/** What becomes of files that come while something is open. */
export type Way = 'anew' | 'parcels' | 'reference';

interface BesidePage {
  readonly open: OpenProject;
  readonly settings: Settings;
  readonly sketch: SketchDesk;
  readonly references: References;
  /** Said to a screen reader once. */
  announcement: string;
  readonly map: MapMover | null;
  readonly files: { openAnew(files: readonly NamedBytes[], choices: ReadChoices): Promise<boolean> };
}

/** Files that were dropped or chosen while something is open in the sketch desk: a person says what becomes of them. */
export class Beside {
  files = $state.raw<readonly NamedBytes[] | null>(null);
  busy = $state<Way | null>(null);
  /** Why they were not read, and for what. */
  refused = $state.raw<{ readonly way: Way; readonly of: Refused } | null>(null);
  /** Why their parcels were not added. */
  failure = $state.raw<string | null>(null);
  /** What is to be said of parcels that were added. */
  done = $state.raw<readonly string[] | null>(null);
  readonly #page: BesidePage;
  readonly #client: Client;

  constructor(page: BesidePage, client: Client) {
    this.#page = page;
    this.#client = client;
  }

  ask(files: readonly NamedBytes[]): void {
    this.close();
    this.files = files;
  }

  close(): void {
    this.files = this.refused = this.failure = this.done = null;
  }

  /** `choices`: what was said of the files after they were refused. */
  async take(way: Way, choices: ReadChoices = {}): Promise<void> {
    const { files } = this;
    if (!files || this.busy) return;
    this.busy = way;
    this.refused = this.failure = null;
    const ends = way === 'anew' ? this.#anew : way === 'parcels' ? this.#parcels : this.#reference;
    await ends.call(this, files, choices);
    this.busy = null;
  }

  async #anew(files: readonly NamedBytes[], choices: ReadChoices): Promise<void> {
    const { open } = this.#page;
    if (await this.#page.files.openAnew(files, choices)) return this.close();
    if (open.refused) this.refused = { way: 'anew', of: open.refused };
    else this.failure = this.#page.settings.texts.edits.failed;
    open.dismiss();
  }

  async #reference(files: readonly NamedBytes[], choices: ReadChoices): Promise<void> {
    const refusal = await this.#page.references.add(files, choices);
    if (refusal) this.refused = { way: 'reference', of: { refusal, files, choices } };
    else if (refusal === undefined) this.failure = this.#page.settings.texts.edits.failed;
    else {
      this.#page.announcement = this.#page.settings.texts.sketchStart.referenced(
        files.map(({ name }) => name).join('、'),
      );
      this.#look(this.#page.references.list.at(-1)?.bounds ?? null);
      this.close();
    }
  }

  /** What came is seen. */
  #look(bounds: Bounds | null): void {
    const { map } = this.#page;
    if (bounds && map && !map.shows(bounds)) map.flyTo(bounds, 17);
  }

  /** Into the park in hand, the one that is begun, or none. */
  async #parcels(files: readonly NamedBytes[], choices: ReadChoices): Promise<void> {
    const { sketch, settings, open } = this.#page;
    const park: ParkTarget | null = sketch.fresh
      ? { fresh: sketch.fresh }
      : sketch.park === null
        ? null
        : { key: sketch.park };
    const read = await this.#client.parcelsOf({ files, choices, park }).catch(() => null);
    if (!read) this.failure = settings.texts.edits.failed;
    else if (!read.ok) this.refused = { way: 'parcels', of: { refusal: read.refusal, files, choices } };
    else {
      const added = await sketch.do(read.value.intent);
      if (!added.ok) return this.#notAdded(added.refusal);
      const say = settings.texts.sketchStart;
      const names = open.policy ?? undefined;
      const notes = read.value.notes.map((note) => sayNote(settings.language, note, names));
      const left = read.value.left > 0 ? [say.left(read.value.left)] : [];
      const renamed = added.value.notes.filter(({ code }) => code === 'renamed').length;
      this.files = null;
      this.#look(read.value.bounds);
      this.done = [
        say.added(read.value.intent.parcels.length),
        ...(renamed ? [say.renamed(renamed)] : []),
        ...left,
        ...notes,
      ];
    }
  }

  #notAdded(refusal: Refusal): void {
    const { settings, open, sketch } = this.#page;
    this.failure = saySketchRefusal(settings.language, refusal, open.policy ?? undefined);
    sketch.say(null);
  }
}
