import type { Answers, Ask, Reply } from '../client/protocol.ts';
import type { Judging } from '../city/view.ts';
import { dayInChina } from '../domain/china-day.ts';
import { ok } from '../domain/outcome.ts';
import { proposeRepair, repairedFiles } from '../city/boundary-repair.ts';
import { judgedAnew, openProject, type Opened, type OpenRequest, type Step } from '../city/opened.ts';
import { earliestDay, lawOn, packVersions } from './policy-packs.ts';
import { policyView } from '../city/policy-view.ts';
import { fetchSample } from './sample.ts';

/** The city that is open: its land, of which the page asks tiles and single parcels, and how it was judged. */
let held: Opened | null = null;

type Asked = Pick<OpenRequest, 'files' | 'choices' | 'backdrop' | 'onProgress'>;

async function open(request: Asked, { date, precision }: Judging = {}): Promise<Answers['files']> {
  const law = lawOn(date, dayInChina());
  if (!law.ok) return law;
  const opened = await openProject({ ...request, ...law.value, precision });
  if (!opened.ok) return opened;
  held = opened.value;
  return ok(opened.value.view);
}

function judge({ date, precision }: Judging): Answers['judge'] {
  if (!held) return null;
  const law = lawOn(date, dayInChina());
  if (!law.ok) return law;
  held = judgedAnew(held, { ...law.value, precision });
  const { view } = held;
  return ok({ date: view.date, precision: view.precision, parks: view.parks, map: view.map });
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
  if (ask.call === 'whatIf') return held && held.judgement.difference(ask.changes);
  if (ask.call === 'targets') return held && held.judgement.targets(ask.baseYear);
  if (ask.call === 'repairs') return held && repairsOfPark(held, ask.park);
  if (ask.call === 'proposeRepair') return held && proposeRepair(held.city.land);
  if (ask.call === 'repaired') return held && repairedFiles(held.city.land, ask.source);
  if (ask.call === 'parcel') return held && held.land.parcel(ask.row, held.judgement.vertexSigmaM);
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

self.addEventListener('message', (event: MessageEvent<Ask>) => {
  const { id } = event.data;
  answer(event.data).then(
    (value) => reply({ id, kind: 'done', value }, value instanceof ArrayBuffer ? [value] : []),
    (error: unknown) => reply({ id, kind: 'fault', message: error instanceof Error ? error.message : String(error) }),
  );
});
