import type { FeatureCollection } from 'geojson';
import { partOf } from '../domain/watch.ts';
import type { Project } from '../domain/land/model.ts';
import { measureParcels, type ParcelMeasures } from '../domain/land/parcel-measures.ts';
import { ok, type Refusal, type Result } from '../domain/outcome.ts';
import type { NamedBytes, Note } from '../formats/contract.ts';
import { filePrecisionOf } from '../formats/index.ts';
import { readTogether, type Together } from '../formats/together/read.ts';
import { dataSetsOf, type DataSet } from '../formats/together/sets.ts';
import { worstOutcome } from '../policy/outcomes.ts';
import { City } from './city.ts';
import { backdropOf, type Backdrop } from './drawing/backdrop.ts';
import { openLand, type OpenLand } from './drawing/land.ts';
import { mapData } from './drawing/map-data.ts';
import { allRows, boundsOfRows } from './drawing/rows.ts';
import type { Judgement } from './judgement.ts';
import { landPlaces, type DistrictPlace } from './land-places.ts';
import type { Law } from './law.ts';
import { parcelColumns } from './parcel-list.ts';
import type { JudgedView, ParkView, ProjectView, ReadChoices } from './view.ts';

export type Step = 'fetch' | 'read' | 'check' | 'policy' | 'draw';

export interface OpenRequest extends Law {
  readonly files: readonly NamedBytes[];
  readonly choices?: ReadChoices;
  readonly backdrop?: FeatureCollection | null;
  /** `done` 0–1 of the whole. */
  readonly onProgress?: (done: number, step: Step) => void;
}

/** What the page shows of a city, and what stays with the worker to answer more about it. */
export interface Opened {
  readonly view: ProjectView;
  readonly city: City;
  readonly judgement: Judgement;
  readonly land: OpenLand;
  readonly measures: ParcelMeasures;
  readonly backdrop: Backdrop;
  readonly lies: readonly DistrictPlace[];
}

/** From bytes to everything the page shows. Pure: the same request gives the same view, in the page and in Node. */
export async function openProject(request: OpenRequest): Promise<Result<Opened, Refusal>> {
  const { files, pack, onProgress } = request;
  const { without, ...choices } = request.choices ?? {};
  onProgress?.(0.05, 'read');
  const sets = dataSetsOf(files, choices.layer).filter(({ name }) => !without?.includes(name));
  // Of one file a choice outranks what it says; of several it answers those that asked.
  const options = { ...choices, fields: pack.fields, landClasses: pack.landClasses, answers: sets.length > 1 };
  const read = await readTogether(sets, options, (done) => onProgress?.(0.05 + done * 0.2, 'read'));
  if (!read.ok) return read;
  const checking = { progress: (done: number) => onProgress?.(0.25 + done * 0.35, 'check') };
  const city = City.open(read.value.project, partOf(checking, 0, 0.45))!; // null only when cancelled
  const { project } = city;
  const measures = measureParcels(project.parcels, city.boundaries, (done) => checking.progress(0.45 + done * 0.55));
  const backdrop = backdropOf(request.backdrop ?? null);
  const problems = problemRows(project, measures);
  const lies = landPlaces(project, pack);
  const judged = judge({ city, measures, backdrop, lies, problems }, request, onProgress);
  const notes = [...read.value.notes, ...city.notes];
  const view = {
    ...landView({ ...read.value, project, notes }, measures, request, sets),
    places: lies.map(placeView),
    problems,
    ...judged.view,
  };
  const land = openLand(project, pack, measures);
  return ok({ view, city, judgement: judged.judgement, land, measures, backdrop, lies });
}

/** The same land judged on another day, by another pack or with other precision; nothing is read or measured again. */
export function judgedAnew(opened: Opened, law: Law): Opened {
  const { judgement, view } = judge({ ...opened, problems: opened.view.problems }, law);
  return { ...opened, view: { ...opened.view, ...view }, judgement };
}

type Land = Pick<Opened, 'city' | 'measures' | 'backdrop' | 'lies'> & Pick<ProjectView, 'problems'>;
type Progress = OpenRequest['onProgress'];

function judge(
  { city, measures, backdrop, lies, problems }: Land,
  { pack, date, precision }: Law,
  onProgress?: Progress,
): { readonly judgement: Judgement; readonly view: JudgedView } {
  onProgress?.(0.6, 'policy');
  const judgement = city.judge({ pack, date, precision });
  const parks = parkViews(city.project, judgement, onProgress);
  onProgress?.(0.85, 'draw');
  const map = mapData(city.project, pack, parks, measures.broken, problems, lies, backdrop);
  return { judgement, view: { date, precision: precision ?? null, parks, map } };
}

const placeView = ({ zh, en, rows, townships }: DistrictPlace): ProjectView['places'][number] => ({
  zh,
  en,
  parcels: rows.length,
  townships: townships.map(({ zh: name }) => name),
});

const problemRows = ({ parcels }: Project, measures: ParcelMeasures): ProjectView['problems'] =>
  [...measures.problems]
    .sort(([a], [b]) => a - b)
    .flatMap(([row, found]) => found.map((problem) => ({ row, parcelId: parcels.records[row].id, problem })));

/** What a project shows whatever it is judged by. */
type Read = Omit<Together, 'notes'> & { readonly notes: readonly Note[] };

function landView(read: Read, measures: ParcelMeasures, { files }: OpenRequest, sets: readonly DataSet[]) {
  const { project } = read;
  const { records, layer } = project.parcels;
  return {
    title: project.title ?? sets[0]?.name ?? '',
    sample: project.extra?.sample === true,
    files: files.map((file) => file.name),
    sets: sets.map(({ name }) => name),
    filePrecisionM: filePrecisionOf(project),
    ownErrors: records.filter(({ boundaryErrorM }) => boundaryErrorM !== undefined).length,
    // Where files found theirs in different ways there is no one way to name.
    crs: { ...read.crs, how: new Set(read.reads.map((own) => own.read.crs.how)).size > 1 ? '' : read.crs.how },
    layers: read.layers ?? null,
    notes: read.notes,
    columns: read.reads.map(({ name, read: own }) => ({ name, columns: own.columns ?? [] })),
    bounds: boundsOfRows(layer, allRows(layer)) ?? ([112.5, 34.2, 114.3, 35] as const),
    parcels: parcelColumns(project, measures),
    planes: measures.planes,
  } satisfies Omit<ProjectView, keyof JudgedView | 'problems' | 'places'>;
}

function parkViews({ parks, parcels }: Project, judgement: Judgement, onProgress: Progress): ParkView[] {
  return parks.map((park, i) => {
    if (i % 5 === 0) onProgress?.(0.6 + (i / parks.length) * 0.25, 'policy');
    const facts = judgement.facts(park);
    const findings = judgement.findings(park);
    return {
      park,
      facts,
      findings,
      outcome: worstOutcome(findings),
      ...judgement.places(park),
      bounds: boundsOfRows(
        parcels.layer,
        facts.parcels.map((p) => p.row),
      ),
    };
  });
}
