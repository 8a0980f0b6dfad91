import type { Tried } from '../../../city/sketching/tried.ts';
import type { Client } from '../../../client/client.ts';
import type { FreshPark, Intent, ParkTarget } from '../../../desk/intent.ts';
import type { EditNote } from '../../../desk/operation.ts';
import type { Ghost, RecordRef, ToolCommand } from '../../../desk/tools/index.ts';
import type { ChangeNote, Key } from '../../../domain/land/change.ts';
import { rowOfKey } from '../../../domain/land/parcel-columns.ts';
import type { Refusal, Result } from '../../../domain/outcome.ts';
import type { Edited, SketchCalls } from './asked.ts';
import { SketchSettings } from './sketch-settings.svelte.ts';
import type { ToolBench } from './tool-bench.svelte.ts';
import type { ToolId } from './tool-ids.ts';
import { Trying } from './trying.svelte.ts';
import type { DeskOfTools, SketchPage } from './workbench.ts';

/** What only adds records can be asked once more, whatever others did. */
const ADDS: ReadonlySet<Intent['do']> = new Set(['draw-parcel', 'draw-buildings', 'import']);

/** 草绘台: the park in hand, the tool in hand, and what is done with them. The tools themselves are loaded with the desk. */
export class SketchDesk implements DeskOfTools {
  /** 园区类别 of a park that begins here. */
  kind = $state<FreshPark['parkType']>('manufacturing');
  /** A park that begins with the parcels of a file. */
  fresh = $state.raw<FreshPark | null>(null);
  tool = $state<ToolId>('select');
  readonly settings = new SketchSettings();
  /** One selection of table, map and inspector. */
  selected = $state.raw<readonly RecordRef[]>([]);
  /** Clicking a parcel takes it into the park in hand, or out of it 从地块挑选. */
  picking = $state(false);
  /** Why what was asked last was not done. */
  refusal = $state.raw<Refusal | null>(null);
  /** What the last step did to fields and references besides. */
  besides = $state.raw<readonly EditNote[]>([]);
  /** Null until the desk was opened first. */
  bench = $state.raw<ToolBench | null>(null);
  readonly calls: SketchCalls;
  readonly keptGuides: DeskOfTools['keptGuides'];
  readonly #page: SketchPage;
  readonly #trying: Trying;
  /** The park that was begun here last, and as what. */
  #begun: { readonly key: Key; readonly fresh: FreshPark } | null = null;
  #before: Promise<unknown> = Promise.resolve();
  #loading: Promise<void> | null = null;

  constructor(page: SketchPage, client: Client) {
    this.#page = page;
    this.calls = client;
    this.keptGuides = client.drafts?.guides ?? null;
    this.#trying = new Trying(this.calls, () => this.park);
    page.open.followers.push(() => Promise.resolve(() => this.#follow()));
  }

  /** 园区: the one whose card is open, null where none is. */
  get park(): Key | null {
    return this.#page.park?.key ?? null;
  }

  /** Where new land goes: to the park in hand, and with none in hand to one that begins with it. */
  get target(): ParkTarget {
    return this.park !== null && !this.fresh ? { key: this.park } : { fresh: this.fresh ?? { parkType: this.kind } };
  }

  /** The same for people. */
  get refused(): string | null {
    return this.refusal && (this.bench?.said(this.refusal) ?? null);
  }

  /** What the tool in hand draws. */
  get ghost(): Ghost | null {
    return this.bench?.hand?.ghost ?? null;
  }

  /** What is in hand or pointed at, judged; null: the inspector shows what is there. */
  get tried(): Tried | null {
    return this.#trying.tried;
  }

  /** What that would come of. */
  get intent(): Intent | null {
    return this.#trying.intent;
  }

  /** The desk is opened: its tools come as a file of their own. */
  load(): Promise<void> {
    return (this.#loading ??= import('./tool-bench.svelte.ts').then(({ ToolBench }) => {
      this.bench = new ToolBench(this, this.#page);
      this.bench.take(this.tool);
    }));
  }

  take(tool: ToolId): void {
    this.tool = tool;
    this.refusal = null;
    this.#trying.try(null);
    this.bench?.take(tool);
  }

  try(intent: Intent | null): void {
    this.#trying.try(intent);
  }

  select(refs: readonly RecordRef[]): void {
    this.selected = refs;
    this.bench?.selected();
  }

  /** Taken into the selection, or out of it. */
  toggle({ table, key }: RecordRef): void {
    const rest = this.selected.filter((own) => own.table !== table || own.key !== key);
    this.selected = rest.length < this.selected.length ? rest : [...rest, { table, key }];
  }

  /** Enter: takes what was typed, closes, takes a proposal. */
  finish(): void {
    if (this.bench?.proposal.edit) void this.bench.proposal.accept();
    else this.command('finish');
  }

  command(command: ToolCommand): void {
    this.bench?.hand?.send({ type: 'command', command });
  }

  get canBack(): boolean {
    return this.#isHere && (this.bench?.hand?.points ?? 0) > 0;
  }

  /** The last point is taken back; false where none is in hand. */
  back(): boolean {
    return this.#isHere && (this.bench?.hand?.back() ?? false);
  }

  get canForth(): boolean {
    return this.#isHere && (this.bench?.hand?.canForth ?? false);
  }

  forth(): boolean {
    return this.#isHere && (this.bench?.hand?.forth() ?? false);
  }

  /** 撤销 of what the land knows nothing of: a point in hand, or a guide. */
  get canUndo(): boolean {
    return this.canBack || (this.#isHere && (this.bench?.guides.canBack ?? false));
  }

  undo(): boolean {
    return this.back() || (this.#isHere && (this.bench?.moveGuides('back') ?? false));
  }

  get canRedo(): boolean {
    return this.canForth || (this.#isHere && (this.bench?.guides.canForth ?? false));
  }

  redo(): boolean {
    return this.forth() || (this.#isHere && (this.bench?.moveGuides('forth') ?? false));
  }

  /** Escape: first what is in hand or proposed, then the tool itself. */
  cancel(): void {
    if (this.bench?.cancel()) return;
    if (this.tool === 'select') this.select([]);
    else this.take('select');
  }

  /** A click on the map with no tool in hand. */
  pick({ parcel, building }: { readonly parcel: Key | null; readonly building: Key | null }, isMore: boolean): void {
    if (this.picking && parcel !== null) return void this.bench?.assign(parcel);
    const ref: RecordRef | null =
      building !== null
        ? { table: 'building', key: building }
        : parcel !== null
          ? { table: 'parcel', key: parcel }
          : null;
    if (ref && isMore) this.toggle(ref);
    else this.select(ref ? [ref] : []);
    const { picked, nothing, selected } = this.#page.settings.texts.sketch;
    const { length } = this.selected;
    this.#page.announcement =
      length > 1 ? selected(length) : length > 0 ? picked(this.bench?.called(this.selected[0]) ?? '') : nothing;
  }

  /** Parcels that are selected. */
  get parcels(): readonly Key[] {
    return this.selected.filter(({ table }) => table === 'parcel').map(({ key }) => key);
  }

  /** A park begins with the parcels that are selected. */
  beginWithSelected(): Promise<Result<Edited>> {
    return this.do({ do: 'assign', park: this.target, in: this.parcels, out: [] });
  }

  togglePicking(): void {
    this.picking = !this.picking;
    if (this.picking) this.take('select');
  }

  /** Delete: the chosen point while points are edited, the last one while points are in hand, else what is selected. */
  async remove(): Promise<void> {
    if (this.tool === 'reshape') return this.command('delete');
    if (this.bench?.hand?.isBusy) return void this.back();
    const { parcels } = this;
    const buildings = this.selected.filter(({ table }) => table === 'building').map(({ key }) => key);
    if (parcels.length > 0) await this.do({ do: 'remove', table: 'parcel', keys: parcels, buildings });
    else if (buildings.length > 0) await this.do({ do: 'remove', table: 'building', keys: buildings });
  }

  get #isHere(): boolean {
    return this.#page.workspace === 'sketch';
  }

  /** Does what was meant, as one step that can be undone: each after the one before. */
  do(intent: Intent): Promise<Result<Edited>> {
    return this.#inTurn(async () => {
      const done = await this.#edit(intent);
      // Another window gave its new record the same number: here the next one is taken.
      const isClash = !done.ok && done.refusal.code === 'changed-meanwhile';
      return isClash && ADDS.has(intent.do) ? this.#edit(intent) : done;
    });
  }

  /** The same of a proposal a person has looked at. */
  apply(edit: Edited): Promise<Result<Edited>> {
    return this.#inTurn(() => this.#apply(edit));
  }

  async #edit(intent: Intent): Promise<Result<Edited>> {
    const edited = await this.calls.edit({ intent }).catch(() => null);
    return edited?.ok ? this.#apply(edited.value) : this.#refuse(edited?.refusal);
  }

  async #apply(edit: Edited): Promise<Result<Edited>> {
    const { change, park } = edit;
    const done = await this.#page.edits.change(change);
    if (!done?.ok) return this.#refuse(done?.refusal);
    this.refusal = null;
    this.bench?.guides.landChanged();
    this.selected = this.selected.filter(({ table, key }) => !change.tables[table]?.remove?.includes(key));
    this.besides = edit.notes;
    this.#trying.try(null);
    if (park !== null) {
      if (this.fresh) this.#begun = { key: park, fresh: this.fresh };
      this.fresh = null;
      this.#hold(park);
    }
    this.#done(change.note ?? null);
    return { ok: true, value: edit };
  }

  /** A park that was begun is in hand from then on. */
  #hold(key: Key): void {
    const line = this.#page.open.project?.parks.find((park) => park.key === key);
    if (line) this.#page.selectPark(line.id, false);
  }

  /** Says why something was not done; null: nothing is to be said any more. */
  say(refusal: Refusal | null): void {
    this.refusal = refusal;
    if (refusal) this.#page.announcement = this.refused ?? '';
  }

  #refuse(refusal: Refusal = { code: 'no-answer', params: {} }): Result<never> {
    this.say(refusal);
    return { ok: false, refusal };
  }

  #done(note: ChangeNote | null): void {
    const { edits, settings } = this.#page;
    if (note) this.#page.announcement = settings.texts.sketch.done(edits.nameOf(note));
  }

  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const own = this.#before.then(task, task);
    this.#before = own.catch(() => undefined);
    return own;
  }

  /** Another project is open: nothing of the one before is in hand. */
  clear(): void {
    this.#begun = this.fresh = null;
    this.selected = [];
    this.picking = false;
    this.take('select');
  }

  /** Changed or judged anew: parcels that are gone are selected no more; a park that was begun here and undone is about to begin again. */
  #follow(): void {
    this.besides = [];
    const { project } = this.#page.open;
    this.selected = this.selected.filter(
      ({ table, key }) => table !== 'parcel' || !project || rowOfKey(project.parcels, key) >= 0,
    );
    this.#trying.again();
    const begun = this.#begun;
    const isThere = begun !== null && project?.parks.some(({ key }) => key === begun.key);
    if (begun && isThere && this.fresh === begun.fresh) {
      this.fresh = null;
      this.#hold(begun.key);
    } else if (begun && !isThere && this.park === null) this.fresh ??= begun.fresh;
    this.bench?.follow();
  }
}
