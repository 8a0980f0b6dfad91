import type { FeatureCollection } from 'geojson';
import type { JudgedView, ParkView, ProjectView, ReadChoices } from '../client/view.ts';
import { measuredLayer } from '../domain/geometry/measured.ts';
import { vertexSigmaOf, type VertexPrecision } from '../domain/geometry/uncertainty.ts';
import { partOf } from '../domain/geometry/watch.ts';
import { landIndex } from '../domain/land/land-index.ts';
import type { Project } from '../domain/land/model.ts';
import { parkFacts } from '../domain/land/park-facts.ts';
import { placed } from '../domain/land/placing.ts';
import { ok, type Refusal, type Result } from '../domain/outcome.ts';
import type { NamedBytes, Note } from '../formats/contract.ts';
import { filePrecisionOf } from '../formats/index.ts';
import { readTogether, type Together } from '../formats/together/read.ts';
import { dataSetsOf, type DataSet } from '../formats/together/sets.ts';
import { contextOf, type PolicyContext } from '../policy/context.ts';
import { evaluatePark } from '../policy/evaluate.ts';
import { worstOutcome } from '../policy/outcomes.ts';
import { landUsesOf } from '../policy/pack.ts';
import type { Law } from './policy-packs.ts';
import { backdropOf, type Backdrop } from './view/backdrop.ts';
import { openLand, type OpenLand } from './view/land.ts';
import { mapData } from './view/map-data.ts';
import { landColoursOf, parcelColumns } from './view/parcel-columns.ts';
import { measureParcels, type ParcelMeasures } from './view/parcel-measures.ts';
import { placeNames } from './view/places.ts';
import { allRows, boundsOfRows } from './view/rows.ts';

export type Step = 'fetch' | 'read' | 'check' | 'policy' | 'draw';

/** What findings are made with: the pack, the day (YYYY-MM-DD), and what was said of the boundary points. */
export interface JudgedWith extends Law {
  readonly precision?: VertexPrecision;
}

export interface OpenRequest extends JudgedWith {
  readonly files: readonly NamedBytes[];
  readonly choices?: ReadChoices;
  readonly backdrop?: FeatureCollection | null;
  /** `done` 0–1 of the whole. */
  readonly onProgress?: (done: number, step: Step) => void;
}

/** What the page shows of a project, and what stays with the worker to answer more about it. */
export interface Opened {
  readonly view: ProjectView;
  /** As the files have it: what is written back. */
  readonly source: Project;
  /** The same with what boundaries tell of where parcels lie: what is judged and shown. */
  readonly project: Project;
  readonly context: PolicyContext;
  readonly land: OpenLand;
  readonly measures: ParcelMeasures;
  readonly backdrop: Backdrop;
  /** Standard error of each coordinate of a boundary point, m, where someone has said it. */
  readonly vertexSigmaM?: number;
}

/** From bytes to everything the page shows. Pure: the same request gives the same view, in the page and in Node. */
export async function openProject(request: OpenRequest): Promise<Result<Opened, Refusal>> {
  const { files, pack, onProgress } = request;
  const { without, ...choices } = request.choices ?? {};
  onProgress?.(0.05, 'read');
  const sets = dataSetsOf(files, choices.layer).filter(({ name }) => !without?.includes(name));
  // Of one file a choice outranks what it says; of several it answers those that asked.
  const options = { ...choices, fields: pack.fields, answers: sets.length > 1 };
  const read = await readTogether(sets, options, (done) => onProgress?.(0.05 + done * 0.2, 'read'));
  if (!read.ok) return read;
  const source = read.value.project;
  const checking = { progress: (done: number) => onProgress?.(0.25 + done * 0.35, 'check') };
  // Boundaries are examined once, for where parcels lie and for what they measure; null only when cancelled.
  const boundaries = measuredLayer(source.parcels.layer, partOf(checking, 0, 0.35))!;
  const { project, notes } = placed(source, { ...partOf(checking, 0.35, 0.45), broken: boundaries.broken })!;
  const measures = measureParcels(project.parcels, boundaries, (done) => checking.progress(0.45 + done * 0.55));
  const backdrop = backdropOf(request.backdrop ?? null);
  const problems = problemRows(project, measures);
  const { context, vertexSigmaM, judged } = judge({ project, measures, backdrop, problems }, request, onProgress);
  const view = {
    ...landView({ ...read.value, project, notes: [...read.value.notes, ...notes] }, measures, request, sets),
    problems,
    ...judged,
  };
  const land = openLand(project, pack, measures);
  return ok({ view, source, project, context, land, measures, backdrop, vertexSigmaM });
}

/** The same land judged on another day, by another pack or with other precision; nothing is read or measured again. */
export function judgedAnew(opened: Opened, law: JudgedWith): Opened {
  const { problems } = opened.view;
  const { context, vertexSigmaM, judged } = judge({ ...opened, problems }, law);
  return { ...opened, view: { ...opened.view, ...judged }, context, vertexSigmaM };
}

type Land = Pick<Opened, 'project' | 'measures' | 'backdrop'> & Pick<ProjectView, 'problems'>;
type Progress = OpenRequest['onProgress'];

function judge({ project, measures, backdrop, problems }: Land, law: JudgedWith, onProgress?: Progress) {
  const { pack, date, precision } = law;
  onProgress?.(0.6, 'policy');
  const context = contextOf({ zones: project.zones.records, jurisdictions: project.jurisdictions }, pack);
  const vertexSigmaM = precision && vertexSigmaOf(precision);
  const parks = parkViews(project, law, context, vertexSigmaM, onProgress);
  onProgress?.(0.85, 'draw');
  const map = mapData(project, pack, parks, measures.broken, problems, backdrop);
  return { context, vertexSigmaM, judged: { date, precision: precision ?? null, parks, map } satisfies JudgedView };
}

const problemRows = ({ parcels }: Project, measures: ParcelMeasures): ProjectView['problems'] =>
  [...measures.problems]
    .sort(([a], [b]) => a - b)
    .flatMap(([row, found]) => found.map((problem) => ({ row, parcelId: parcels.records[row].id, problem })));

/** What a project shows whatever it is judged by. */
type Read = Omit<Together, 'notes'> & { readonly notes: readonly Note[] };

function landView(read: Read, measures: ParcelMeasures, { files, pack }: OpenRequest, sets: readonly DataSet[]) {
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
    notes: read.notes,
    bounds: boundsOfRows(layer, allRows(layer)) ?? ([112.5, 34.2, 114.3, 35] as const),
    parcels: parcelColumns(project, measures),
    planes: measures.planes,
    landColours: landColoursOf(project, pack),
  } satisfies Omit<ProjectView, keyof JudgedView | 'problems'>;
}

function parkViews(
  project: Project,
  { pack, date }: Law,
  context: PolicyContext,
  vertexSigmaM: number | undefined,
  onProgress: Progress,
): ParkView[] {
  const landUses = landUsesOf(pack);
  const index = landIndex(project, landUses);
  const names = placeNames(project, pack);
  return project.parks.map((park, i) => {
    if (i % 5 === 0) onProgress?.(0.6 + (i / project.parks.length) * 0.25, 'policy');
    const facts = parkFacts(project, index, park, landUses, vertexSigmaM);
    const findings = evaluatePark(pack, facts, context, date);
    return {
      park,
      facts,
      findings,
      outcome: worstOutcome(findings),
      ...names(
        park,
        facts.parcels.map((p) => p.parcel),
      ),
      bounds: boundsOfRows(
        project.parcels.layer,
        facts.parcels.map((p) => p.row),
      ),
    };
  });
}
