import type { ImportView } from '../../../city/importing/view.ts';
import type { PlannedParkView } from '../../../city/planning/view.ts';
import type { Client } from '../../../client/client.ts';
import type { SupplyStep, Workspace } from '../../address/address.ts';
import { keyAt } from '../../../domain/land/parcel-columns.ts';
import type { ParcelDetails } from '../parcel-details.svelte.ts';
import { Assembling } from './assemble/assembling.svelte.ts';
import { Choices } from './choices.svelte.ts';
import { DrawnParks } from './drawn-parks.svelte.ts';
import { Importing, type ImportPage } from './import/importing.svelte.ts';
import type { MarkedParcel, ParksOnMap } from './parks-on-map.ts';
import { LedgerDesk, type LedgerPage } from './ledger/ledger-desk.svelte.ts';
import { FlagList, type FlagPage } from './screen/flag-list.svelte.ts';
import { PlanDesk } from './plan/plan-desk.svelte.ts';
import { IntoLedger } from './plan/into-ledger.svelte.ts';
import { landsOf } from './plan/labels.ts';
import { PlanKeeping } from './plan/keeping.svelte.ts';
import { PlanLook } from './plan/look.svelte.ts';
import { KeptOutList } from './screen/kept-out.svelte.ts';
import { Screening } from './screen/screening.svelte.ts';

type SupplyPage = FlagPage &
  ImportPage &
  LedgerPage & { readonly workspace: Workspace; readonly details: Pick<ParcelDetails, 'row'> };

/** 供地台: the step that is worked at and what each of them holds; a step that is left keeps it. */
export class SupplyDesk {
  step = $state<SupplyStep>('screen');
  /** Counts what was opened: of other land all is asked anew. */
  lands = $state(0);
  readonly importing: Importing;
  readonly flags: FlagList;
  readonly screening: Screening;
  /** Parcels whose data keep them out of it. */
  readonly keptOut: KeptOutList;
  /** What is decided of the plan, in whichever step. */
  readonly choices: Choices;
  readonly drawn: DrawnParks;
  readonly assembling: Assembling;
  readonly ledger: LedgerDesk;

  /** 计划, and what of it is looked at. */
  readonly plan: PlanDesk;
  readonly look: PlanLook;
  readonly keeping: PlanKeeping;
  readonly intoLedger: IntoLedger;
  readonly #page: SupplyPage;

  /** Parks that are locked, by their land. */
  readonly #locked = $derived.by(() => landsOf(this.choices.decided.fixedParks ?? []));

  constructor(page: SupplyPage, client: Client) {
    this.#page = page;
    this.importing = new Importing(page, client);
    this.screening = new Screening(client);
    this.keptOut = new KeptOutList(page, client);
    this.flags = new FlagList(page, this.screening, client);
    this.choices = new Choices(page, client.work);
    this.drawn = new DrawnParks(page.open, client);
    this.assembling = new Assembling(page, this.choices, client);
    this.plan = new PlanDesk(page, this.choices, client);
    this.keeping = new PlanKeeping(page.open, this.plan, client);
    this.intoLedger = new IntoLedger(page, this.plan, client);
    this.look = new PlanLook(
      this.plan,
      (park) => this.#placeOf(park),
      (land) => this.#locked.has(land),
    );
    this.ledger = new LedgerDesk(page, client);
  }

  /** Parcels that are made out on the map, as rows of the project's; null: none is. */
  get parcelRows(): Uint32Array | null {
    if (this.step === 'assemble') return this.assembling.parcelRows;
    if (this.step === 'ledger') return this.ledger.parcelRows;
    return this.step === 'screen' ? this.flags.parcelRows : null;
  }

  /** Land that is to be added, drawn over what is open. */
  get incoming(): ImportView['drawn'] | null {
    return this.step === 'import' ? (this.importing.view?.drawn ?? null) : null;
  }

  /** Parks that are not there yet, of the step that is worked at; null: it has none. */
  get onMap(): ParksOnMap | null {
    if (this.step === 'assemble') return this.assembling;
    return this.step === 'plan' ? this.look : null;
  }

  /** In these steps it is read what is to come: parks there are stay in the background. */
  get isQuiet(): boolean {
    return this.onMap !== null || this.step === 'ledger';
  }

  /** Parcels that are locked or banned by themselves. */
  get marked(): readonly MarkedParcel[] {
    const columns = this.#page.open.project?.parcels;
    if (!columns) return [];
    const { fixedParcels = [], bannedParcels = [] } = this.choices.decided;
    const marked = (ids: readonly string[], is: MarkedParcel['is']) =>
      ids.flatMap((id) => {
        const row = this.#page.details.row(id);
        return row < 0 ? [] : [{ key: keyAt(columns, row), is }];
      });
    return [...marked(fixedParcels, 'locked'), ...marked(bannedParcels, 'banned')];
  }

  /** Steps in which something is decided of the plan: there that is taken back before what was done to the land. */
  get #decides(): boolean {
    return this.#page.workspace === 'supply' && (this.step === 'assemble' || this.step === 'plan');
  }

  get canBack(): boolean {
    return this.#decides && this.choices.canBack;
  }

  get canForth(): boolean {
    return this.#decides && this.choices.canForth;
  }

  back(): boolean {
    return this.canBack && this.#followed(this.choices.back());
  }

  forth(): boolean {
    return this.canForth && this.#followed(this.choices.forth());
  }

  /** The plan follows what is asked of it. */
  #followed(done: boolean): boolean {
    if (done) this.plan.follow();
    return done;
  }

  /** By unit, then by township. */
  #placeOf({ district, township }: PlannedParkView): string {
    const name = this.screening.view?.names[township]?.zh ?? township;
    return `${(district && this.plan.nameOfUnit(district)) ?? ''} ${name}`;
  }

  /** What the steps show is asked of the land and the law as they are now. */
  ask(): void {
    void this.flags.ask();
    void this.screening.ask();
    void this.keptOut.again();
    void this.choices.load().then(() => this.keeping.load());
    void this.ledger.ask();
    void this.importing.load();
  }

  /** Other land is open. */
  clear(): void {
    this.importing.another();
    this.flags.clear();
    this.screening.clear();
    this.keptOut.clear();
    this.choices.clear();
    this.assembling.clear();
    this.keeping.clear();
    this.plan.clear();
    this.look.clear();
    this.ledger.clear();
    this.lands++;
  }
}
