import type { CheckAsk, CheckedMap, CheckReply, CheckStep, Unchecked } from '../client/check-line.ts';
import { atMost } from '../client/at-most.ts';
import { readPacked } from '../formats/packed/read.ts';
import { comparedMap } from '../publish/check/published-map.ts';
import type { CheckFile, FirstFile, ParkFile } from '../publish/shape/published.ts';
import { packIds } from './pack-files.ts';
import { packNamed } from './policy-packs.ts';

/** Cards that are asked for at once. */
const CARDS_AT_ONCE = 8;

const reply = (message: CheckReply) => self.postMessage(message);
const progress = (step: CheckStep) => (done: number) => reply({ kind: 'progress', step, done });

/** A file of the version; throws why it did not come. */
async function fetched(base: string, file: string): Promise<Response> {
  const response = await fetch(base + file).catch(() => null);
  if (response?.ok) return response;
  throw { code: 'not-fetched', file, status: response?.status ?? null } satisfies Unchecked;
}

async function checked({ base }: CheckAsk): Promise<CheckedMap> {
  const fetching = progress('fetching');
  fetching(0);
  const json = async <T>(file: string): Promise<T> => (await (await fetched(base, file)).json()) as T;
  const [first, check, records] = await Promise.all([
    json<FirstFile>('first.json'),
    json<CheckFile>('check.json'),
    fetched(base, 'check.ytp').then((response) => response.arrayBuffer()),
  ]);
  fetching(1);
  const read = readPacked('check.ytp', new Uint8Array(records));
  if (!read.ok) throw { code: 'not-read', file: 'check.ytp', detail: read.refusal.code } satisfies Unchecked;
  const { policy, date } = check;
  if (!packIds.includes(policy)) throw { code: 'no-such-policy', policy } satisfies Unchecked;
  const inTurn = atMost(CARDS_AT_ONCE);
  const cardOf = (slug: string) => inTurn(() => json<ParkFile>(`parks/${slug}.json`)).catch(() => null);
  const cards = new Map(first.parks.slug.map((slug) => [slug, cardOf(slug)]));
  const compared = await comparedMap(
    {
      records: read.value.project,
      law: { pack: packNamed(policy), date },
      check,
      first,
      card: (slug) => cards.get(slug)!,
    },
    { onMeasured: progress('measuring'), onJudged: progress('judging') },
  );
  return { ...compared, policy, date };
}

const isUnchecked = (error: unknown): error is Unchecked =>
  typeof error === 'object' && error !== null && 'code' in error && !(error instanceof Error);

self.addEventListener('message', ({ data }: MessageEvent<CheckAsk>) => {
  checked(data).then(
    (map) => reply({ kind: 'checked', map }),
    (error: unknown) =>
      isUnchecked(error)
        ? reply({ kind: 'unchecked', why: error })
        : reply({ kind: 'fault', message: error instanceof Error ? error.message : String(error) }),
  );
});
