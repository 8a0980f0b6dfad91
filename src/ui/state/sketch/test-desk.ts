import { uiTexts } from '../../../texts/ui/index.ts';
import type { Client } from '../../../client/client.ts';
import { box, at } from '../../../desk/tools/test-scene.ts';
import { surveyedLayer } from '../../../domain/geometry/plane/project.ts';
import { planeCrsOf, toLonLat } from '../../../domain/geodesy/zones.ts';
import type { ToolEvent } from '../../../desk/tools/index.ts';
import type { Intent } from '../../../desk/intent.ts';
import { SketchDesk } from './sketch-desk.svelte.ts';
import type { SketchPage } from './workbench.ts';

const CRS = planeCrsOf(4526)!;
const closed = (ring: ReturnType<typeof box>) => [[...ring, ring[0]]];
const [lon, lat] = toLonLat(CRS, ...at(0, 0));

/** A desk whose city answers at once, with two parcels side by side; what it was asked to do. */
export async function opened(answers: { edit?: unknown; tried?: (asked: unknown) => unknown } = {}) {
  const intents: Intent[] = [];
  const told: string[] = [];
  const held: string[] = [];
  const layer = surveyedLayer(
    [closed(box(0, 0, 100)), closed(box(100, 0, 100))].map((rings) => [rings]),
    CRS,
  );
  const client = {
    ground: async () => ({
      version: 1,
      crs: 4526,
      more: false,
      whole: true,
      tables: [{ table: 'parcel', keys: [0, 1], ids: ['A', 'B'], layer, gone: [] }],
    }),
    tried: async (asked: { intent: Intent }) =>
      answers.tried?.(asked) ?? { ok: true, value: { whole: { key: 7, intent: asked.intent } } },
    edit: async ({ intent }: { intent: Intent }) => {
      intents.push(intent);
      const note = 'note' in intent ? intent.note : undefined;
      return answers.edit ?? { ok: true, value: { change: { base: 1, note, tables: {} }, effects: [], notes: [] } };
    },
  };
  const page = {
    open: {
      project: { version: 1, parks: [], parcels: { size: 2, keys: null as Uint32Array | null } },
      opening: 1,
      followers: [] as (() => Promise<() => void>)[],
      policy: null,
    },
    edits: { change: async () => ({ ok: true, value: {} }), nameOf: ({ code }: { code: string }) => code },
    settings: { language: 'zh', texts: uiTexts.zh },
    selection: {},
    park: { key: 3 },
    place: { lon, lat, zoom: 17 },
    workspace: 'sketch',
    set announcement(text: string) {
      told.push(text);
    },
    selectPark: (id: string) => held.push(id),
  };
  const desk = new SketchDesk(page as unknown as SketchPage, client as unknown as Client);
  await desk.load();
  desk.bench!.look({ width: 1000, height: 800 });
  await turn();
  return { desk, bench: desk.bench!, page, intents, told, held };
}

export const turn = () => new Promise((done) => setTimeout(done));
const pointer = (x: number, y: number) => ({ at: at(x, y), metresPerPixel: 0.1, kind: 'mouse', alt: false, shift: false }) as const; // prettier-ignore
export const click = (x: number, y: number): ToolEvent => ({ type: 'click', pointer: pointer(x, y), count: 1 });
export const press = (x: number, y: number): ToolEvent => ({ type: 'press', pointer: pointer(x, y) });
export const move = (x: number, y: number): ToolEvent => ({ type: 'move', pointer: pointer(x, y) });
export const release = (x: number, y: number): ToolEvent => ({ type: 'release', pointer: pointer(x, y) });
export const finish: ToolEvent = { type: 'command', command: 'finish' };

/** The land of the page is another by now, and who follows it is told. */
export async function changed(
  { open }: Awaited<ReturnType<typeof opened>>['page'],
  version = open.project.version + 1,
) {
  open.project = { ...open.project, version };
  for (const show of await Promise.all(open.followers.map((follow) => follow()))) show();
  await turn();
}
