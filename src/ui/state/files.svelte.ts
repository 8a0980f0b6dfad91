import type { ReadChoices } from '../../city/view.ts';
import type { VertexPrecision } from '../../domain/geometry/measure/uncertainty.ts';
import type { NamedBytes } from '../../formats/contract.ts';
import { filesOf, type RecentFiles } from '../address/recent.ts';
import type { Address, Workspace } from '../address/address.ts';
import type { Beside } from './beside.svelte.ts';
import type { Edits } from './edits.svelte.ts';
import type { Mending } from './mending.svelte.ts';
import type { ParcelDetails } from './parcel-details.svelte.ts';
import type { OpenProject } from './project.svelte.ts';
import type { Recent } from './recent.svelte.ts';
import type { FlagList } from './supply/screen/flag-list.svelte.ts';
import type { Opening } from './visits.ts';
import { areThose, keepOpen, leftOpen, type LeftOpen } from '../address/left-open.ts';

/** What opening files asks of the page. */
export interface FilesPage {
  readonly open: OpenProject;
  readonly mending: Mending;
  readonly edits: Edits;
  readonly details: ParcelDetails;
  readonly recent: Recent;
  readonly workspace: Workspace;
  readonly beside: Pick<Beside, 'ask'>;
  readonly supply: { readonly flags: Pick<FlagList, 'restore'> };
  goTo(workspace: Workspace): void;
  /** Another project is open. */
  fresh(opening: Opening): void;
  opened(): void;
  selectPark(id: string): void;
  selectParcel(id: string): Promise<void>;
}

/** Which files are open, and which were before the page was loaded anew. */
export class Files {
  /** Those that were, until others are open or they are let go. */
  left = $state.raw<LeftOpen | null>(leftOpen());
  /** Where the page was in them. */
  leftAt: Address | null = null;
  /** Shows the dialog in which files are chosen: the page has one. */
  choose: () => void = () => undefined;
  readonly #page: FilesPage;

  constructor(page: FilesPage) {
    this.#page = page;
  }

  async openSample() {
    if (!(await this.#page.edits.mayGo()) || !(await this.#page.open.openSample())) return;
    this.letGo();
    this.#page.fresh(null);
  }

  /** Files that were open before a reload are read as they were then, unless something else is said of them. */
  async open(files: readonly NamedBytes[], choices?: ReadChoices, precision?: VertexPrecision | null) {
    const { workspace, open, beside } = this.#page;
    if (workspace === 'sketch' && open.isOpen && choices === undefined) return beside.ask(files);
    if (await this.#page.edits.mayGo()) await this.#open(files, choices, precision);
  }

  /** As a project of its own, in place of what is open; false where it is not. */
  async openAnew(files: readonly NamedBytes[], choices: ReadChoices): Promise<boolean> {
    if (!(await this.#page.edits.mayGo())) return false;
    await this.#open(files, choices);
    return this.#page.open.source?.files === files;
  }

  /** The same, while the page stays where it is: what is said of it is said there. */
  async openHere(files: readonly NamedBytes[], choices: ReadChoices): Promise<boolean> {
    if (!(await this.#page.edits.mayGo())) return false;
    await this.#open(files, choices, null, true);
    return this.#page.open.source?.files === files;
  }

  async #open(
    files: readonly NamedBytes[],
    choices?: ReadChoices,
    precision?: VertexPrecision | null,
    isHere = false,
  ): Promise<void> {
    const page = this.#page;
    const names = files.map(({ name }) => name);
    const before = choices === undefined && this.left && areThose(this.left, names) ? this.left : null;
    // What is opened, and how far it is, is read beside the map.
    if (page.workspace !== 'sketch' && !isHere) page.goTo('public');
    const said = before ?? { choices: choices ?? {}, precision: precision ?? null };
    if (!(await page.open.openFiles(files, said.choices, said.precision))) return await this.#openSomething();
    this.left = null;
    keepOpen({ names, choices: said.choices, precision: said.precision });
    page.fresh({ source: { files, choices: said.choices }, precision: said.precision });
    const at = before && this.leftAt;
    if (at?.rows) page.supply.flags.restore(at.rows);
    if (at?.parcelId && page.details.row(at.parcelId) >= 0) await page.selectParcel(at.parcelId);
    else if (at?.parkId) page.selectPark(at.parkId);
  }

  /** Files of before, after the person allowed them to be read; those that cannot be are no longer offered. */
  async openRecent(entry: RecentFiles) {
    const { recent } = this.#page;
    recent.gone = null;
    const files = await filesOf(entry);
    if (!files) return recent.drop(entry);
    recent.remember(entry.handles);
    const bytes = await Promise.all(files.map((file) => file.arrayBuffer()));
    await this.open(files.map(({ name }, i) => ({ name, bytes: new Uint8Array(bytes[i]) })));
  }

  /** What was open before in this page, as it was read then. */
  async reopen(opening: Opening): Promise<boolean> {
    if (!(await this.#page.edits.mayGo())) return false;
    const { open } = this.#page;
    const source = opening?.source;
    const read = source ? open.openFiles(source.files, source.choices, opening.precision) : open.openSample();
    if (!(await read)) return false;
    const names = source?.files.map(({ name }) => name) ?? [];
    keepOpen(source ? { names, choices: source.choices, precision: opening.precision } : null);
    this.#page.fresh(opening);
    return true;
  }

  /** What was open before is not asked for again. */
  letGo() {
    this.left = null;
    keepOpen(null);
  }

  /** Reads what is open once more as it was, after its worker ended. */
  async again() {
    const { source, project } = this.#page.open;
    if (source) await this.#page.open.openFiles(source.files, source.choices, project?.precision);
    else await this.#page.open.openSample();
  }

  /** Reads the open files once more, with something else said about them. */
  async reread(choices: ReadChoices) {
    const { source, project } = this.#page.open;
    if (source) await this.open(source.files, { ...source.choices, ...choices }, project?.precision);
  }

  /** What is said of their points now is said again when they are opened after a reload. */
  keepPrecision(precision: VertexPrecision | null) {
    const kept = leftOpen();
    if (kept) keepOpen({ ...kept, precision });
  }

  /** Repairs the boundaries as proposed: the repaired land is opened, and its file offered; the one on disk stays. */
  async mend() {
    const { open, mending } = this.#page;
    const [source] = open.project?.sets ?? [];
    const files = source === undefined ? null : await mending.confirm(source);
    if (!files) return;
    const left = leftOpen();
    await this.#open(files.open, {}, open.project?.precision);
    // The repaired land has no file yet: after a reload the one it came from is asked for.
    keepOpen(left);
    mending.done = files;
  }

  /** Files refused, or let go, before anything was open: the sample city comes back, and what was said stands beside it. */
  async #openSomething() {
    const { open } = this.#page;
    const { project, busy, refused } = open;
    if (project || busy) return;
    if (await open.openSample()) this.#page.opened();
    // Nor is what was said of a file replaced by the sample city's own refusal; another file that was given meanwhile has its own.
    if (open.refused?.refusal.code === 'sample-unreachable') open.refused = refused ?? open.refused;
    else open.refused ??= refused;
  }
}
