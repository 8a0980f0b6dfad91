import { flushSync } from 'svelte';
import type { ParcelView, ParkLine, ProjectView } from '../../city/view.ts';
import type { Workspace } from '../address/address.ts';
import type { MapMover, MapPicture, PaperSize } from './map-mover.ts';
import type { ParkDetails } from './park-details.svelte.ts';
import type { Verdicts } from './verdicts.svelte.ts';
import type { Report } from '../../formats/report/document.ts';
import type { Theme } from '../../map/index.ts';
import type { LedgerNames } from '../../supply/ledger/shape.ts';
import type { PlanSheet } from './supply/plan-sheets.ts';

/** A park's or a parcel's sheet stands upright, the map lies across. */
export const paper = {
  sheet: { width: 680, height: 340 },
  map: { width: 1008, height: 500 },
  /** A sheet of the supply plan lies on A3, its list beside the map. */
  plan: { width: 1096, height: 908 },
} as const satisfies Record<string, PaperSize>;

const LEAST_WIDTH_PX = 480;

/** What of the page is printed. */
export interface PrintedPage {
  readonly workspace: Workspace;
  readonly map: MapMover | null;
  readonly park: ParkLine | null;
  /** Its card, which may still be on its way. */
  readonly parks: Pick<ParkDetails, 'ready'>;
  readonly verdicts: Pick<Verdicts, 'all'>;
  readonly parcel: ParcelView | null;
  readonly open: { readonly project: ProjectView | null };
  readonly settings: { readonly theme: Theme };
}

/** Sheets of a supply plan with their maps; null where one could not be drawn. */
export interface DrawnPlan {
  readonly title: string;
  readonly epsg: number | null;
  readonly names: LedgerNames;
  readonly sheets: readonly (PlanSheet & { readonly picture: MapPicture | null })[];
}

/** 打印: what goes on paper is laid out only while it is printed. */
export class Printing {
  on = $state(false);
  /** While the map of the sheet is drawn. */
  busy = $state(false);
  picture = $state.raw<MapPicture | null>(null);
  /** Printed by the browser’s menu, which could not wait for a map of its own. */
  fromScreen = $state(false);
  /** Sheets of a supply plan that go on paper instead. */
  plan = $state.raw<DrawnPlan | null>(null);
  /** 报告 that goes on paper instead. */
  report = $state.raw<Report | null>(null);
  /** How many sheets of a plan are drawn, of how many; null while none are. */
  sheets = $state.raw<{ readonly drawn: number; readonly of: number } | null>(null);
  /** Ends the drawing of sheets, at once. */
  #cancel: () => void = () => undefined;
  /** The map for paper has been drawn, as well as it went. */
  #drawn = false;
  readonly #page: PrintedPage;

  constructor(page: PrintedPage) {
    this.#page = page;
  }

  /** Draws the map for paper, then asks the browser to print. Without a map the sheet is printed without one. */
  async start(): Promise<void> {
    const { map, park, parcel, parks, verdicts } = this.#page;
    if (this.busy) return;
    this.busy = true;
    if (!park && !parcel) await verdicts.all();
    await parks.ready();
    const bounds = parcel?.bounds ?? park?.bounds ?? null;
    const size = park || parcel ? paper.sheet : paper.map;
    this.picture = (await map?.forPrint(size, bounds).catch(() => null)) ?? null;
    this.#drawn = true;
    this.busy = false;
    print();
  }

  /** 计划图册: a map for every sheet, one after the other, then the browser's dialog. */
  async startPlan(plan: Omit<DrawnPlan, 'sheets'>, sheets: readonly PlanSheet[]): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    const cancelled = new Promise<'cancelled'>((end) => (this.#cancel = () => end('cancelled')));
    const drawn: DrawnPlan['sheets'][number][] = [];
    const maps = this.#page.map?.forSheets(paper.plan) ?? null;
    try {
      for (const sheet of sheets) {
        this.sheets = { drawn: drawn.length, of: sheets.length };
        const picture = maps?.picture(sheet.bounds).catch(() => null) ?? null;
        const ended = await Promise.race([picture, cancelled]);
        if (ended === 'cancelled') return;
        drawn.push({ ...sheet, picture: ended });
      }
    } finally {
      maps?.end();
      this.sheets = null;
      this.busy = false;
    }
    this.plan = { ...plan, sheets: drawn };
    this.#drawn = true;
    print();
  }

  startReport(report: Report): void {
    if (this.busy) return;
    this.report = report;
    this.#drawn = true;
    print();
  }

  /** No sheets: nothing of them is kept, and the next thing can be printed. */
  cancelSheets(): void {
    this.#cancel();
  }

  /** The browser's own way to print may not wait: then the map is as the screen has it, where that suits paper. */
  begin(): void {
    if (!this.report && (this.#page.workspace === 'policy' || !this.#page.open.project)) return;
    flushSync(() => {
      if (this.#drawn) this.fromScreen = false;
      else {
        this.fromScreen = true;
        this.picture = this.#onPaper();
      }
      this.on = true;
    });
  }

  end(): void {
    this.on = this.fromScreen = this.#drawn = false;
    this.picture = null;
    this.plan = null;
    this.report = null;
  }

  /** A dark map, or one of a few hundred px, tells nothing on paper. */
  #onPaper(): MapPicture | null {
    const { map, settings } = this.#page;
    if (settings.theme === 'dark') return null;
    const picture = map?.picture() ?? null;
    return picture && picture.widthPx >= LEAST_WIDTH_PX ? picture : null;
  }
}
