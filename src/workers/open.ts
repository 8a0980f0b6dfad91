import type { FeatureCollection } from 'geojson';
import type { ParkView, ProjectView, ReadChoices } from '../client/view.ts';
import { landIndex } from '../domain/land/land-index.ts';
import type { Project } from '../domain/land/model.ts';
import { parkFacts } from '../domain/land/park-facts.ts';
import { ok, type Refusal, type Result } from '../domain/outcome.ts';
import type { NamedBytes, ReadResult } from '../formats/contract.ts';
import { readFiles } from '../formats/index.ts';
import { contextOf, type PolicyContext } from '../policy/context.ts';
import { evaluatePark } from '../policy/evaluate.ts';
import { worstOutcome } from '../policy/outcomes.ts';
import { aliasesOf, landUsesOf, type Pack } from '../policy/pack.ts';
import { backdropOf } from './view/backdrop.ts';
import { openLand, type OpenLand } from './view/land.ts';
import { mapData } from './view/map-data.ts';
import { landColoursOf, parcelColumns } from './view/parcel-columns.ts';
import { measureParcels, type ParcelMeasures } from './view/parcel-measures.ts';
import { placeNames } from './view/places.ts';
import { allRows, boundsOfRows } from './view/rows.ts';

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
  readonly land: OpenLand;
}

/** From bytes to everything the page shows. Pure: the same request gives the same view, in the page and in Node. */
export async function openProject(request: OpenRequest): Promise<Result<Opened, Refusal>> {
  const { files, pack, choices } = request;
  request.onProgress?.(0.05, 'read');
  const read = await readFiles(files, { ...choices, aliases: aliasesOf(pack, 'parcel') });
  if (!read.ok) return read;
  const { project } = read.value;
  const context = contextOf({ zones: project.zones.records, jurisdictions: project.jurisdictions }, pack);
  const measures = measureParcels(project.parcels, (done) => request.onProgress?.(0.25 + done * 0.35, 'check'));
  const view = viewOf(read.value, measures, request, context);
  return ok({ view, project, context, land: openLand(project, pack, measures) });
}

function viewOf(read: ReadResult, measures: ParcelMeasures, request: OpenRequest, context: PolicyContext): ProjectView {
  const { project } = read;
  const { pack, onProgress } = request;
  const { records, layer } = project.parcels;
  onProgress?.(0.6, 'policy');
  const parks = parkViews(project, request, context);
  onProgress?.(0.85, 'draw');
  const problems = [...measures.problems]
    .sort(([a], [b]) => a - b)
    .flatMap(([row, found]) => found.map((problem) => ({ row, parcelId: records[row].id, problem })));
  return {
    title: project.title ?? titleOf(request.files),
    sample: project.extra?.sample === true,
    files: request.files.map((file) => file.name),
    date: request.date,
    crs: read.crs,
    notes: read.notes,
    bounds: boundsOfRows(layer, allRows(layer)) ?? [112.5, 34.2, 114.3, 35],
    parks,
    parcels: parcelColumns(project, measures),
    planes: measures.planes,
    landColours: landColoursOf(project, pack),
    problems,
    map: mapData(project, pack, parks, measures.broken, problems, backdropOf(request.backdrop ?? null)),
  };
}

/** Of a Shapefile's several files the one people know it by. */
const titleOf = (files: readonly NamedBytes[]): string =>
  (files.find((file) => /\.shp$/i.test(file.name)) ?? files[0])?.name ?? '';

function parkViews(project: Project, { pack, date, onProgress }: OpenRequest, context: PolicyContext): ParkView[] {
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
      bounds: boundsOfRows(
        project.parcels.layer,
        facts.parcels.map((p) => p.row),
      ),
    };
  });
}
