import type { ReadChoices } from '../../../../city/view.ts';
import type { KeptWork } from '../../../../client/kept-work.ts';
import type { NamedBytes } from '../../../../formats/contract.ts';

const KEPT_AS = 'import';
/** More than this is chosen again after a reload. */
const MOST_BYTES = 64e6;

/** Files that were chosen and what was said of those that were refused, until something is done with them. */
interface KeptFiles {
  readonly format: 1;
  readonly files: readonly NamedBytes[];
  readonly choices: ReadChoices;
}

/** 待导入的文件 outlive a reload: on this device, with the project they are to be added to. */
export class KeptImport {
  #origin: string | null = null;
  readonly #work: KeptWork | null;

  constructor(work: KeptWork | null) {
    this.#work = work;
  }

  /** What was kept of this project, once; null where nothing was. */
  async load(origin: string | null): Promise<Pick<KeptFiles, 'files' | 'choices'> | null> {
    if (origin === null || origin === this.#origin) return null;
    this.#origin = origin;
    const kept = await this.#work?.read(origin, KEPT_AS);
    return origin === this.#origin && isKept(kept) ? kept : null;
  }

  /** No files: nothing is kept any more. */
  keep(files: readonly NamedBytes[], choices: ReadChoices): void {
    if (this.#origin === null) return;
    const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
    const kept: KeptFiles | undefined =
      files.length > 0 && size <= MOST_BYTES ? { format: 1, files, choices } : undefined;
    void this.#work?.keep(this.#origin, KEPT_AS, kept);
  }
}

const isKept = (kept: unknown): kept is KeptFiles =>
  typeof kept === 'object' && kept !== null && (kept as Partial<KeptFiles>).format === 1;
