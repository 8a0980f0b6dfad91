import { getContext, setContext } from 'svelte';
import type { Client } from '../../client/client.ts';
import type { ParcelView, ParkLine, ParkView } from '../../city/view.ts';
import { boundsAround } from '../../domain/geometry/columns/bounds.ts';
import type { Key } from '../../domain/land/change.ts';
import { rowOfKey, textAt } from '../../domain/land/parcel-columns.ts';
import type { VertexPrecision } from '../../domain/geometry/measure/uncertainty.ts';
import type { Seen } from '../../map/index.ts';
import { parseAddress, type MapView, type SupplyStep, type Workspace } from '../address/address.ts';
import { Beside } from './beside.svelte.ts';
import { DraftList } from './drafts.svelte.ts';
import { Edits } from './edits.svelte.ts';
import { shapeOf, type DrawerHeight } from './frame.ts';
import { Files } from './files.svelte.ts';
import { PolicyDesk } from './policy-desk.svelte.ts';
import { ParcelDetails } from './parcel-details.svelte.ts';
import { ParkDetails } from './park-details.svelte.ts';
import { Palette } from './palette.svelte.ts';
import { LedgerBook } from './supply/ledger-book.svelte.ts';
import { Printing } from './printing.svelte.ts';
import { openingLanguage } from './language.ts';
import { provideReading } from './reading-language.ts';
import { References } from './references.svelte.ts';
import { Recent } from './recent.svelte.ts';
import { Saving } from './saving.svelte.ts';
import type { MapMover } from './map-mover.ts';
import { Mending } from './mending.svelte.ts';
import { OpenProject } from './project.svelte.ts';
import { Repairs } from './repairs.svelte.ts';
import { Reporting } from './reporting.svelte.ts';
import { Search } from './search.svelte.ts';
import { Selection } from './selection.svelte.ts';
import { Inspecting } from './sketch/inspecting.svelte.ts';
import { ScenarioDesk } from './sketch/scenarios/scenario-desk.svelte.ts';
import { SketchDesk } from './sketch/sketch-desk.svelte.ts';
import { SupplyDesk } from './supply/supply-desk.svelte.ts';
import { Floors } from './sketch/floors/floors.svelte.ts';
import { Laying } from './sketch/laying/laying.svelte.ts';
import { MassView } from './sketch/mass/mass-view.svelte.ts';
import { Raising } from './sketch/mass/raising.svelte.ts';
import { Suggesting } from './sketch/suggesting.svelte.ts';
import { Settings } from './settings.svelte.ts';
import { Targets } from './targets.svelte.ts';
import { Trial } from './trial.svelte.ts';
import { Verdicts } from './verdicts.svelte.ts';
import { Visits, type Opening } from './visits.ts';

/** The page's state in one place, and the few intents that touch more than one part of it. */
export class App {
  readonly settings = new Settings();
  readonly selection = new Selection();
  readonly open: OpenProject;
  readonly details: ParcelDetails;
  readonly parks: ParkDetails;
  readonly search: Search;
  readonly verdicts: Verdicts;
  readonly desk: PolicyDesk;
  readonly trial: Trial;
  readonly targets: Targets;
  readonly repairs: Repairs;
  readonly mending: Mending;
  readonly edits = new Edits(this);
  readonly drafts: DraftList;
  readonly printing = new Printing(this);
  readonly palette = new Palette();
  readonly recent = new Recent();
  readonly saving: Saving;
  readonly references: References;
  readonly beside: Beside;
  readonly files = new Files(this);
  readonly mass = new MassView();
  readonly visits = new Visits(this);
  readonly sketch: SketchDesk;
  readonly inspecting: Inspecting;
  readonly suggesting: Suggesting;
  readonly laying: Laying;
  readonly scenarios: ScenarioDesk;
  readonly raising: Raising;
  readonly floors: Floors;
  readonly reporting: Reporting;
  readonly supply: SupplyDesk;
  readonly ledgerBook: LedgerBook;
  workspace = $state<Workspace>('public');
  place = $state.raw<MapView | null>(null);
  map = $state.raw<MapMover | null>(null);
  /** The signs on the part of the map that is seen. */
  seen = $state.raw<Seen | null>(null);
  /** Parcels a repair speaks of, made out on the map while it is pointed at. */
  preview = $state.raw<ReadonlySet<string> | null>(null);
  /** A place that is pointed out, such as where a boundary crosses itself; degrees. */
  mark = $state.raw<readonly [lon: number, lat: number] | null>(null);
  #drawers = $state<Partial<Record<Workspace, DrawerHeight>>>({ policy: 240, supply: 240 });
  readonly shape = $derived.by(() => shapeOf(this.workspace, this.desk));
  /** An evidence file 证据文件 someone was handed, and its name: it is looked at. */
  given = $state.raw<File | null>(null);
  /** Why a file of a park that was asked for could not be made, until it is put away. */
  unmade = $state<string | null>(null);
  /** Said to a screen reader once. */
  announcement = $state('');

  readonly park: ParkLine | null = $derived.by(
    () => this.open.project?.parks.find(({ id }) => id === this.selection.parkId) ?? null,
  );
  /** The same in full, once the worker has told. */
  readonly parkView: ParkView | null = $derived.by(() => this.park && this.parks.view);
  /** Null until the worker has told about it. */
  readonly parcel: ParcelView | null = $derived.by(() =>
    this.details.view?.parcel.id === this.selection.parcelId ? this.details.view : null,
  );
  /** The same as `preview`, by row. */
  readonly previewRows: Uint32Array | null = $derived.by(() => this.preview && this.details.rows(this.preview));

  constructor(client: Client) {
    this.open = new OpenProject(client);
    this.ledgerBook = new LedgerBook(client);
    this.drafts = new DraftList(this, client.drafts);
    this.details = new ParcelDetails(this.open);
    this.parks = new ParkDetails(this.open);
    this.search = new Search(this.open);
    this.verdicts = new Verdicts(this.open, client, () => [this.park, ...this.search.parks]);
    this.trial = new Trial(client);
    this.targets = new Targets(client);
    this.repairs = new Repairs(client);
    this.mending = new Mending(client);
    this.saving = new Saving(this.open, client);
    this.references = new References(client);
    this.beside = new Beside(this, client);
    this.desk = new PolicyDesk(this.open, this.trial, client);
    this.sketch = new SketchDesk(this, client);
    this.inspecting = new Inspecting(this, client);
    this.suggesting = new Suggesting(this, client);
    this.laying = new Laying(this, client);
    this.scenarios = new ScenarioDesk(this, client);
    this.raising = new Raising(this.sketch);
    this.floors = new Floors(this, client);
    this.reporting = new Reporting(this, client);
    this.supply = new SupplyDesk(this, client);
    this.open.followers.push(() => Promise.resolve(() => this.#follow()));
    const address = parseAddress(location.hash);
    this.settings.language = openingLanguage(address.language);
    // What the address names lies in the files that were left open, not in the sample city.
    const { left } = this.files;
    this.open.startOn(address.date ?? null);
    const { workspace, ruleId, date, language } = address;
    this.visits.restore(left ? { workspace, ruleId, date, language } : address);
    if (left) this.files.leftAt = address;
  }

  /** How high the drawer below the map stands open in this desk. */
  get drawer(): DrawerHeight {
    return this.#drawers[this.workspace] ?? 0;
  }

  set drawer(height: DrawerHeight) {
    this.#drawers[this.workspace] = height;
  }

  async start() {
    void this.recent.load();
    this.open.loadPolicy();
    if (await this.open.openSample()) this.opened();
  }

  /** Judges on another day; null: today. */
  async judgeOn(date: string | null) {
    if (!(await this.open.judgeOn(date))) return;
    this.visits.write('push');
    this.selection.clause = null;
    const { policy, project } = this.open;
    const say = this.settings.texts.judging.day;
    if (project) this.announcement = say.said(project.date, policy?.title ?? '');
  }

  /** What is said of the boundary points of the open file; null: nothing. */
  async statePrecision(precision: VertexPrecision | null, text: string) {
    if (!(await this.open.statePrecision(precision))) return;
    this.files.keepPrecision(precision);
    this.selection.clause = null;
    const say = this.settings.texts.judging.file;
    this.announcement = precision ? say.stated(text) : say.cleared;
  }

  /** The step in the history comes first: a map that jumps moves at once, and its place would go into the step before. */
  selectPark(id: string | null, fly = true) {
    this.details.leave();
    if (id !== this.selection.parkId || this.selection.parcelId) {
      this.selection.park(id);
      this.mark = null;
      this.visits.write('push');
    }
    // One that is in hand already is gone to all the same.
    if (fly && this.park?.bounds) this.map?.flyTo(this.park.bounds);
  }

  /** The card opens once the parcel is told about: until then what was there stays. */
  async selectParcel(id: string | null, fly = true, how: 'push' | 'replace' = 'push') {
    if (id === null) this.details.leave();
    const told = id === null ? { fly: false } : await this.details.load(id, fly);
    if (!told) return;
    this.mark = null;
    this.selection.parcel(id, id === null ? this.selection.parkId : (this.details.view?.parcel.parkId ?? null));
    this.visits.write(how);
    if (told.fly && this.parcel?.bounds) this.map?.flyTo(this.parcel.bounds, 17);
  }

  /** A line of the supply desk on the map. */
  showFlag(key: Key) {
    const columns = this.open.project?.parcels;
    if (columns) void this.selectParcel(textAt(columns.ids, rowOfKey(columns, key)));
  }

  /** Brings a place into view, about sixty metres around it, and rings it. */
  pointOut(at: readonly [lon: number, lat: number]) {
    const d = 0.0003;
    this.mark = at;
    this.map?.flyTo([at[0] - d, at[1] - d, at[0] + d, at[1] + d], 19);
  }

  /** Another workspace; the selection stays, so that a park read in one is marked in the other. */
  goTo(workspace: Workspace) {
    if (workspace === this.workspace) return;
    this.workspace = workspace;
    this.selection.clause = null;
    // The parcel whose card was read is what a tool begins with.
    if (workspace === 'sketch' && this.parcel) this.sketch.select([{ table: 'parcel', key: this.parcel.facts.key }]);
    this.visits.write('push');
  }

  /** A step of the supply desk, from wherever the page is. */
  goStep(step: SupplyStep) {
    if (this.workspace === 'supply' && this.supply.step === step) return;
    this.supply.step = step;
    if (this.workspace === 'supply') this.visits.write('push');
    else this.goTo('supply');
  }

  /** Reads a rule in the policy view, from wherever it was named. */
  readRule(ruleId: string | null) {
    this.workspace = 'policy';
    this.selection.clause = null;
    this.desk.choose(ruleId);
    this.visits.write('push');
  }

  /** Brings parcels into view and makes them out. */
  async showParcels(ids: ReadonlySet<string>) {
    this.preview = ids;
    const boxes = [...(await this.details.boundsOf(ids)), ...(this.park?.bounds ?? [])];
    if (boxes.length > 0) this.map?.flyTo(boundsAround(boxes));
  }

  /** The map moved: the address follows without a step in the history. */
  moved(place: MapView) {
    this.place = place;
    this.visits.write('replace');
  }

  /** Words and filter are in the address; typing leaves no trail of steps. */
  searched(how: 'push' | 'replace' = 'replace') {
    if (this.open.project) this.visits.write(how);
  }

  /** The link that brings back what is seen. */
  async copyLink() {
    const { actions } = this.settings.texts;
    try {
      await navigator.clipboard.writeText(location.href);
      this.announcement = actions.copied;
    } catch {
      this.announcement = actions.copyFailed;
    }
  }

  toggleLetterKeys() {
    this.settings.toggleLetterKeys();
    const { keysOn, keysOff } = this.settings.texts.palette;
    this.announcement = this.settings.letterKeys ? keysOn : keysOff;
  }

  toggleLanguage() {
    this.settings.toggleLanguage();
    this.visits.write('replace');
  }

  showAll() {
    if (this.open.project) this.map?.flyTo(this.open.project.bounds, 18);
  }

  /** Judged anew or changed: what was tried is tried again, and what is selected stays as far as it is there. */
  #follow() {
    const { selection, details } = this;
    if (this.trial.parameter) this.trial.judgedAnew(this.open.policy?.parameters ?? []);
    const isParcelGone = selection.parcelId !== null && details.row(selection.parcelId) < 0;
    const isParkGone = selection.parkId !== null && !this.park;
    if (isParcelGone) selection.parcel(details.view?.parcel.id ?? null, selection.parkId);
    if (isParkGone) selection.park(null);
    if (isParcelGone || isParkGone) this.visits.write('replace');
  }

  /** Another project is open: nothing of the one before is selected, asked or shown. */
  fresh(opening: Opening) {
    this.mending.clear();
    this.edits.clear();
    this.saving.clear();
    this.sketch.clear();
    this.scenarios.clear();
    this.reporting.close();
    this.supply.clear();
    this.beside.close();
    void this.references.opened();
    this.trial.choose(null);
    this.details.view = null;
    this.selection.clear();
    this.search.reset();
    this.place = this.mark = null;
    this.visits.opened(opening);
    this.showAll();
    this.opened();
  }

  /** A selection the project does not hold is dropped: the address may be of another file. */
  opened() {
    const { project } = this.open;
    if (!project) return;
    if (this.selection.parcelId) void this.showSelected(this.place);
    if (this.selection.parkId && !this.park) this.selection.park(null);
    const say = this.settings.texts.say;
    this.announcement = project.sample
      ? say.loadedSample(project.parks.length)
      : say.loadedFiles(project.parcels.size, project.problems.length);
  }

  /** The parcel an address names is told about, then the map goes to it, or to the place beside it. */
  async showSelected(place: MapView | null) {
    const id = this.selection.parcelId;
    if (id !== null && this.details.row(id) < 0) this.selection.parcel(null, this.selection.parkId);
    else if (id !== null) await this.details.load(id, false);
    this.visits.look(place);
  }

  async restoreDay(date: string | null) {
    if (!(await this.open.judgeOn(date))) return;
    // The map may have moved, and written the day before into the address, while this was judged.
    this.visits.write('replace');
    this.selection.clause = null;
  }
}

const key = Symbol('app');
export function provideApp(app: App): App {
  provideReading(app.settings);
  return setContext(key, app);
}
export const useApp = (): App => getContext<App>(key);
