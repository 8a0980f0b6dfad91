import type { Answers, Ask, Reply } from '../client/protocol.ts';
import { ok } from '../domain/outcome.ts';
import type { Pack } from '../policy/pack.ts';
import { difference } from '../policy/what-if/difference.ts';
import { proposeRepair, repairedFiles } from './boundary-repair.ts';
import { judgedOf, repairsOfPark, targetsFrom, type Judged } from './policy-judged.ts';
import { openProject, type OpenRequest, type Step } from './open.ts';
import { defaultPack, packNamed, packVersions } from './policy-packs.ts';
import { policyView } from './policy-view.ts';
import { fetchSample } from './sample.ts';
import type { OpenLand } from './view/land.ts';

const packOfPage = (): Pack => packNamed(defaultPack);

/** Today where the user is, YYYY-MM-DD. */
function today(): string {
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The project that is open, as judged; the page asks what-ifs and repairs of it. */
let judged: Judged | null = null;
/** Its land, of which the page asks tiles and single parcels. */
let land: OpenLand | null = null;

async function open(request: Omit<OpenRequest, 'pack' | 'date'>): Promise<Answers['files']> {
  const pack = packOfPage();
  const date = today();
  const opened = await openProject({ ...request, pack, date });
  if (!opened.ok) return opened;
  judged = judgedOf(opened.value, pack, date);
  land = opened.value.land;
  return ok(opened.value.view);
}

/** In a buffer of its own, which is handed over. */
function tileOf({ set, z, x, y }: Extract<Ask, { call: 'tile' }>): ArrayBuffer | null {
  const bytes = land?.tile(set, z, x, y);
  return bytes ? (bytes.slice().buffer as ArrayBuffer) : null;
}

async function answer(ask: Ask): Promise<Answers[Ask['call']]> {
  const onProgress = (done: number, step: Step) => reply({ id: ask.id, kind: 'progress', done, step });
  if (ask.call === 'policy') return policyView(packOfPage(), today());
  if (ask.call === 'versions') return packVersions();
  if (ask.call === 'whatIf') return judged && difference(judged.baseline, ask.changes);
  if (ask.call === 'targets') return judged && targetsFrom(judged, ask.baseYear);
  if (ask.call === 'repairs') return judged && repairsOfPark(judged, ask.park);
  if (ask.call === 'proposeRepair') return judged && proposeRepair(judged.project);
  if (ask.call === 'repaired') return judged && repairedFiles(judged.project, ask.source);
  if (ask.call === 'parcel') return land && land.parcel(ask.row);
  if (ask.call === 'list') return land && land.list(ask.rows);
  if (ask.call === 'tile') return tileOf(ask);
  if (ask.call === 'files') return open({ files: ask.files, choices: ask.choices, onProgress });
  onProgress(0, 'fetch');
  const sample = await fetchSample();
  if (!sample.ok) return sample;
  const { city, backdrop } = sample.value;
  return open({ files: [city], backdrop, onProgress });
}

const reply = (message: Reply, transfer: Transferable[] = []) => self.postMessage(message, { transfer });

self.addEventListener('message', (event: MessageEvent<Ask>) => {
  const { id } = event.data;
  answer(event.data).then(
    (value) => reply({ id, kind: 'done', value }, value instanceof ArrayBuffer ? [value] : []),
    (error: unknown) => reply({ id, kind: 'fault', message: error instanceof Error ? error.message : String(error) }),
  );
});
