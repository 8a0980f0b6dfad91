import type { Geometry } from 'geojson';
import type { Answer } from '../../city/calls.ts';
import type { ReadChoices } from '../../city/view.ts';
import type { Client } from '../../client/client.ts';
import type { DraftRefusal } from '../../desk/draft-refusal.ts';
import type { Layer } from '../../domain/geometry/columns/layer.ts';
import type { NamedBytes } from '../../formats/contract.ts';

type Told = Extract<Exclude<Answer<'reference'>, null>, { readonly ok: true }>['value'];
type Refused = Extract<Exclude<Answer<'reference'>, null>, { readonly ok: false }>['refusal'];

/** 参考层: files drawn beside the land, to be looked at and snapped to. */
export interface Reference extends Told {
  readonly id: string;
  readonly name: string;
  readonly files: readonly NamedBytes[];
  readonly choices: ReadChoices;
  readonly isShown: boolean;
  readonly addedAt: number;
}

/** The reference layers of what is open; they are kept with its draft. */
export class References {
  list = $state.raw<readonly Reference[]>([]);
  /** Why one is not kept on this device. */
  unkept = $state.raw<DraftRefusal | null>(null);
  /** What is drawn of them. */
  readonly drawn: readonly Geometry[] = $derived.by(() => this.#shown.map(({ drawn }) => drawn));
  /** What is snapped to. */
  readonly layers: readonly Layer[] = $derived.by(() => this.#shown.flatMap(({ layers }) => layers));
  readonly #shown = $derived.by(() => this.list.filter(({ isShown }) => isShown));
  readonly #client: Client;
  #opening = 0;

  constructor(client: Client) {
    this.#client = client;
  }

  /** Null once it is drawn, else why it was not read; undefined where nothing answers. */
  async add(files: readonly NamedBytes[], choices: ReadChoices): Promise<Refused | null | undefined> {
    const opening = this.#opening;
    const told = await this.#client.reference({ files, choices }).catch(() => null);
    if (!told || opening !== this.#opening) return undefined;
    if (!told.ok) return told.refusal;
    const id = crypto.randomUUID();
    const own = { ...told.value, id, name: nameOf(files), files, choices, isShown: true, addedAt: Date.now() };
    this.list = [...this.list, own];
    await this.#keep(own);
    return null;
  }

  async toggle(id: string): Promise<void> {
    this.list = this.list.map((own) => (own.id === id ? { ...own, isShown: !own.isShown } : own));
    const own = this.list.find((one) => one.id === id);
    if (own) await this.#keep(own);
  }

  async remove(id: string): Promise<void> {
    this.list = this.list.filter((own) => own.id !== id);
    await this.#client.drafts?.references.drop(id);
  }

  /** Other land is open: of a draft what was kept with it is read again. */
  async opened(): Promise<void> {
    const opening = ++this.#opening;
    this.list = [];
    this.unkept = null;
    const kept = (await this.#client.drafts?.references.list()) ?? [];
    for (const { id, files, choices, isShown, addedAt } of kept) {
      const told = await this.#client.reference({ files, choices }).catch(() => null);
      if (opening !== this.#opening) return;
      if (told?.ok)
        this.list = [...this.list, { ...told.value, id, name: nameOf(files), files, choices, isShown, addedAt }];
    }
  }

  async #keep({ id, files, choices, isShown, addedAt }: Reference): Promise<void> {
    this.unkept = (await this.#client.drafts?.references.keep({ id, files, choices, isShown, addedAt })) ?? null;
  }
}

const nameOf = (files: readonly NamedBytes[]): string => files.map(({ name }) => name).join('、');
