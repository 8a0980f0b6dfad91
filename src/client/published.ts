import { ok, refuse, type Refusal, type Result } from '../domain/outcome.ts';
import type {
  FirstFile,
  IdleFile,
  NowFile,
  OutlinesFile,
  ParkFile,
  SearchFile,
  SupplyFile,
} from '../publish/shape/published.ts';

/** Why a file of a published map was not read. */
export type UnreadCode =
  | 'unreachable' // {path}: no network, no answer
  | 'gone' // {path}: the host has it no longer; newer data took its place
  | 'unreadable'; // {path}: what came is not such a file

export type Read<T> = Promise<Result<T, Refusal<UnreadCode>>>;

/** Of `fetch` what is needed here. */
export type Fetched = (address: string, init?: { readonly cache?: RequestCache }) => Promise<Response>;

/** What was read, for who can do nothing without it: rejects where it did not come. */
export async function mustRead<T>(read: Read<T>): Promise<T> {
  const answer = await read;
  if (!answer.ok) throw new Error(`${answer.refusal.code}: ${answer.refusal.params.path}`);
  return answer.value;
}

async function readJson<T>(fetched: Fetched, path: string, cache?: RequestCache): Read<T> {
  let answer: Response;
  try {
    answer = await fetched(path, cache ? { cache } : undefined);
  } catch {
    return refuse('unreachable', { path });
  }
  if (answer.status === 404 || answer.status === 410) return refuse('gone', { path });
  if (!answer.ok) return refuse('unreachable', { path });
  try {
    return ok((await answer.json()) as T);
  } catch {
    return refuse('unreadable', { path });
  }
}

/** Which data are those of now: never taken from a cache. */
export async function readNow(root: string, fetched: Fetched = (...asked) => fetch(...asked)): Read<NowFile> {
  const read = await readJson<NowFile>(fetched, `${root}now.json`, 'no-store');
  return read.ok && read.value.format !== 1 ? refuse('unreadable', { path: `${root}now.json` }) : read;
}

/** The files of one version of a published map. Each is asked for once and kept; one that did not come may be asked for again. */
export class Published {
  /** Address of the version's folder, with a slash at its end. */
  readonly base: string;
  readonly #kept = new Map<string, Read<unknown>>();

  constructor(
    root: string,
    readonly version: string,
    private readonly fetched: Fetched = (...asked) => fetch(...asked),
  ) {
    this.base = `${root}data/${version}/`;
  }

  async first(): Read<FirstFile> {
    const read = await this.#file<FirstFile>('first.json');
    return read.ok && read.value.format !== 1 ? refuse('unreadable', { path: `${this.base}first.json` }) : read;
  }

  search = (): Read<SearchFile> => this.#file('search.json');
  idle = (): Read<IdleFile> => this.#file('idle.json');
  supply = (): Read<SupplyFile> => this.#file('supply.json');
  outlines = (): Read<OutlinesFile> => this.#file('outlines.json');
  park = (slug: string): Read<ParkFile> => this.#file(`parks/${encodeURIComponent(slug)}.json`);

  #file<T>(path: string): Read<T> {
    const kept = this.#kept.get(path) as Read<T> | undefined;
    if (kept) return kept;
    const asked = readJson<T>(this.fetched, this.base + path).then((read) => {
      if (!read.ok) this.#kept.delete(path);
      return read;
    });
    this.#kept.set(path, asked);
    return asked;
  }
}
