import type { FeatureCollection } from 'geojson';
import { partOf } from '../domain/watch.ts';
import type { Key } from '../domain/land/change.ts';
import type { Project } from '../domain/land/model.ts';
import { measureParcels, type ParcelMeasures } from '../domain/land/parcel-measures.ts';
import { ok, type Refusal, type Result } from '../domain/outcome.ts';
import type { NamedBytes, Note } from '../formats/contract.ts';
import { filePrecisionOf } from '../formats/index.ts';
import { readTogether, type Together } from '../formats/together/read.ts';
import { dataSetsOf, type DataSet } from '../formats/together/sets.ts';
import { worstOutcome } from '../policy/outcomes.ts';
import type { RuleRepairs } from '../policy/repairs/repairs.ts';
import type { Answers } from '../policy/repairs/words.ts';
import { proposeRepair, repairedFiles } from './boundary-repair.ts';
import { breathing } from './breath.ts';
import type { Asking, Step } from './asking.ts';
import { City } from './city.ts';
import { backdropOf, type Backdrop } from './drawing/backdrop.ts';
import { openLand, type OpenLand } from './drawing/land.ts';
import { mapData } from './drawing/map-data.ts';
import { allRows, boundsOfRows } from './drawing/rows.ts';
import type { Judgement } from './judgement.ts';
import { landPlaces, type DistrictPlace } from './land-places.ts';
import type { Law } from './law.ts';
import { mend, type ChosenRepair } from './mend.ts';
import { parcelColumns } from './parcel-list.ts';
import type { BoundaryRepair, JudgedView, ParcelView, ParkView, ProjectView, ReadChoices, TilePlace } from './view.ts';
import { rowsWhere } from '../domain/land/records/records.ts';

export interface OpenRequest extends Law {
  readonly files: readonly NamedBytes[];
  readonly choices?: ReadChoices;
  readonly backdrop?: FeatureCollection | null;
  /** `done` 0–1 of the whole. */
  readonly onProgress?: (done: number, step: Step) => void;
}

/** A repair of a park that was chosen, with what a person said of it. */
export interface Mending extends ChosenRepair {
  readonly park: string;
  readonly answers?: Answers;
}

interface Parts {
  readonly view: ProjectView;
  readonly city: City;
  readonly judgement: Judgement;
  readonly land: OpenLand;
  readonly measures: ParcelMeasures;
  readonly backdrop: Backdrop;
  readonly lies: readonly DistrictPlace[];
}

/** A city that is open, judged by one law: what the page shows of it, and what answers more about it. */
export class Opened {
  readonly view: ProjectView;
  readonly city: City;
  readonly judgement: Judgement;
  readonly land: OpenLand;
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.view = parts.view;
    this.city = parts.city;
    this.judgement = parts.judgement;
    this.land = parts.land;
    this.#parts = parts;
  }

  /** The same land judged on another day, by another pack or with other precision; nothing is read or measured again. */
  async judgedAnew(law: Law, signal?: AbortSignal): Promise<Opened> {
    const parts = this.#parts;
    const { judgement, view } = await judge({ ...parts, problems: parts.view.problems }, law, { signal });
    return new Opened({ ...parts, view: { ...parts.view, ...view }, judgement });
  }

  /** Everything about one parcel; null where there is none. */
  parcel(key: Key): ParcelView | null {
    return this.land.parcel(key, this.judgement.vertexSigmaM);
  }

  /** How the rules a park misses could be mended; null where there is no such park. */
  repairs(id: string): readonly RuleRepairs[] | null {
    const park = this.city.parkCalled(id);
    return park === undefined ? null : this.judgement.repairs(park);
  }

  /** One of them as a change of the land; null where there is no such park. */
  mend({ park: id, answers, ...chosen }: Mending): ReturnType<typeof mend> | null {
    const park = this.city.parkCalled(id);
    return park === undefined ? null : mend(this.city, this.judgement, park, chosen, answers);
  }

  /** In a buffer of its own, which can be handed over; null where the tile is empty. */
  tile({ set, z, x, y }: TilePlace): ArrayBuffer | null {
    const bytes = this.land.tile(set, z, x, y);
    return bytes ? (bytes.slice().buffer as ArrayBuffer) : null;
  }

  proposeRepair(): BoundaryRepair | null {
    return proposeRepair(this.city.land);
  }

  repaired(source: string): ReturnType<typeof repairedFiles> {
    return repairedFiles(this.city.land, source);
  }
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
  const overlaps = city.overlaps((done) => checking.progress(0.45 + done * 0.55));
  const measures = measureParcels(project.parcels, city.boundaries, overlaps);
  const backdrop = backdropOf(request.backdrop ?? null);
  const problems = problemRows(project, measures);
  const lies = landPlaces(project, pack);
  const judged = await judge({ city, measures, backdrop, lies, problems }, request, { onProgress });
  const notes = [...read.value.notes, ...city.notes];
  const view = {
    ...landView({ ...read.value, project, notes }, measures, request, sets),
    places: lies.map(placeView),
    problems,
    ...judged.view,
  };
  const land = openLand(project, pack, measures);
  return ok(new Opened({ view, city, judgement: judged.judgement, land, measures, backdrop, lies }));
}

type Land = Pick<Parts, 'city' | 'measures' | 'backdrop' | 'lies'> & Pick<ProjectView, 'problems'>;
type Following = Pick<Asking, 'onProgress' | 'signal'>;

async function judge(
  { city, measures, backdrop, lies, problems }: Land,
  { pack, date, precision }: Law,
  following: Following,
): Promise<{ readonly judgement: Judgement; readonly view: JudgedView }> {
  const { onProgress } = following;
  onProgress?.(0.6, 'policy');
  const judgement = city.judge({ pack, date, precision });
  const parks = await parkViews(city, judgement, following);
  onProgress?.(0.85, 'draw');
  const drawn = parks.map((park, i) => ({ ...park, layer: judgement.land(city.parks[i]).project.parcels.layer }));
  const map = mapData(city.project, pack, drawn, measures.broken, problems, lies, backdrop);
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
    .flatMap(([row, found]) => found.map((problem) => ({ row, parcelId: parcels.records.get(row).id, problem })));

/** What a project shows whatever it is judged by. */
type Read = Omit<Together, 'notes'> & { readonly notes: readonly Note[] };

function landView(read: Read, measures: ParcelMeasures, { files }: OpenRequest, sets: readonly DataSet[]) {
  const { project } = read;
  const { records, layer } = project.parcels;
  const boundaryErrorM = records.field('boundaryErrorM');
  return {
    title: project.title ?? sets[0]?.name ?? '',
    sample: project.extra?.sample === true,
    files: files.map((file) => file.name),
    sets: sets.map(({ name }) => name),
    filePrecisionM: filePrecisionOf(project),
    ownErrors: rowsWhere(records, (row) => boundaryErrorM(row) !== undefined).length,
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

async function parkViews(
  { parks }: City,
  judgement: Judgement,
  { onProgress, signal }: Following,
): Promise<ParkView[]> {
  const breathe = breathing(signal);
  const views: ParkView[] = [];
  for (const [i, key] of parks.entries()) {
    if (i % 5 === 0) onProgress?.(0.6 + (i / parks.length) * 0.25, 'policy');
    views.push(parkView(judgement, key));
    await breathe();
  }
  return views;
}

function parkView(judgement: Judgement, key: Key): ParkView {
  const facts = judgement.facts(key);
  const findings = judgement.findings(key);
  return {
    park: facts.park,
    facts,
    findings,
    outcome: worstOutcome(findings),
    ...judgement.places(key),
    bounds: boundsOfRows(
      judgement.land(key).project.parcels.layer,
      facts.parcels.map((p) => p.row),
    ),
  };
}
