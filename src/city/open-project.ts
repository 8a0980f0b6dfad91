import type { FeatureCollection } from 'geojson';
import { ok, type Refusal, type Result } from '../domain/outcome.ts';
import { partOf } from '../domain/watch.ts';
import type { NamedBytes } from '../formats/contract.ts';
import { filePrecisionOf } from '../formats/index.ts';
import { readSets, type ReadSets } from '../formats/sets/read.ts';
import { dataSetsOf, type DataSet } from '../formats/sets/sets.ts';
import type { Step } from './asking.ts';
import { City } from './city.ts';
import { backdropOf } from './drawing/backdrop.ts';
import type { Law } from './law.ts';
import { OpenLand, type ReadView } from './open-land.ts';
import { Opened } from './opened.ts';
import { originOf } from './origin.ts';
import type { ReadChoices } from './view.ts';

export interface OpenRequest extends Law {
  readonly files: readonly NamedBytes[];
  readonly choices?: ReadChoices;
  readonly backdrop?: FeatureCollection | null;
  /** `done` 0–1 of the whole. */
  readonly onProgress?: (done: number, step: Step) => void;
}

/** From bytes to what the page shows at once: parks are judged when they are asked for. Pure: the same request gives the same view, in the page and in Node. */
export async function openProject(request: OpenRequest): Promise<Result<Opened, Refusal>> {
  const { files, pack, onProgress } = request;
  const { without, ...choices } = request.choices ?? {};
  onProgress?.(0.05, 'read');
  const sets = dataSetsOf(files, choices.layer).filter(({ name }) => !without?.includes(name));
  // Of one file a choice outranks what it says; of several it answers those that asked.
  const options = { ...choices, fields: pack.fields, landClasses: pack.landClasses, answers: sets.length > 1 };
  const read = await readSets(sets, options, (done) => onProgress?.(0.05 + done * 0.25, 'read'));
  if (!read.ok) return read;
  const checking = { progress: (done: number) => onProgress?.(0.3 + done * 0.6, 'check') };
  const city = City.open(read.value.project, partOf(checking, 0, 0.45))!; // null only when cancelled
  city.overlaps((done) => checking.progress(0.45 + done * 0.55));
  onProgress?.(0.9, 'draw');
  const land = new OpenLand(city, request, await readView(read.value, city, files, sets));
  return ok(new Opened(land, backdropOf(request.backdrop ?? null), request));
}

/** What was said when it was read. */
async function readView(
  read: ReadSets,
  { project, notes }: City,
  files: readonly NamedBytes[],
  sets: readonly DataSet[],
): Promise<ReadView> {
  return {
    title: project.title ?? sets[0]?.name ?? '',
    sample: project.extra?.sample === true,
    files: files.map((file) => file.name),
    origin: await originOf(files),
    sets: sets.map(({ name }) => name),
    filePrecisionM: filePrecisionOf(project),
    // Where files found theirs in different ways there is no one way to name.
    crs: { ...read.crs, how: new Set(read.reads.map((own) => own.read.crs.how)).size > 1 ? '' : read.crs.how },
    layers: read.layers ?? null,
    faces: read.faces ?? null,
    notes: [...read.notes, ...notes],
    columns: read.reads.map(({ name, read: own }) => ({ name, columns: own.columns ?? [] })),
  };
}
