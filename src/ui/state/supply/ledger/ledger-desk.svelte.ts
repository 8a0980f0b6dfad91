import type { Key } from '../../../../domain/land/change.ts';
import { ok, type Refusal } from '../../../../domain/outcome.ts';
import type { Client } from '../../../../client/client.ts';
import type {
  Ledger,
  LedgerComparison,
  LedgerLine,
  LedgerTable,
  LedgerTableId,
  PlanHead,
  RowStep,
  RowView,
} from '../../../../supply/ledger/shape.ts';
import type { Edits } from '../../edits.svelte.ts';
import type { OpenProject } from '../../project.svelte.ts';
import { parcelRowsOf, rowsByKey } from './lines.ts';
import { RowChoice } from './row-choice.svelte.ts';
import type { AreaUnit, ShownUnit } from './shown-columns.ts';

/** What the ledger asks of the page. */
export interface LedgerPage {
  readonly open: Pick<OpenProject, 'project'>;
  readonly edits: Pick<Edits, 'changeMade'>;
}

type Asked = Pick<Client, 'ledger' | 'ledgerEdit' | 'ledgerComparison'>;
type Wish = Parameters<Client['ledgerEdit']>[0]['wish'];

/** 台账: the plan that is read, its tables, the rows that are chosen, and what is done to them. */
export class LedgerDesk {
  /** Null until the worker has told. */
  view = $state.raw<Ledger | null>(null);
  failed = $state(false);
  /** Null: the last there is. */
  plan = $state<Key | null>(null);
  /** The ledger as it stood on this day; null: the day of judgement. */
  day = $state<string | null>(null);
  tab = $state<LedgerTableId>('parcels');
  /** Units of areas: of tables with columns for every use, and of all others. */
  wideUnit = $state<AreaUnit>('hectare');
  unit = $state<ShownUnit>('both');
  /** The parcel that was shown on the map from here. */
  shown: Key | null = null;
  /** The plan beside which this one is put. */
  against = $state<Key | null>(null);
  comparison = $state.raw<LedgerComparison | null>(null);
  /** Why what was wanted was not done, by where it was asked. */
  refused = $state.raw<{ readonly of: string; readonly refusal: Refusal } | null>(null);
  readonly rows: RowChoice;
  #asked = 0;
  /** One after the other: each is made of the land as the one before left it. */
  #doing: Promise<unknown> = Promise.resolve();
  readonly #page: LedgerPage;
  readonly #client: Asked;

  constructor(page: LedgerPage, client: Asked) {
    this.#page = page;
    this.#client = client;
    this.rows = new RowChoice(() => this.lines);
  }

  readonly table: LedgerTable | null = $derived.by(() => {
    const { view, tab, comparison } = this;
    if (tab === 'comparison') return comparison?.rows ?? null;
    return view?.tables[tab] ?? null;
  });

  readonly lines: readonly LedgerLine[] = $derived.by(() => this.table?.rows ?? []);

  readonly byKey: ReadonlyMap<Key, RowView> = $derived.by(() => rowsByKey(this.view ?? { rows: [] }));

  /** Rows of the plan that are chosen, in the order of the plan. */
  readonly chosen: readonly RowView[] = $derived.by(
    () => this.view?.rows.filter(({ key }) => this.rows.chosen.has(`supplyRow ${key}`)) ?? [],
  );

  /** Parcels of the table that is read that are chosen and in no row of the plan, by id. */
  readonly chosenLand: readonly string[] = $derived.by(() =>
    this.lines.flatMap(({ of }) => (of?.kind === 'parcel' && this.rows.chosen.has(`parcel ${of.key}`) ? [of.id] : [])),
  );

  /** What can be recorded of all of them. */
  readonly next: readonly RowStep[] = $derived.by(() => {
    const [first, ...others] = this.chosen;
    return first ? first.next.filter((step) => others.every(({ next }) => next.includes(step))) : [];
  });

  /** Land of the table that is read, as rows of the project's parcels, for the map. */
  readonly parcelRows: Uint32Array | null = $derived.by(() => {
    const columns = this.#page.open.project?.parcels;
    return columns && this.view ? parcelRowsOf(this.lines, this.byKey, columns) : null;
  });

  /** Plans of the year before or versions of the same year, to be put beside this one. */
  readonly comparable: readonly PlanHead[] = $derived.by(
    () => this.view?.plans.filter(({ key }) => key !== this.view?.plan?.key) ?? [],
  );

  /** The row of the plan that has this parcel. */
  rowWith(parcel: Key): RowView | undefined {
    return this.view?.rows.find(({ parcels }) => parcels.includes(parcel));
  }

  async ask(): Promise<void> {
    const asked = ++this.#asked;
    this.failed = false;
    const { plan, day, against } = this;
    const input = { ...(plan === null ? {} : { plan }), ...(day === null ? {} : { date: day }) };
    const view = await this.#client.ledger(input).catch(() => null);
    if (asked !== this.#asked) return;
    this.failed = view === null;
    if (!view) return;
    // A plan that was begun and taken back is gone: the one in force is read.
    if (plan !== null && !view.plan && view.plans.length > 0) {
      this.plan = null;
      return this.ask();
    }
    this.view = view;
    this.rows.keep(view.rows.map(({ key }) => key));
    await this.#compare(against, asked);
  }

  read(plan: Key): Promise<void> {
    this.plan = plan;
    this.refused = null;
    this.rows.clear();
    if (this.against === plan) this.against = null;
    return this.ask();
  }

  readOn(day: string | null): Promise<void> {
    this.day = day;
    return this.ask();
  }

  /** Null: beside none. */
  async compare(against: Key | null): Promise<void> {
    this.against = against;
    await this.#compare(against, this.#asked);
    if (this.comparison) this.tab = 'comparison';
    else if (this.tab === 'comparison') this.tab = 'summary';
  }

  async #compare(before: Key | null, asked: number): Promise<void> {
    const after = this.view?.plan?.key;
    const isThere = before !== null && this.comparable.some(({ key }) => key === before);
    const input = { before: before!, after: after!, ...(this.day === null ? {} : { date: this.day }) };
    const told = isThere && after !== undefined ? await this.#client.ledgerComparison(input).catch(() => null) : null;
    if (asked === this.#asked && before === this.against) this.comparison = told;
  }

  /** Done as one step that can be undone; true once it is. `of`: where it was asked, and a refusal is told. */
  do(of: string, wish: Wish): Promise<boolean> {
    const own = this.#doing.then(async () => {
      this.refused = null;
      const done = await this.#page.edits.changeMade(async () => {
        const edit = await this.#client.ledgerEdit({ wish });
        return edit?.ok ? ok(edit.value.change) : edit;
      });
      if (done && !done.ok) this.refused = { of, refusal: done.refusal };
      return done?.ok ?? false;
    });
    this.#doing = own.catch(() => undefined);
    return own;
  }

  /** Other land is open. */
  clear(): void {
    this.#asked++;
    this.view = this.comparison = this.refused = null;
    this.plan = this.day = this.against = null;
    this.tab = 'parcels';
    this.rows.clear();
  }
}
