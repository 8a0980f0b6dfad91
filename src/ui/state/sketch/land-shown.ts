/** What tells which land is open. */
interface LandPage {
  readonly open: { readonly opening: number; readonly project: { readonly version: number } | null };
}

/** The land a panel was last asked about. */
export class LandShown {
  readonly #page: LandPage;
  #opening = Number.NaN;
  #version: number | undefined;

  constructor(page: LandPage) {
    this.#page = page;
  }

  /** What is open now is what is shown from here on. */
  take(): void {
    const { opening, project } = this.#page.open;
    this.#opening = opening;
    this.#version = project?.version;
  }

  /** What is another by now: the land of the same project, or the project; null where nothing is. */
  differs(): 'land' | 'project' | null {
    const { opening, project } = this.#page.open;
    if (opening !== this.#opening) return 'project';
    return project?.version === this.#version ? null : 'land';
  }
}
