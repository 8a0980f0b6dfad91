import type { Answers, Ask, Reply } from '../client/protocol.ts';
import type { Judging } from '../city/view.ts';
import { dayInChina } from '../domain/china-day.ts';
import { ok, type Result } from '../domain/outcome.ts';
import { proposeRepair, repairedFiles } from '../city/boundary-repair.ts';
import { judgedAnew, openProject, type Opened, type OpenRequest, type Step } from '../city/opened.ts';
import { earliestDay, lawOn, packVersions } from './policy-packs.ts';
import { policyView } from '../city/policy-view.ts';
import { fetchSample } from './sample.ts';

/** The city that is open: its land, of which the page asks tiles and single parcels. */
let held: Opened | null = null;
/** The same as it was judged, the latest last: the page may still ask of the law before. */
const judgements = new Map<string, Opened>();
const JUDGEMENTS_KEPT = 2;

type Asked = Pick<OpenRequest, 'files' | 'choices' | 'backdrop' | 'onProgress'>;

const keyOf = (judging: Judging) => JSON.stringify(judging);

function keep(judging: Judging, opened: Opened): Opened {
  judgements.set(keyOf(judging), opened);
  for (const old of [...judgements.keys()].slice(0, -JUDGEMENTS_KEPT)) judgements.delete(old);
  return opened;
}

async function open(request: Asked, judging: Judging = {}): Promise<Answers['files']> {
  const law = lawOn(judging.date, dayInChina());
  if (!law.ok) return law;
  const opened = await openProject({ ...request, ...law.value, precision: judging.precision });
  if (!opened.ok) return opened;
  judgements.clear();
  held = keep(judging, opened.value);
  return ok(held.view);
}

/** The open city by the law a question is asked of. */
function judged(judging: Judging): Result<Opened> | null {
  if (!held) return null;
  const known = judgements.get(keyOf(judging));
  if (known) return ok(known);
  const law = lawOn(judging.date, dayInChina());
  return law.ok ? ok(keep(judging, judgedAnew(held, { ...law.value, precision: judging.precision }))) : law;
}

function judge(judging: Judging): Answers['judge'] {
  const anew = judged(judging);
  if (!anew?.ok) return anew;
  const { date, precision, parks, map } = anew.value.view;
  return ok({ date, precision, parks, map });
}

/** What `tell` says of the open city by that law; null while nothing is open, or on a day without a law. */
function by<T>(judging: Judging, tell: (opened: Opened) => T): T | null {
  const opened = judged(judging);
  return opened?.ok ? tell(opened.value) : null;
}

function policyOf(date: string | undefined): Answers['policy'] {
  const law = lawOn(date, dayInChina());
  return law.ok ? policyView(law.value.pack, law.value.date, earliestDay()) : null;
}

function repairsOfPark({ city, judgement }: Opened, id: string): Answers['repairs'] {
  const park = city.project.parks.find((p) => p.id === id);
  return park ? judgement.repairs(park) : null;
}

/** In a buffer of its own, which is handed over. */
function tileOf({ set, z, x, y }: Extract<Ask, { call: 'tile' }>): ArrayBuffer | null {
  const bytes = held?.land.tile(set, z, x, y);
  return bytes ? (bytes.slice().buffer as ArrayBuffer) : null;
}

async function answer(ask: Ask): Promise<Answers[Ask['call']]> {
  const onProgress = (done: number, step: Step) => reply({ id: ask.id, kind: 'progress', done, step });
  if (ask.call === 'policy') return policyOf(ask.date);
  if (ask.call === 'judge') return judge(ask.judging);
  if (ask.call === 'versions') return packVersions();
  if (ask.call === 'whatIf') return by(ask.judging, ({ judgement }) => judgement.difference(ask.changes));
  if (ask.call === 'targets') return by(ask.judging, ({ judgement }) => judgement.targets(ask.baseYear));
  if (ask.call === 'repairs') return by(ask.judging, (opened) => repairsOfPark(opened, ask.park));
  if (ask.call === 'proposeRepair') return held && proposeRepair(held.city.land);
  if (ask.call === 'repaired') return held && repairedFiles(held.city.land, ask.source);
  if (ask.call === 'parcel')
    return by(ask.judging, ({ land, judgement }) => land.parcel(ask.row, judgement.vertexSigmaM));
  if (ask.call === 'list') return held && held.land.list(ask.rows);
  if (ask.call === 'tile') return tileOf(ask);
  if (ask.call === 'files') return open({ files: ask.files, choices: ask.choices, onProgress }, ask.judging);
  onProgress(0, 'fetch');
  const sample = await fetchSample();
  if (!sample.ok) return sample;
  const { city, backdrop } = sample.value;
  return open({ files: [city], backdrop, onProgress }, ask.judging);
}

const reply = (message: Reply, transfer: Transferable[] = []) => self.postMessage(message, { transfer });

/** Held as long as this worker lives: who waits for it hears of its end even where it ends without a word. */
const alive = new Promise<void>((speak) => {
  if (!self.name || !navigator.locks) return speak();
  void navigator.locks.request(self.name, () => {
    speak();
    return new Promise(() => undefined);
  });
});

self.addEventListener('message', (event: MessageEvent<Ask>) => {
  const { id } = event.data;
  const answered = alive.then(() => answer(event.data));
  answered.then(
    (value) => reply({ id, kind: 'done', value }, value instanceof ArrayBuffer ? [value] : []),
    (error: unknown) => reply({ id, kind: 'fault', message: error instanceof Error ? error.message : String(error) }),
  );
});
