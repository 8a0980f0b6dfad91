import type { KeptDrafts } from '../../client/client.ts';
import type { DraftRefusal } from '../../desk/draft-refusal.ts';
import { draftSentences } from '../../texts/changes.ts';
import { sayRefusal } from '../../texts/index.ts';
import type { Edits } from './edits.svelte.ts';
import type { OpenProject } from './project.svelte.ts';
import type { Settings } from './settings.svelte.ts';

type Entry = Extract<Awaited<ReturnType<KeptDrafts['list']>>, { readonly ok: true }>['value'][number];

interface DraftsPage {
  readonly open: OpenProject;
  readonly edits: Edits;
  readonly settings: Settings;
  /** Other land is open: nothing of what was selected is there. */
  fresh(files: null): void;
}

/** 草案 kept on this device: listed, opened as they were left, thrown away. */
export class DraftList {
  entries = $state.raw<readonly Entry[]>([]);
  /** Why they cannot be listed, opened or deleted. */
  failure = $state.raw<string | null>(null);
  readonly #page: DraftsPage;
  readonly #kept: KeptDrafts | null;

  constructor(page: DraftsPage, kept: KeptDrafts | null) {
    this.#page = page;
    this.#kept = kept;
  }

  /** Looked for anew: another window may have begun one. */
  async look(): Promise<void> {
    const found = await this.#kept?.list();
    if (found?.ok) this.entries = found.value;
    // A browser that keeps nothing has nothing to list; what is done says so itself.
    else if (found && found.refusal.code !== 'device-refuses') this.#say(found.refusal);
  }

  async open(id: string): Promise<void> {
    if (!(await this.#page.edits.mayGo())) return;
    this.failure = null;
    const opened = await this.#page.open.openDraft(id);
    if (opened === true) this.#page.fresh(null);
    else if (opened) this.#say(opened);
  }

  async remove(id: string): Promise<void> {
    const gone = await this.#kept?.remove(id);
    if (gone && !gone.ok) this.#say(gone.refusal);
    await this.look();
  }

  #say(refusal: DraftRefusal): void {
    this.failure = sayRefusal(this.#page.settings.language, refusal, draftSentences);
  }
}
