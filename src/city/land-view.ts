import type { Geometry } from 'geojson';
import type { ParcelMeasures } from '../domain/land/parcel-measures.ts';
import type { Project } from '../domain/land/model.ts';
import { rowsWhere } from '../domain/land/records/records.ts';
import type { NamedBytes } from '../formats/contract.ts';
import { filePrecisionOf } from '../formats/index.ts';
import type { ReadSets } from '../formats/sets/read.ts';
import type { DataSet } from '../formats/sets/sets.ts';
import type { City } from './city.ts';
import { allRows, boundsOfRows } from './drawing/rows.ts';
import { linesOf, shapeOf } from './drawing/shapes.ts';
import type { DistrictPlace } from './land-places.ts';
import { parcelColumns } from './parcel-list.ts';
import type { LandView, ParcelProblem } from './view.ts';

/** Where there is no land the map shows this place: Zhengzhou. */
const somewhere = [112.5, 34.2, 114.3, 35] as const;

/** What was read, and what is known of it whatever it is judged by. */
interface ReadLand {
  readonly read: ReadSets;
  readonly files: readonly NamedBytes[];
  readonly sets: readonly DataSet[];
  readonly city: City;
  readonly measures: ParcelMeasures;
  readonly lies: readonly DistrictPlace[];
  readonly borders: LandView['borders'];
}

/** What a project shows whatever it is judged by. */
export function landView({ read, files, sets, city, measures, lies, borders }: ReadLand): LandView {
  const { project } = city;
  const { version } = city.land;
  const { records, layer } = project.parcels;
  const boundaryErrorM = records.field('boundaryErrorM');
  return {
    version,
    title: project.title ?? sets[0]?.name ?? '',
    sample: project.extra?.sample === true,
    files: files.map((file) => file.name),
    sets: sets.map(({ name }) => name),
    filePrecisionM: filePrecisionOf(project),
    ownErrors: rowsWhere(records, (row) => boundaryErrorM(row) !== undefined).length,
    // Where files found theirs in different ways there is no one way to name.
    crs: { ...read.crs, how: new Set(read.reads.map((own) => own.read.crs.how)).size > 1 ? '' : read.crs.how },
    layers: read.layers ?? null,
    notes: [...read.notes, ...city.notes],
    columns: read.reads.map(({ name, read: own }) => ({ name, columns: own.columns ?? [] })),
    bounds: boundsOfRows(layer, allRows(layer)) ?? somewhere,
    places: lies.map(placeView),
    parcels: parcelColumns(project, measures),
    planes: measures.planes,
    problems: parcelProblems(project, measures),
    broken: brokenLines(project, measures),
    borders,
    tiles: { parcels: version, afar: version, states: version, listed: version, buildings: version },
  };
}

const placeView = ({ zh, en, rows, townships }: DistrictPlace): LandView['places'][number] => ({
  zh,
  en,
  parcels: rows.length,
  townships: townships.map(({ zh: name }) => name),
});

const parcelProblems = ({ parcels }: Project, { problems }: ParcelMeasures): readonly ParcelProblem[] =>
  [...problems]
    .sort(([a], [b]) => a - b)
    .flatMap(([row, found]) => found.map((problem) => ({ key: row, parcelId: parcels.records.get(row).id, problem })));

/** A figure-of-eight, say, has no fill that would tell the truth. */
function brokenLines({ parcels }: Project, { broken }: ParcelMeasures): LandView['broken'] {
  return [...broken].flatMap((row) => {
    const shape: Geometry | null = shapeOf(parcels.layer, row);
    return shape ? [{ key: row, shape: linesOf(shape) }] : [];
  });
}
