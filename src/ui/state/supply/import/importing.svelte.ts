import type { ImportView, TableView } from '../../../../city/importing/view.ts';
import type { ReadChoices } from '../../../../city/view.ts';
import type { Client } from '../../../../client/client.ts';
import type { Refusal } from '../../../../domain/outcome.ts';
import type { NamedBytes } from '../../../../formats/contract.ts';
import { openable } from '../../../../formats/extensions.ts';
import { isGeodatabasePart } from '../../../../formats/foreign.ts';
import type { TableChoice, TableChoices } from '../../../../formats/sheet/table-join.ts';
import type { Edits } from '../../edits.svelte.ts';
import type { MapMover } from '../../map-mover.ts';
import { isAbort, type OpenProject, type Refused } from '../../project.svelte.ts';
import { KeptImport } from './kept-files.ts';
import {
  keyIn,
  nothingSaid,
  recalledTables,
  rememberTables,
  withColumn,
  withKey,
  type TableMemory,
} from './table-memory.ts';

/** What importing asks of the page. */
export interface ImportPage {
  readonly open: Pick<OpenProject, 'project' | 'date' | 'refused' | 'dismiss'>;
  readonly edits: Pick<Edits, 'change'>;
  readonly map: MapMover | null;
  readonly files: { openHere(files: readonly NamedBytes[], choices: ReadChoices): Promise<boolean> };
}

type Asked = Pick<Client, 'importRead' | 'importJoin' | 'importEdit' | 'importRowsLeft' | 'work'>;

/** The lists of a table, each beside the others in the drawer. */
export const LISTS = ['joined', 'rowsLeft', 'landLeft', 'ambiguous', 'unread'] as const;
export type ListName = (typeof LISTS)[number];

/** What was done with what was read. */
export interface ImportDone {
  readonly how: 'added' | 'opened' | 'filled';
  readonly parcels: number;
  readonly files: number;
  /** Parcels that got another number. */
  readonly renamed: number;
}

const collator = new Intl.Collator('zh-Hans-CN', { numeric: true });
const byName = (a: NamedBytes, b: NamedBytes): number => collator.compare(a.name, b.name);

/** In a folder everything else is left where it is. */
const isOpenable = ({ name }: NamedBytes): boolean =>
  !name.includes('/') || isGeodatabasePart(name) || openable.some((ending) => name.toLowerCase().endsWith(ending));

/** 导入: what was chosen, how its tables are read, and what would come; nothing is done to the city before a person says so. */
export class Importing {
  files = $state.raw<readonly NamedBytes[]>([]);
  /** Names of files in a folder that are no data. */
  leftOut = $state.raw<readonly string[]>([]);
  view = $state.raw<ImportView | null>(null);
  /** 0–1 of the files while they are read. */
  busy = $state.raw<number | null>(null);
  refused = $state.raw<Refused | null>(null);
  /** Why it was not added; `failed`: nothing answers. */
  refusal = $state.raw<Refusal | 'failed' | null>(null);
  done = $state.raw<ImportDone | null>(null);
  memory = $state.raw<TableMemory>(nothingSaid);
  /** Broken boundaries come as they are. */
  withBroken = $state(true);
  list = $state<ListName>('joined');
  #table = $state(0);
  #choices = $state.raw<ReadChoices>({});
  #sheets: Readonly<Record<string, string>> = {};
  #stop: AbortController | null = null;
  #asked = 0;
  #isOpening = false;
  #kept: KeptImport;
  readonly #page: ImportPage;
  readonly #client: Asked;

  constructor(page: ImportPage, client: Asked) {
    this.#page = page;
    this.#client = client;
    this.#kept = new KeptImport(client.work);
    this.memory = recalledTables();
  }

  /** The table whose columns and lists are shown. */
  readonly table: TableView | null = $derived.by(() => this.view?.tables[this.#table] ?? this.view?.tables[0] ?? null);

  /** Columns of all tables that no one knows and nothing was said of; null while nothing is read. */
  readonly unmatched: number | null = $derived.by(
    () => this.view && this.view.tables.flatMap(({ columns }) => columns).filter(isOpen).length,
  );

  look(table: TableView): void {
    this.#table = Math.max(0, this.view?.tables.indexOf(table) ?? 0);
  }

  /** More files: those of a name that is there take its place. */
  async take(files: readonly NamedBytes[]): Promise<void> {
    const own = files.filter(isOpenable);
    this.leftOut = files.filter((file) => !isOpenable(file)).map(({ name }) => name);
    if (own.length === 0) return;
    const names = own.map(({ name }) => name);
    this.done = null;
    // A folder gives its files in no order anyone knows.
    this.files = [...this.files.filter(({ name }) => !names.includes(name)), ...own].sort(byName);
    // What was left out before stays out, unless it comes again.
    const without = this.without.filter((name) => !names.includes(name));
    await this.read({ ...this.#choices, without });
  }

  /** Files that were chosen before the page was loaded anew are there again. */
  async load(): Promise<void> {
    const kept = await this.#kept.load(this.#page.open.project?.origin ?? null);
    if (!kept || this.files.length > 0) return;
    this.files = kept.files;
    await this.read(kept.choices);
  }

  async drop(isMeant: (name: string) => boolean): Promise<void> {
    this.files = this.files.filter(({ name }) => !isMeant(name));
    if (this.files.length > 0) await this.read(this.#choices);
    else this.clear();
  }

  /** Files that could not be read, and are left out. */
  get without(): readonly string[] {
    return this.#choices.without ?? [];
  }

  /** `choices`: what was said of files that were refused. */
  async read(choices: ReadChoices): Promise<void> {
    this.#stop?.abort();
    const stop = (this.#stop = new AbortController());
    this.#choices = choices;
    this.#kept.keep(this.files, choices);
    this.refused = this.refusal = this.view = null;
    this.busy = 0;
    const { files } = this;
    try {
      const read = await this.#client.importRead(
        { files, choices: { ...choices, tables: this.#tables() }, date: this.#page.open.date ?? undefined },
        { signal: stop.signal, onProgress: (done) => this.#stop === stop && (this.busy = done) },
      );
      if (this.#stop !== stop) return;
      if (read.ok) await this.#show(read.value);
      else this.refused = { refusal: read.refusal, files, choices };
    } catch (error) {
      if (this.#stop === stop && !isAbort(error)) this.refusal = 'failed';
    } finally {
      if (this.#stop === stop) this.busy = null;
    }
  }

  /** Ends the reading; the files stay chosen. */
  cancel(): void {
    this.#stop?.abort();
    this.#stop = this.busy = null;
  }

  async #show(view: ImportView): Promise<void> {
    this.view = view;
    this.#table = 0;
    if (view.bounds) this.#page.map?.flyTo(view.bounds, 17);
    // Only now the headings are known, and with them which column was said to have the numbers.
    const isSaid = view.tables.some(({ columns, key }) => {
      const said = keyIn(this.memory, columns.map(({ heading }) => heading)); // prettier-ignore
      return said && (said.column !== key?.column || said.land !== key.land);
    });
    if (isSaid) await this.#join();
  }

  /** `undefined`: as the dictionary has it. */
  mapColumn(heading: string, field: string | null | undefined): Promise<void> {
    return this.#remember(withColumn(this.memory, heading, field));
  }

  matchBy(table: TableView, key: TableChoice['key']): Promise<void> {
    return this.#remember(withKey(this.memory, headingsOf(table), key));
  }

  readSheet({ name }: TableView, sheet: string): Promise<void> {
    this.#sheets = { ...this.#sheets, [name]: sheet };
    return this.#join();
  }

  forget(): Promise<void> {
    return this.#remember(nothingSaid);
  }

  async #remember(memory: TableMemory): Promise<void> {
    this.memory = memory;
    rememberTables(memory);
    await this.#join();
  }

  async #join(): Promise<void> {
    if (!this.view) return;
    const asked = ++this.#asked;
    const joined = await this.#client.importJoin({ tables: this.#tables() }).catch(() => undefined);
    if (asked !== this.#asked || !this.view) return;
    if (joined?.ok) this.view = joined.value;
    // Who read them is gone: they are read once more.
    else if (joined === null) await this.read(this.#choices);
    else this.refusal = joined?.refusal ?? 'failed';
  }

  /** What was said, of every table there is. */
  #tables(): TableChoices {
    const names = this.files.map(({ name }) => name);
    const known = this.view?.tables ?? [];
    return Object.fromEntries(
      names.map((name) => {
        const key = keyIn(this.memory, known.filter((table) => table.name === name).flatMap(headingsOf));
        const sheet = this.#sheets[name] as string | undefined;
        return [name, { columns: this.memory.columns, ...(key && { key }), ...(sheet !== undefined && { sheet }) }];
      }),
    );
  }

  /** 加入 what is open, as one step that can be undone. */
  async add(): Promise<void> {
    const { view, withBroken } = this;
    if (!view) return;
    this.refusal = null;
    const edit = await this.#client.importEdit({ withBroken }).catch(() => null);
    if (!edit?.ok) return void (this.refusal = edit?.refusal ?? 'failed');
    const added = await this.#page.edits.change(edit.value.change);
    if (!added?.ok) return void (this.refusal = added?.refusal ?? 'failed');
    if (view.isOnto) {
      const parcels = edit.value.change.tables.parcel?.patch?.length ?? 0;
      return this.#end({ how: 'filled', parcels, files: view.tables.length, renamed: 0 });
    }
    const renamed = edit.value.notes.filter(({ code }) => code === 'renamed').length;
    const parcels = view.parcels - (withBroken ? 0 : view.broken.length);
    this.#end({ how: 'added', parcels, files: view.files, renamed });
  }

  /** In place of what is open, as a city of its own; a table that says nothing of it stays away. */
  async openAnew(): Promise<void> {
    const { view, files } = this;
    if (!view) return;
    this.refusal = null;
    const { without = [], ...choices } = this.#choices;
    const idle = view.tables.filter(({ key }) => key === null).map(({ name }) => name);
    const said = { ...choices, tables: this.#tables(), without: [...without, ...idle] };
    this.#isOpening = true;
    const kept = this.#kept;
    const opened = await this.#page.files.openHere(files, said);
    this.#isOpening = false;
    // They were kept with what was open before.
    if (opened) kept.keep([], {});
    if (opened) this.#end({ how: 'opened', parcels: view.parcels, files: view.files, renamed: 0 });
    else {
      const { refused } = this.#page.open;
      if (refused) this.refused = { ...refused, choices };
      this.#page.open.dismiss();
    }
  }

  #end(done: ImportDone): void {
    this.clear();
    this.done = done;
  }

  /** Other land is open: which numbers are taken there is asked again. */
  another(): void {
    this.done = null;
    this.#kept = new KeptImport(this.#client.work);
    if (this.view && !this.#isOpening) void this.read(this.#choices);
  }

  rowsLeft({ name }: TableView): ReturnType<Asked['importRowsLeft']> {
    return this.#client.importRowsLeft({ table: name });
  }

  clear(): void {
    this.cancel();
    this.files = this.leftOut = [];
    this.view = this.refused = this.refusal = this.done = null;
    this.#choices = {};
    this.#sheets = {};
    this.list = 'joined';
    this.#kept.keep([], {});
  }
}

const headingsOf = ({ columns }: TableView): readonly string[] => columns.map(({ heading }) => heading);

/** No one knows what it means, and nobody said. */
export const isOpen = ({ field, isNumber, isSaid }: TableView['columns'][number]): boolean =>
  field === null && !isNumber && !isSaid;
