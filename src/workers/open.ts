import type { FeatureCollection } from 'geojson';
import type { ParcelView, ParkView, ProjectView, ReadChoices } from '../client/view.ts';
import { landIndex } from '../domain/land/land-index.ts';
import type { Project } from '../domain/land/model.ts';
import { parcelFacts } from '../domain/land/parcel-facts.ts';
import { parkFacts } from '../domain/land/park-facts.ts';
import { ok, type Refusal, type Result } from '../domain/outcome.ts';
import type { NamedBytes, ReadResult } from '../formats/contract.ts';
import { readFiles } from '../formats/index.ts';
import { contextOf, type PolicyContext } from '../policy/context.ts';
import { evaluatePark } from '../policy/evaluate.ts';
import { worstOutcome } from '../policy/outcomes.ts';
import { aliasesOf, landUsesOf, type Pack } from '../policy/pack.ts';
import { backdropOf } from './view/backdrop.ts';
import { mapData } from './view/map-data.ts';
import { overlapProblems } from './view/overlaps.ts';
import { placeNames } from './view/places.ts';
import { boundsOfShapes, shapeOf } from './view/shapes.ts';

export type Step = 'fetch' | 'read' | 'check' | 'policy' | 'draw';

export interface OpenRequest {
  readonly files: readonly NamedBytes[];
  readonly pack: Pack;
  /** Day the findings are made for, YYYY-MM-DD. */
  readonly date: string;
  readonly choices?: ReadChoices;
  readonly backdrop?: FeatureCollection | null;
  /** `done` 0–1 of the whole. */
  readonly onProgress?: (done: number, step: Step) => void;
}

/** What the page shows of a project, and what stays with the worker to answer more about it. */
export interface Opened {
  readonly view: ProjectView;
  readonly project: Project;
  readonly context: PolicyContext;
}

/** From bytes to everything the page shows. Pure: the same request gives the same view, in the page and in Node. */
export async function openProject(request: OpenRequest): Promise<Result<Opened, Refusal>> {
  const { files, pack, choices } = request;
  request.onProgress?.(0.05, 'read');
  const read = await readFiles(files, { ...choices, aliases: aliasesOf(pack, 'parcel') });
  if (!read.ok) return read;
  const { zones, jurisdictions } = read.value.project;
  const context = contextOf({ zones: zones.records, jurisdictions }, pack);
  return ok({ view: viewOf(read.value, request, context), project: read.value.project, context });
}

function viewOf(read: ReadResult, request: OpenRequest, context: PolicyContext): ProjectView {
  const { project } = read;
  const { pack, onProgress } = request;
  const shapes = project.parcels.records.map((_, row) => shapeOf(project.parcels.layer, row));
  const parcels = parcelViews(project, shapes, (done) => onProgress?.(0.25 + done * 0.35, 'check'));
  onProgress?.(0.6, 'policy');
  const parks = parkViews(project, shapes, request, context);
  const broken = new Set(parcels.filter(({ facts }) => !facts.valid).map(({ facts }) => facts.row));
  onProgress?.(0.85, 'draw');
  const problems = parcels.flatMap(({ parcel, facts }) =>
    facts.problems.map((problem) => ({ parcelId: parcel.id, problem })),
  );
  const map = mapData(project, pack, parks, broken, problems, backdropOf(request.backdrop ?? null));
  return {
    title: project.title ?? titleOf(request.files),
    sample: project.extra?.sample === true,
    files: request.files.map((file) => file.name),
    date: request.date,
    crs: read.crs,
    notes: read.notes,
    bounds: boundsOfShapes(shapes) ?? [112.5, 34.2, 114.3, 35],
    parks,
    parcels,
    problems,
    map,
  };
}

/** Of a Shapefile's several files the one people know it by. */
const titleOf = (files: readonly NamedBytes[]): string =>
  (files.find((file) => /\.shp$/i.test(file.name)) ?? files[0])?.name ?? '';

type Shapes = readonly ReturnType<typeof shapeOf>[];

function parcelViews({ parcels }: Project, shapes: Shapes, progress: (done: number) => void): ParcelView[] {
  const { records, layer } = parcels;
  const facts = records.map((_, row) => {
    if (row % 500 === 0) progress(row / records.length);
    return parcelFacts(parcels, row);
  });
  const overlaps = overlapProblems(
    layer,
    facts.filter((f) => f.valid).map((f) => f.row),
  );
  return facts.map((own, row) => {
    const more = overlaps.get(row);
    return {
      parcel: records[row],
      facts: more ? { ...own, problems: [...own.problems, ...more] } : own,
      bounds: boundsOfShapes([shapes[row]]),
    };
  });
}

function parkViews(
  project: Project,
  shapes: Shapes,
  { pack, date, onProgress }: OpenRequest,
  context: PolicyContext,
): ParkView[] {
  const landUses = landUsesOf(pack);
  const index = landIndex(project, landUses);
  const names = placeNames(project, pack);
  return project.parks.map((park, i) => {
    if (i % 5 === 0) onProgress?.(0.6 + (i / project.parks.length) * 0.25, 'policy');
    const facts = parkFacts(project, index, park, landUses);
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
      bounds: boundsOfShapes(facts.parcels.map((p) => shapes[p.row])),
    };
  });
}
