import type { ToKeeper } from '../../client/offline-line.ts';
import { kindOf, versionIn } from './addresses.ts';
import { asSent, keepable, rangeKey } from './ranges.ts';

/** How a request to keep files came out. */
export interface Kept {
  /** Of those asked for so many did not come. */
  readonly failed: number;
  /** The device has no room left. */
  readonly full: boolean;
}

export interface Around {
  readonly caches: CacheStorage;
  readonly fetch: (request: Request) => Promise<Response>;
  /** Address of the published folder, with a slash at its end. */
  readonly scope: string;
  /** A file could not be kept, for want of room. */
  readonly onFull: () => void;
  /** After so long a copy of the page stands in for one that does not come, ms. */
  readonly patience: number;
}

/**
 * Whether this is the file that was asked for: some hosts, and networks that want a login first, answer with a page where there is no
 * such file; kept, it would stand in its place for good.
 */
const isFile = (answer: Response): boolean =>
  answer.ok && !(answer.headers.get('content-type') ?? '').startsWith('text/html');

const isFull = (error: unknown): boolean => error instanceof Error && error.name === 'QuotaExceededError';

/** What may be kept of an answer; null: nothing. */
type Lasting = Response | null | Promise<Response | null>;

/**
 * What of a published map is kept on a device: a cache a version, with the page, its files and its data. The page is asked
 * of the network first, so that who comes back sees what is so now; all else is as it is called, and is asked for once.
 */
export class Keeper {
  readonly #around: Around;
  readonly #prefix: string;

  constructor(around: Around) {
    this.#around = around;
    // Several maps may stand in folders of one host.
    this.#prefix = `yuantu ${around.scope} `;
  }

  /** Null: the browser does it as if there were no keeper. */
  answer(request: Request): Promise<Response> | null {
    const kind = kindOf(request.url, this.#around.scope);
    if (request.method !== 'GET' || !kind) return null;
    if (kind.is === 'now') return null;
    if (kind.is === 'page') return this.#page(request);
    if (kind.is === 'other') return this.#fresh(request);
    const version = kind.is === 'data' ? kind.version : null;
    const range = request.headers.get('range');
    return range === null ? this.#lasting(request, version) : this.#part(request, range, version);
  }

  /** Keeps what a page of this version was made of, itself among it, and lets go of versions before the last. */
  async keep({ version, addresses, parts }: ToKeeper): Promise<Kept> {
    const { caches, scope } = this.#around;
    const own = await caches.open(this.#prefix + version);
    let [failed, full] = [0, false];
    const keepOne = async (key: string, request: Request, lasting: (answer: Response) => Lasting) => {
      if (!kindOf(request.url, scope) || (await own.match(key))) return;
      try {
        const file = await lasting(await this.#around.fetch(request));
        if (file) await own.put(key, file);
        else failed++;
      } catch (error) {
        if (isFull(error)) full = true;
        else failed++;
      }
    };
    for (const address of addresses)
      await keepOne(address, new Request(address), (answer) => (isFile(answer) ? answer : null));
    for (const { address, range } of parts)
      await keepOne(rangeKey(address, range), new Request(address, { headers: { range } }), keepable);
    await this.#page(new Request(scope)).catch(() => failed++);
    await this.#letGo(version);
    return { failed, full };
  }

  /** Lets go of all that is kept. */
  async forget(): Promise<void> {
    await Promise.all((await this.#names()).map((name) => this.#around.caches.delete(name)));
  }

  async #letGo(version: string): Promise<void> {
    const own = await this.#names();
    const before = own.filter((name) => name !== this.#prefix + version).slice(0, -1);
    await Promise.all(before.map((name) => this.#around.caches.delete(name)));
  }

  /** Names of the caches, in the order they were made. */
  async #names(): Promise<string[]> {
    return (await this.#around.caches.keys()).filter((name) => name.startsWith(this.#prefix));
  }

  /** A page that comes is kept with the version it was published with. */
  async #page(request: Request): Promise<Response> {
    const { fetch, patience, scope } = this.#around;
    const coming = fetch(request).then(async (answer) => {
      if (!answer.ok) return answer;
      const version = versionIn(await answer.clone().text());
      if (version !== null) await this.#put(this.#prefix + version, scope, answer.clone());
      return answer;
    });
    // A host that is being worked at is no better than none.
    const first = await Promise.race([
      coming.then((answer) => (answer.status < 500 ? answer : null)).catch(() => null),
      new Promise<null>((late) => setTimeout(late, patience, null)),
    ]);
    return first ?? (await this.#keptPage()) ?? coming;
  }

  /** The newest page whose data are there too. */
  async #keptPage(): Promise<Response | undefined> {
    const { caches, scope } = this.#around;
    for (const name of (await this.#names()).reverse()) {
      const own = await caches.open(name);
      const page = await own.match(scope);
      const version = name.slice(this.#prefix.length);
      if (page && (await own.match(`${scope}data/${version}/first.json`))) return page;
    }
    return undefined;
  }

  async #lasting(request: Request, version: string | null): Promise<Response> {
    const kept = await this.#match(request.url);
    if (kept) return kept;
    const answer = await this.#around.fetch(request);
    if (isFile(answer)) await this.#put(await this.#nameFor(version), request.url, answer.clone());
    return answer;
  }

  async #part(request: Request, range: string, version: string | null): Promise<Response> {
    const key = rangeKey(request.url, range);
    const kept = await this.#match(key);
    if (kept) return asSent(kept);
    const answer = await this.#around.fetch(request);
    const part = await keepable(answer.clone());
    if (part) await this.#put(await this.#nameFor(version), key, part);
    return answer;
  }

  async #fresh(request: Request): Promise<Response> {
    try {
      const answer = await this.#around.fetch(request);
      if (answer.ok) await this.#put(await this.#nameFor(null), request.url, answer.clone());
      return answer;
    } catch (error) {
      const kept = await this.#match(request.url);
      if (kept) return kept;
      throw error;
    }
  }

  async #match(address: string): Promise<Response | undefined> {
    for (const name of (await this.#names()).reverse()) {
      const kept = await (await this.#around.caches.open(name)).match(address);
      if (kept) return kept;
    }
    return undefined;
  }

  /** Of a version, else of the newest there is; null where none is kept yet. */
  async #nameFor(version: string | null): Promise<string | null> {
    const names = await this.#names();
    return (
      (version === null ? undefined : names.find((name) => name === this.#prefix + version)) ?? names.at(-1) ?? null
    );
  }

  /** What cannot be kept is handed out all the same. */
  async #put(name: string | null, address: string, answer: Response): Promise<void> {
    if (name === null) return;
    try {
      await (await this.#around.caches.open(name)).put(address, answer);
    } catch (error) {
      if (isFull(error)) this.#around.onFull();
    }
  }
}
