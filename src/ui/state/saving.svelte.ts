import type { Client } from '../../client/client.ts';
import type { ProjectView, SavedFile } from '../../city/view.ts';
import { ok, type Refusal } from '../../domain/outcome.ts';
import { uiTexts, type UiTexts } from '../../texts/ui/index.ts';
import { offer } from './offer.ts';
import type { OpenProject } from './project.svelte.ts';

export type SaveFormat = keyof UiTexts['frame']['formats'];
/** In the order they are offered. */
export const SAVE_FORMATS = Object.keys(uiTexts.zh.frame.formats) as readonly SaveFormat[];

/** 另存为: what is open in another format, made where it is held and offered as a file; the one that was opened stays. */
export class Saving {
  busy = $state(false);
  /** What was saved last, until it has been read. */
  done = $state.raw<(Pick<SavedFile, 'notes'> & { readonly name: string }) | null>(null);
  refusal = $state.raw<Refusal | null>(null);
  readonly #open: OpenProject;
  readonly #client: Client;

  constructor(open: OpenProject, client: Client) {
    this.#open = open;
    this.#client = client;
  }

  async save(format: SaveFormat) {
    const { project } = this.#open;
    if (!project || this.busy) return;
    this.clear();
    this.busy = true;
    const saved = await this.#made(format, fileNameOf(project));
    this.busy = false;
    if (!saved) return;
    if (!saved.ok) {
      this.refusal = saved.refusal;
      return;
    }
    const { file, notes } = saved.value;
    offer(new Blob([file.bytes as BlobPart]), file.name);
    this.done = { name: file.name, notes };
  }

  /** In a format that holds everything what was changed is saved by it. */
  async #made(format: SaveFormat, name: string) {
    if (format !== 'ytp' && format !== 'geojson') return this.#client.saved({ format, name }).catch(() => null);
    const whole = await this.#open.save(format).catch(() => null);
    return whole?.ok ? ok({ file: whole.value, notes: [] }) : whole;
  }

  clear() {
    this.done = this.refusal = null;
  }
}

/** Of one file its own name without its ending; else the title of what is open. */
export const fileNameOf = ({ sets, sample, title }: Pick<ProjectView, 'sets' | 'sample' | 'title'>): string =>
  (sets.length === 1 && !sample ? sets[0].replace(/(\.[a-z]+)?\.[^.]*$/i, '') : title).replace(/[\\/:*?"<>|]/g, '_') ||
  'yuantu';
