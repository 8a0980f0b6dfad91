import type { Layer, Position } from '../domain/geometry/columns/layer.ts';
import { City } from '../city/city.ts';
import { boundsOf } from '../domain/geometry/measure/measures.ts';
import type { BoundaryProblem } from '../domain/geometry/valid/problem.ts';
import type { ParcelFacts } from '../domain/land/facts.ts';
import type { Parcel, Table } from '../domain/land/model.ts';
import { parcelFacts } from '../domain/land/parcel-facts.ts';
import { drawnAsStated, isArea, statedDiffers } from '../domain/land/stated-area.ts';
import { muOf } from '../domain/quantity/units.ts';
import type { ReadSets } from '../formats/sets/read.ts';
import type { Language } from '../texts/language.ts';
import { sayNote } from '../texts/file-notes.ts';
import { sayProblem } from '../texts/problems.ts';
import { overlapProblems, overlapsAmong } from '../domain/land/overlaps.ts';
import { fieldNames } from './pack.ts';
import { pickedRecords } from '../domain/land/records/picked-records.ts';

/** Told the share done, 0 … 1. */
type Done = (share: number) => void;

/** A problem as the command prints it: code, sentence, place in degrees; of an overlap the other parcel and how much. */
export const problemRow = (language: Language, problem: BoundaryProblem) => ({
  code: problem.code,
  severity: problem.severity,
  message: sayProblem(language, problem),
  at: problem.at,
  ...(problem.overlap && { overlap: problem.overlap }),
  ...(problem.more !== undefined && { more: problem.more }),
});

/** ` @ 113.600000000, 34.700000000`: 9 decimals of a degree are 0.1 mm. */
export const placeText = (at: Position | undefined): string =>
  at ? ` @ ${at.map((degrees) => degrees.toFixed(9)).join(', ')}` : '';

/** Looked for among the files together. */
function withOverlaps(parcels: Table<Parcel>, facts: ParcelFacts[]): ParcelFacts[] {
  const perimeterM = Float64Array.from(facts, (f) => f.perimeterM ?? 0);
  const broken = new Set(facts.flatMap(({ valid }, row) => (valid ? [] : [row])));
  const found = overlapsAmong(parcels.layer, perimeterM, broken);
  for (const [row, overlaps] of overlapProblems(found, (other) => parcels.records.get(other).id))
    facts[row] = { ...facts[row], problems: [...facts[row].problems, ...overlaps] };
  return facts;
}

/** Of several files each measured in its own surveyed coordinates, and all looked at for overlaps. */
function factsOf({ project, reads }: ReadSets, vertexSigmaM?: number, progress?: Done): readonly ParcelFacts[] {
  if (reads.length === 1) return City.open(project, { progress })!.parcelFacts(vertexSigmaM); // null only when cancelled
  const { records, layer } = project.parcels;
  let first = 0;
  const facts = reads.flatMap(({ read }) => {
    const own = read.project.parcels.layer;
    const watch = progress ? { progress: (done: number) => progress((first + done * own.size) / layer.size) } : {};
    const { placed, land } = City.open(read.project, watch)!;
    const rows = Array.from({ length: own.size }, (_, row) => first + row);
    first += own.size;
    const table = { records: pickedRecords(records, rows), layer: own };
    return land.keys('parcel').map((key, row) => parcelFacts(table, row, vertexSigmaM, placed.measured(key)));
  });
  return withOverlaps(
    project.parcels,
    facts.map((f, row) => ({ ...f, row })),
  );
}

/** 登记面积 against the drawing: a difference beyond what both can resolve is reported, never replaced. */
function statedDifference(facts: ParcelFacts, language: Language, at: Position) {
  const { parcel, statedM2, planeM2, ellipsoidM2, perimeterM } = facts;
  if (statedM2 === null || !isArea(statedM2) || planeM2 === null || ellipsoidM2 === null || perimeterM === null)
    return [];
  const stated = { areaM2: statedM2, resolutionM2: parcel.areaResolutionM2 };
  const computed = drawnAsStated(parcel, { planeM2, ellipsoidM2 });
  if (!statedDiffers(stated, { areaM2: computed, perimeterM })) return [];
  const params = { id: parcel.id, stated: statedM2, computed };
  const code = 'stated-area-differs';
  return [{ code, severity: 'warning', message: sayNote(language, { code, params }), at }] as const;
}

/** Problems of a parcel's boundary and of its stated area, with their places. */
export function parcelProblems(facts: ParcelFacts, layer: Layer, language: Language) {
  const boundary = facts.problems.map((p) => problemRow(language, p));
  const [west, south, east, north] = boundsOf(layer, facts.row);
  return [...boundary, ...statedDifference(facts, language, [(west + east) / 2, (south + north) / 2])];
}

function parcelRow(facts: ParcelFacts, layer: Layer, language: Language) {
  const { parcel, parts, holes, valid, planeM2, planeCrs, planeSigmaM2, ellipsoidM2, statedM2, perimeterM } = facts;
  const legal = facts.area.state === 'value' ? facts.area.value : null;
  return {
    id: parcel.id,
    name: parcel.name ?? null,
    parts,
    holes,
    valid,
    problems: parcelProblems(facts, layer, language),
    area: {
      planeM2,
      planeCrs,
      ...(planeSigmaM2 === undefined ? {} : { planeSigmaM2 }),
      ellipsoidM2,
      statedM2,
      ...(parcel.areaResolutionM2 === undefined ? {} : { statedResolutionM2: parcel.areaResolutionM2 }),
      ...(parcel.areaBasis === undefined ? {} : { statedBasis: parcel.areaBasis }),
      mu: legal && muOf(legal.value),
      basis: legal?.basis ?? null,
    },
    perimeterM,
  };
}

const sum = (values: readonly (number | null)[]): number => values.reduce<number>((s, v) => s + (v ?? 0), 0);

/** The JSON document of `yuantu figures`. `total` adds what has a figure and says how many parcels have none. */
export function figuresDocument(together: ReadSets, language: Language, vertexSigmaM?: number, progress?: Done) {
  const { project, reads } = together;
  const facts = factsOf(together, vertexSigmaM, progress);
  const several = reads.length > 1;
  const files = reads.flatMap(({ name, read }) => Array<string>(read.project.parcels.records.length).fill(name));
  // What a careful reader would mention of the files goes with their figures.
  const notes = together.notes.map(({ code, params, of }) => ({
    file: (of ?? reads.map(({ name }) => name))[0],
    ...(of && of.length > 1 && { files: of }),
    code,
    message: sayNote(language, { code, params }, fieldNames()),
  }));
  // Which field each column was taken as, or that it was not.
  const columns = reads.flatMap(({ name, read }) =>
    (read.columns ?? []).map((column) => ({ ...(several && { file: name }), ...column })),
  );
  const legalM2 = sum(facts.map((f) => (f.area.state === 'value' ? f.area.value.value : null)));
  return {
    crs: reads[0].read.crs,
    ...(several ? { files: reads.map(({ name, read }) => ({ file: name, crs: read.crs })) } : {}),
    parcels: facts.map((f, row) => ({
      ...parcelRow(f, project.parcels.layer, language),
      ...(several ? { file: files[row] } : {}),
    })),
    ...(notes.length > 0 ? { notes } : {}),
    ...(columns.length > 0 ? { columns } : {}),
    ownErrors: [...project.parcels.records].filter(({ boundaryErrorM }) => boundaryErrorM !== undefined).length,
    total: {
      parcels: facts.length,
      withoutFigure: facts.filter((f) => f.area.state !== 'value').length,
      planeM2: sum(facts.map((f) => f.planeM2)),
      ellipsoidM2: sum(facts.map((f) => f.ellipsoidM2)),
      legalM2,
      mu: muOf(legalM2),
    },
  };
}
