import type { RepairLead } from '../../../city/sketching/repair-leads.ts';
import type { SketchView } from '../../../city/sketching/sketch-view.ts';
import type { Tried } from '../../../city/sketching/tried.ts';
import type { ParkLine, ParkView } from '../../../city/view.ts';
import type { Client } from '../../../client/client.ts';
import type { Intent } from '../../../desk/intent.ts';
import type { Bounds } from '../../../domain/geometry/columns/bounds.ts';
import { boundsOf } from '../../../domain/geometry/measure/measures.ts';
import type { Key } from '../../../domain/land/change.ts';
import type { RuleRepairs } from '../../../policy/repairs/repairs.ts';
import type { Repair } from '../../../policy/shape/finding.ts';
import type { DrawerHeight } from '../frame.ts';
import { RepairPreview, type PreviewPage } from './repair-preview.svelte.ts';

/** What the inspector asks of the page. */
export interface InspectingPage {
  readonly open: Pick<PreviewPage, 'mend'>;
  readonly park: ParkLine | null;
  readonly parkView: ParkView | null;
  readonly sketch: { readonly tried: Tried | null; try(intent: Intent | null): void };
  drawer: DrawerHeight;
}

/** Tables beside the map, in their order. */
export const INSPECTED_TABLES = ['buildings', 'parcels', 'leases', 'units'] as const;
export type InspectedTable = (typeof INSPECTED_TABLES)[number];

/** So many ways to mend a rule stand open. */
export const WAYS_SHOWN = 3;

type Asked = Pick<Client, 'repairLeads' | 'sketch' | 'ground'>;

/** What the inspector of 草绘台 holds beside the park itself: where repairs lead, the one looked at, lines of its tables. */
export class Inspecting {
  readonly preview: RepairPreview;
  /** Which table is read. */
  table = $state<InspectedTable>('buildings');
  /** Null until the worker has told. */
  lines = $state.raw<SketchView | null>(null);
  /** Where the vertex in hand is, px from the top left corner of the map; null where none is. */
  liveVertex = $state.raw<readonly [x: number, y: number] | null>(null);
  #leads = $state.raw<readonly RepairLead[]>([]);
  #park: Key | null = null;
  readonly #page: InspectingPage;
  readonly #client: Asked;

  constructor(page: InspectingPage, client: Asked) {
    this.#page = page;
    this.#client = client;
    this.preview = new RepairPreview({
      get park() {
        return page.park?.key ?? null;
      },
      mend: (asked) => page.open.mend(asked),
      try: (intent) => page.sketch.try(intent),
    });
  }

  /** The park as it is with what is in hand or looked at. */
  get view(): ParkView | null {
    return this.#page.sketch.tried?.park ?? this.#page.parkView;
  }

  /** As it is without that; null where nothing is in hand. */
  get before(): ParkView | null {
    return this.#page.sketch.tried?.park ? this.#page.parkView : null;
  }

  /** Lines are asked for whenever the park is judged anew; of the same park those of before stay until then. */
  async ask(park: Key | null): Promise<void> {
    if (park !== this.#park) {
      this.#leads = [];
      this.lines = null;
    }
    this.#park = park;
    if (park === null) return;
    const lines = await this.#client.sketch({ park }).catch(() => null);
    if (this.#park === park && lines) this.lines = lines;
  }

  /** Where the first ways of each missed rule lead: those that stand open. */
  async askLeads(found: readonly RuleRepairs[]): Promise<void> {
    const park = this.#park;
    if (park === null) return;
    const ways = found.flatMap(({ rule, repairs }) =>
      repairs.slice(0, WAYS_SHOWN).map(({ steps }) => ({ rule, steps: [...steps] })),
    );
    const leads = await this.#client.repairLeads({ park, ways }).catch(() => null);
    if (this.#park === park && leads) this.#leads = leads;
  }

  leadOf(rule: string, { steps }: Pick<Repair, 'steps'>): RepairLead | null {
    const own = JSON.stringify(steps);
    return this.#leads.find((lead) => lead.rule === rule && JSON.stringify(lead.steps) === own) ?? null;
  }

  openTable(table: InspectedTable): void {
    this.table = table;
    if (this.#page.drawer === 0) this.#page.drawer = 240;
  }

  /** Where a building of the park is drawn, degrees; null where it is not, or nothing answers any more. */
  async boundsOfBuilding(key: Key): Promise<Bounds | null> {
    const box = this.view?.bounds;
    const ground = box && (await this.#client.ground({ box }).catch(() => null));
    const part = ground?.tables.find(({ table }) => table === 'building');
    const row = part?.keys.indexOf(key) ?? -1;
    return part && row >= 0 ? (boundsOf(part.layer, row) as Bounds) : null;
  }

  /** As people call it: the name where it has one. */
  nameOf(kind: 'building' | 'parcel', id: string): string {
    const facts = this.view?.facts;
    const own =
      kind === 'building'
        ? facts?.buildings.find(({ building }) => building.id === id)?.building
        : facts?.parcels.find(({ parcel }) => parcel.id === id)?.parcel;
    return own?.name ?? id;
  }
}
