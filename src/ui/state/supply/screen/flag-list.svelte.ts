import type { FlagTable } from '../../../../city/screening/flag-table.ts';
import type { Client } from '../../../../client/client.ts';
import type { DecideFlagInput } from '../../../../desk/decide-flag.ts';
import type { Change, Key } from '../../../../domain/land/change.ts';
import { rowOfKey } from '../../../../domain/land/parcel-columns.ts';
import type { Refusal, Result } from '../../../../domain/outcome.ts';
import type { Edits } from '../../edits.svelte.ts';
import type { OpenProject } from '../../project.svelte.ts';
import type { RowsSaid } from '../../../address/address.ts';
import { fileOrder, readSaid, saidOf } from './flag-address.ts';
import type { Screening } from './screening.svelte.ts';
import * as choice from './flag-choice.ts';
import { AskedLines, noLines, withLines, type FlagLines } from './flag-lines.ts';
import { FlagNames } from './flag-names.ts';
import { flagsFound, flagsSorted, noFilter, type FlagColumn, type FlagFilter, type FlagOrder } from './flag-rows.ts';

/** What the list of flags asks of the page. */
export interface FlagPage {
  readonly open: Pick<OpenProject, 'project'>;
  readonly edits: Pick<Edits, 'change'>;
}

/** Parcels that are looked at alone, flagged or not; null: all are. */
type Looked = Pick<Screening, 'lookedKeys' | 'looked'>;

type Asked = Pick<Client, 'flags' | 'flagLines' | 'decideFlag' | 'edit'>;

const noRows = new Uint32Array(0);
const noSum: choice.ChosenSum = { count: 0, mu: 0, unmeasured: 0 };

/** 认定: all that is flagged, filtered, sorted and chosen here; what says so is asked for the lines that are seen. */
export class FlagList {
  /** Null until the worker has told. */
  table = $state.raw<FlagTable | null>(null);
  failed = $state(false);
  filter = $state.raw<FlagFilter>(noFilter);
  order = $state.raw<FlagOrder>(fileOrder);
  chosen = $state.raw<choice.Chosen>(choice.none);
  /** The row with the cursor, by its key. */
  cursor = $state<Key | null>(null);
  lines = $state.raw<FlagLines>(noLines);
  /** What is typed as the reason of a decision; it stays until it was taken. */
  reason = $state('');
  /** Why what was decided was not taken. */
  refusal = $state.raw<Refusal | null>(null);
  #asked = 0;
  /** Counts ids that were put in order. */
  #ranked = $state(0);
  /** What an address said, until the table is there that knows what it means. */
  #said: RowsSaid | null = null;
  readonly #askedLines = new AskedLines();
  readonly #page: FlagPage;
  readonly #client: Asked;
  readonly #screening: Looked;

  constructor(page: FlagPage, screening: Looked, client: Asked) {
    this.#page = page;
    this.#screening = screening;
    this.#client = client;
  }

  readonly #names: FlagNames | null = $derived.by(() => {
    const columns = this.#page.open.project?.parcels;
    return this.table && columns ? new FlagNames(this.table, columns) : null;
  });

  /** Rows of the table that the filter leaves, in the order of the file. */
  readonly #found: Uint32Array = $derived.by(() => {
    const names = this.#names;
    if (!this.table || !names) return noRows;
    const found = flagsFound(this.table, this.filter, (row) => names.wordsAt(row));
    const [{ keys }, { lookedKeys }] = [this.table, this.#screening];
    return lookedKeys ? found.filter((row) => lookedKeys.has(keys[row])) : found;
  });

  /** The same in the order in which they are shown. */
  readonly rows: Uint32Array = $derived.by(() => {
    const names = this.#names;
    void this.#ranked;
    return this.table && names ? flagsSorted(this.table, this.#found, this.order, () => names.ranks) : noRows;
  });

  /** What the filter leaves as rows of the project's parcels, for the map, to which another order is nothing new. */
  readonly parcelRows: Uint32Array | null = $derived.by(() => {
    const { table } = this;
    const columns = this.#page.open.project?.parcels;
    if (!table || !columns) return null;
    const keys = [...Array.from(this.#found, (row) => table.keys[row]), ...this.lookedElsewhere];
    return Uint32Array.from(keys, (key) => rowOfKey(columns, key)).filter((row) => row < columns.size);
  });

  readonly #chosenRows = $derived.by(() => (this.table ? choice.chosenRows(this.table, this.chosen) : []));
  readonly sum: choice.ChosenSum = $derived.by(() => (this.table ? choice.sumOf(this.table, this.#chosenRows) : noSum));
  readonly flagsChosen = $derived.by(() => (this.table ? choice.byFlag(this.table, this.#chosenRows) : []));
  readonly decidedChosen = $derived.by(() => (this.table ? choice.decidedOf(this.table, this.#chosenRows) : []));

  /** Flags nobody has decided on; null until they are known. */
  readonly undecided: number | null = $derived.by(() => {
    const { table } = this;
    return table && table.decision.reduce((sum, decision) => sum + Number(decision === 0), 0);
  });

  /** Land that lies in no township anyone knows: no park can be made of it. */
  readonly placeless: readonly Key[] = $derived.by(() => {
    const { table } = this;
    return table ? [...table.keys].filter((_, row) => table.placeOf[row] < 0) : [];
  });

  /** What is looked at and is no flag: it is on the map alone. */
  readonly lookedElsewhere: readonly Key[] = $derived.by(() => {
    const [{ table }, { lookedKeys }] = [this, this.#screening];
    if (!table || !lookedKeys) return [];
    const inTable = choice.there(table, lookedKeys);
    return [...lookedKeys].filter((key) => !inTable.has(key));
  });

  get isFiltered(): boolean {
    if (this.#screening.looked) return true;
    return Object.keys(noFilter).some((of) => this.filter[of as keyof FlagFilter] !== noFilter[of as keyof FlagFilter]);
  }

  idOf(key: Key): string {
    return this.table ? this.idAt(this.table.keys.indexOf(key)) : '';
  }

  idAt(row: number): string {
    return this.#names?.idAt(row) ?? '';
  }

  /** All there is now; of land that changed meanwhile it is asked again. */
  async ask(): Promise<void> {
    const asked = ++this.#asked;
    this.failed = false;
    const table = await this.#client.flags().catch(() => null);
    if (asked !== this.#asked) return;
    this.failed = table === null;
    if (!table) return;
    this.table = table;
    if (this.#said) this.restore(this.#said);
    this.#rank();
    this.lines = noLines;
    this.#askedLines.clear();
    this.chosen = choice.there(table, this.chosen);
    if (this.cursor !== null && !table.keys.includes(this.cursor)) this.cursor = null;
  }

  /** Asks what says so of the lines that are looked at, as far as it is not known. */
  async need(keys: readonly Key[]): Promise<void> {
    const wanted = this.#askedLines.take(keys, this.lines);
    if (wanted.length === 0) return;
    const { table } = this;
    const lines = await this.#client.flagLines({ keys: wanted }).catch(() => null);
    if (this.table !== table) return;
    this.#askedLines.answered(wanted);
    if (lines) this.lines = withLines(this.lines, lines);
  }

  sortBy(by: FlagColumn): void {
    const { order } = this;
    if (order.by !== by) this.order = { by, down: false };
    else this.order = order.down ? fileOrder : { by, down: true };
    this.#rank();
  }

  /** Ids that are not in order at once are put in order meanwhile. */
  #rank(): void {
    const names = this.#names;
    if (this.order.by === 'id' && names && !names.ranks) void names.makeRanks().then(() => this.#ranked++);
  }

  narrow(by: Partial<FlagFilter>): void {
    this.filter = { ...this.filter, ...by };
  }

  /** Filter and order as an address has them. */
  get said(): RowsSaid {
    return this.table ? saidOf(this.filter, this.order, this.table) : (this.#said ?? {});
  }

  restore(said: RowsSaid): void {
    const { table } = this;
    this.#said = table ? null : said;
    if (!table) return;
    const now = readSaid(said, table);
    if (JSON.stringify(now.filter) !== JSON.stringify(this.filter)) this.filter = now.filter;
    if (JSON.stringify(now.order) !== JSON.stringify(this.order)) this.order = now.order;
    this.#rank();
  }

  clearFilter(): void {
    this.filter = noFilter;
    this.#screening.looked = null;
  }

  /** Other land is open. */
  clear(): void {
    this.#asked++;
    this.table = this.cursor = this.refusal = this.#said = null;
    this.filter = noFilter;
    this.order = fileOrder;
    this.chosen = choice.none;
    this.lines = noLines;
  }

  /** Chooses this one alone, or with those that are chosen, or all from the cursor to it. */
  choose(key: Key, how: 'alone' | 'also' | 'through'): void {
    const { table, rows, chosen, cursor } = this;
    if (!table) return;
    if (how === 'alone') this.chosen = choice.only(key);
    else if (how === 'also') this.chosen = choice.toggled(chosen, key);
    else this.chosen = choice.through(table, rows, chosen, cursor ?? key, key);
    this.cursor = key;
  }

  chooseAll(): void {
    if (this.table) this.chosen = choice.all(this.table, this.rows);
  }

  chooseNone(): void {
    this.chosen = choice.none;
  }

  /** Done as one step that can be undone; true once it is. */
  decide(asked: DecideFlagInput): Promise<boolean> {
    return this.#done(this.#client.decideFlag(asked));
  }

  /** 填镇（街道）: all land of which it is not known lies there. */
  fillTownship(townshipCode: string): Promise<boolean> {
    const fields = { townshipCode };
    return this.#done(this.#client.edit({ intent: { do: 'fields', table: 'parcel', keys: this.placeless, fields } }));
  }

  async #done(asked: Promise<Result<{ readonly change: Change }> | null>): Promise<boolean> {
    this.refusal = null;
    const edit = await asked.catch(() => null);
    if (!edit) return false;
    const done = edit.ok ? await this.#page.edits.change(edit.value.change) : edit;
    if (done && !done.ok) this.refusal = done.refusal;
    return done?.ok ?? false;
  }
}
