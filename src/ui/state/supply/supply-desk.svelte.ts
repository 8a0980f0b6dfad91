import type { ImportView } from '../../../city/importing/view.ts';
import type { Client } from '../../../client/client.ts';
import type { SupplyStep, Workspace } from '../../address/address.ts';
import { keyAt } from '../../../domain/land/parcel-columns.ts';
import type { ParcelDetails } from '../parcel-details.svelte.ts';
import { Choices } from './choices.svelte.ts';
import { DrawnParks } from './drawn-parks.svelte.ts';
import { Importing, type ImportPage } from './import/importing.svelte.ts';
import type { MarkedParcel, ParksOnMap } from './parks-on-map.ts';
import { FlagList, type FlagPage } from './screen/flag-list.svelte.ts';
import { Screening } from './screen/screening.svelte.ts';

type SupplyPage = FlagPage &
  ImportPage & { readonly workspace: Workspace; readonly details: Pick<ParcelDetails, 'row'> };

/** 供地台: the step that is worked at and what each of them holds; a step that is left keeps it. */
export class SupplyDesk {
  step = $state<SupplyStep>('screen');
  readonly importing: Importing;
  readonly flags: FlagList;
  readonly screening: Screening;
  /** What is decided of the plan, in whichever step. */
  readonly choices: Choices;
  readonly drawn: DrawnParks;

  readonly #page: SupplyPage;

  constructor(page: SupplyPage, client: Client) {
    this.#page = page;
    this.importing = new Importing(page, client);
    this.flags = new FlagList(page, client);
    this.screening = new Screening(client);
    this.choices = new Choices(page, client.work);
    this.drawn = new DrawnParks(page.open, client);
  }

  /** Parcels that are made out on the map, as rows of the project's; null: none is. */
  get parcelRows(): Uint32Array | null {
    return this.step === 'screen' ? this.flags.parcelRows : null;
  }

  /** Land that is to be added, drawn over what is open. */
  get incoming(): ImportView['drawn'] | null {
    return this.step === 'import' ? (this.importing.view?.drawn ?? null) : null;
  }

  /** Parks that are not there yet, of the step that is worked at; null: it has none. */
  get onMap(): ParksOnMap | null {
    return null;
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
    return this.canBack && this.choices.back();
  }

  forth(): boolean {
    return this.canForth && this.choices.forth();
  }

  /** What the steps show is asked of the land and the law as they are now. */
  ask(): void {
    void this.flags.ask();
    void this.screening.ask();
    void this.choices.load();
  }

  /** Other land is open. */
  clear(): void {
    this.importing.another();
    this.flags.clear();
    this.screening.clear();
    this.choices.clear();
  }
}
