import type { FeatureCollection } from 'geojson';
import { ok, type Refusal, type Result } from '../domain/outcome.ts';
import type { NamedBytes } from '../formats/contract.ts';
import type { PackVersion } from '../policy/history.ts';
import { aborted } from './turn-taking.ts';
import type { Asking } from './asking.ts';
import type { Law } from './law.ts';
import { openProject, type Opened, type OpenRequest } from './opened.ts';
import { policyView } from './policy-view.ts';
import type { JudgedView, Judging, OpenRefusal, PolicyView, ProjectView } from './view.ts';

/** What a session finds around it, wherever it runs. */
export interface Surroundings {
  /** The pack of a day; where none is named, what is planned by today. */
  readonly lawOn: (date: string | undefined) => Result<Pick<Law, 'pack' | 'date'>>;
  /** First day that any pack is for; null where one has no first day. */
  readonly earliestDay: () => string | null;
  readonly packVersions: () => readonly PackVersion[];
  readonly fetchSample: () => Promise<Result<Sample>>;
}

/** The sample city, and what lies under its parcels. */
interface Sample {
  readonly city: NamedBytes;
  readonly backdrop: FeatureCollection | null;
}

type Read = Pick<OpenRequest, 'files' | 'choices' | 'backdrop' | 'onProgress'>;

/** The page may still ask of the law before. */
const JUDGEMENTS_KEPT = 2;

/** What is open for one page: the city, and how it was judged. All calls are answered by it. */
export class Session {
  readonly #around: Surroundings;
  #opened: Opened | null = null;
  /** What is open by the laws it was judged by, the latest last. */
  readonly #judgements = new Map<string, Opened>();

  constructor(around: Surroundings) {
    this.#around = around;
  }

  get opened(): Opened | null {
    return this.#opened;
  }

  policy(date: string | undefined): PolicyView | null {
    const law = this.#around.lawOn(date);
    return law.ok ? policyView(law.value.pack, law.value.date, this.#around.earliestDay()) : null;
  }

  versions(): readonly PackVersion[] {
    return this.#around.packVersions();
  }

  async openSample(
    judging?: Judging,
    onProgress?: OpenRequest['onProgress'],
  ): Promise<Result<ProjectView, OpenRefusal>> {
    onProgress?.(0, 'fetch');
    const sample = await this.#around.fetchSample();
    if (!sample.ok) return sample;
    const { city, backdrop } = sample.value;
    return this.open({ files: [city], backdrop, onProgress }, judging);
  }

  async open(read: Read, judging: Judging = {}): Promise<Result<ProjectView, OpenRefusal>> {
    const law = this.#around.lawOn(judging.date);
    if (!law.ok) return law;
    const opened = await openProject({ ...read, ...law.value, precision: judging.precision });
    if (!opened.ok) return opened;
    this.#judgements.clear();
    this.#opened = this.#keep(judging, opened.value);
    return ok(opened.value.view);
  }

  async judge(asking: Asking): Promise<Result<JudgedView, Refusal> | null> {
    const judged = await this.judged(asking);
    if (!judged?.ok) return judged;
    return ok(judged.value.judgedView);
  }

  /** What is open, by the law a question is asked of; null while nothing is. */
  async judged({ judging, signal }: Asking): Promise<Result<Opened> | null> {
    const opened = this.#opened;
    if (!opened) return null;
    const known = this.#judgements.get(JSON.stringify(judging));
    if (known) return ok(known);
    const law = this.#around.lawOn(judging.date);
    if (!law.ok) return law;
    const anew = await opened.judgedAnew({ ...law.value, precision: judging.precision }, { signal });
    if (this.#opened !== opened) throw aborted();
    return ok(this.#keep(judging, anew));
  }

  #keep(judging: Judging, opened: Opened): Opened {
    this.#judgements.set(JSON.stringify(judging), opened);
    for (const old of [...this.#judgements.keys()].slice(0, -JUDGEMENTS_KEPT)) this.#judgements.delete(old);
    return opened;
  }
}
