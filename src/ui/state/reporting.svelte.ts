import type { Client } from '../../client/client.ts';
import type { ReportFormat } from '../../client/report-line.ts';
import { vertexSigmaOf } from '../../domain/geometry/measure/uncertainty.ts';
import type { Report } from '../../formats/report/document.ts';
import type { Drawing } from '../../formats/report/drawing.ts';
import { mapSize, mapSizes } from '../../formats/report/map/layout.ts';
import { withRepairs } from '../../policy/repairs/repairs.ts';
import { BASE, type ScenarioId } from '../../desk/scenario.ts';
import type { ScenarioLine } from '../../city/scenarios/view.ts';
import type { ParkView, PolicyView, ProjectView } from '../../city/view.ts';
import { tooManySheets } from '../../texts/dossier/map-refusal.ts';
import type { ReportedScenario, Scheme } from '../../texts/dossier/input.ts';
import { usualOptions, type ReportOptions } from '../../texts/dossier/parts.ts';
import type { Settings } from './settings.svelte.ts';
import { offer } from './offer.ts';

/** What a report is made of, as the page has it. */
interface ReportedPage {
  readonly parkView: ParkView | null;
  readonly open: { readonly project: ProjectView | null; readonly policy: PolicyView | null };
  readonly settings: Settings;
  readonly scenarios: {
    readonly chosen: readonly ScenarioId[];
    readonly hand: ScenarioId;
    readonly all: readonly ScenarioLine[];
    nameOf(id: ScenarioId): string;
  };
  readonly printing: { startReport(report: Report): void };
}

type Calls = Pick<Client, 'reportLand' | 'repairs' | 'compareScenarios'>;

/** 报告 of the park in hand: chosen in its panel, made once, shown, printed and written as the same document. */
export class Reporting {
  isOpen = $state(false);
  options = $state.raw<ReportOptions>(usualOptions);
  /** Of the options; null until it is made, or where it cannot be. */
  report = $state.raw<Report | null>(null);
  /** Why it cannot be made, or not written. */
  failure = $state<string | null>(null);
  /** What is being written. */
  busy = $state<ReportFormat | null>(null);
  #writing: AbortController | null = null;
  #asked = 0;
  readonly #page: ReportedPage;
  readonly #calls: Calls;

  constructor(page: ReportedPage, calls: Calls) {
    this.#page = page;
    this.#calls = calls;
  }

  choose(options: Partial<ReportOptions>): void {
    this.options = { ...this.options, ...options };
  }

  close(): void {
    this.cancel();
    this.isOpen = false;
    this.report = null;
    this.failure = null;
  }

  /** Makes the document of the options as they are; one asked for later takes the place of one before. */
  async make(): Promise<void> {
    const asked = ++this.#asked;
    const made = await this.made(this.options).catch(() => null);
    if (asked !== this.#asked || !this.isOpen) return;
    const isMade = made !== null && typeof made !== 'string';
    this.report = isMade ? made : null;
    this.failure = isMade ? null : (made ?? this.#page.settings.texts.actions.downloadFailed);
  }

  /** 体量示意图 of the park in hand alone, on a lying A4; null where nothing of it stands. */
  async massDrawing(): Promise<Drawing | null> {
    const { parkView: view, open, settings } = this.#page;
    if (!view || !open.project) return null;
    const paper = { size: 'A4', isLying: true } as const;
    const land = await this.#calls.reportLand({ park: view.key, size: mapSize(paper), scale: null }).catch(() => null);
    if (!land?.sheet?.ok) return null;
    const [{ massSheets }, { massWords }] = await Promise.all([import('../../formats/report/mass/mass-sheet.ts'), import('../../texts/dossier/mass-words.ts')]); // prettier-ignore
    return (
      massSheets(land.sheet.value, [paper], massWords(view.facts, open.project.sample, settings.language))[0] ?? null
    );
  }

  /** The document, or why there is none; null where nothing is in hand. */
  async made(options: ReportOptions): Promise<Report | string | null> {
    const { parkView: view, open, settings } = this.#page;
    const { project, policy } = open;
    if (!view || !project || !policy) return null;
    // Of the land as it is now: another scenario may be in hand before all is answered.
    const scenario = this.#scenario();
    const asked = { park: view.key, ...mapSizes(options.paper), scale: options.scale };
    const [land, repairs, schemes] = await Promise.all([
      this.#calls.reportLand(asked),
      this.#calls.repairs({ park: view.key }),
      this.#schemes(view),
    ]);
    if (!land) return null;
    const { sheet, conditions } = land;
    if (sheet && !sheet.ok && options.parts.includes('map'))
      return tooManySheets[settings.language](sheet.refusal.params);
    const { parkReport } = await import('../../texts/dossier/park-report.ts');
    return parkReport(
      {
        facts: view.facts,
        findings: withRepairs(view.findings, repairs ?? []),
        districtName: view.districtName,
        townshipNames: view.townshipNames,
        date: project.date,
        ...(project.precision && { vertexSigmaM: vertexSigmaOf(project.precision) }),
        sample: project.sample,
        policy,
        source: project.files.map((file) => file.slice(file.lastIndexOf('/') + 1)),
        conditions,
        sheet: sheet?.ok ? sheet.value : null,
        ...scenario,
        schemes,
      },
      options,
      settings.language,
    );
  }

  /** Which scenario the land in hand is of. */
  #scenario(): { readonly scenario?: ReportedScenario } {
    const { scenarios } = this.#page;
    const { all, hand } = scenarios;
    if (hand !== BASE) return { scenario: { inHand: scenarios.nameOf(hand) } };
    const line = all.find(({ taken }) => taken !== null);
    return line?.taken ? { scenario: { taken: line.name, ...line.taken } } : {};
  }

  /** Scenarios that are compared at the sketch desk, as far as the park is in them. */
  async #schemes(view: ParkView): Promise<readonly Scheme[]> {
    const { scenarios } = this.#page;
    if (scenarios.chosen.length < 2) return [];
    const compared = await this.#calls.compareScenarios({ scenarios: scenarios.chosen, park: view.key });
    return (compared?.scenarios ?? []).flatMap(({ id, park }) =>
      park ? [{ name: scenarios.nameOf(id), indicators: park.indicators, findings: park.findings }] : [],
    );
  }

  /** Writes a report and offers it as a file; why it was not, or null. */
  async save(format: ReportFormat, report: Report | string | null = this.report): Promise<string | null> {
    const { parkView, settings } = this.#page;
    const failed = settings.texts.actions.downloadFailed;
    if (this.busy || !parkView) return null;
    if (report === null || typeof report === 'string') return report ?? failed;
    const name = parkView.park.name ?? parkView.park.id;
    this.busy = format;
    const writing = (this.#writing = new AbortController());
    try {
      const { writtenReport } = await import('../../client/report.ts');
      // What is held as state is plain data all the same.
      const bytes = await writtenReport({ report, format }, writing.signal);
      offer(new Blob([bytes]), `${name}.${format}`);
      return null;
    } catch (error) {
      return writing.signal.aborted ? null : (console.error(error), failed);
    } finally {
      this.busy = null;
    }
  }

  cancel(): void {
    this.#writing?.abort();
  }

  print(): void {
    if (this.report) this.#page.printing.startReport(this.report);
  }
}
