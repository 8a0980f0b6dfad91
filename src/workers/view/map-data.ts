import type { Feature } from 'geojson';
import type { MapData, ProjectView } from '../../client/view.ts';
import type { Project } from '../../domain/land/model.ts';
import type { Pack } from '../../policy/pack.ts';
import type { Backdrop } from './backdrop.ts';
import { districtFeatures, townshipFeatures } from './districts.ts';
import { collection, feature, linesOf, shapeOf } from './shapes.ts';
import { parkDrawing, type JudgedPark } from './sites.ts';

type ParcelProblem = ProjectView['problems'][number];

/**
 * A parcel of a class the pack does not know is drawn without colour, not left out; one whose boundary is broken as its
 * bare lines, because a fill would claim an inside it does not have (and a figure-of-eight would not be drawn at all).
 */
function parcelFeatures({ parcels }: Project, pack: Pack, broken: ReadonlySet<number>): Feature[] {
  return parcels.records.flatMap((parcel, row) => {
    const shape = shapeOf(parcels.layer, row);
    if (!shape) return [];
    if (broken.has(row)) return [feature(linesOf(shape), { id: parcel.id })];
    const lc = parcel.landClass && pack.landClassOf(parcel.landClass)?.colour;
    const { id, status, parkId } = parcel;
    return [feature(shape, { id, ...(lc && { lc }), ...(status && { status }), ...(parkId && { parkId }) })];
  });
}

const buildingFeatures = ({ buildings }: Project): Feature[] =>
  buildings.records.flatMap(({ id }, row) => {
    const shape = shapeOf(buildings.layer, row);
    return shape ? [feature(shape, { id })] : [];
  });

/** Where boundaries are wrong, one point each; a place that is no number cannot be shown. */
const problemFeatures = (problems: readonly ParcelProblem[]): Feature[] =>
  problems.map(({ parcelId, problem }) =>
    feature({ type: 'Point', coordinates: [...problem.at] }, { parcelId, severity: problem.severity }),
  );

/** Everything the map draws of a project. `broken`: rows of the parcels without a figure. */
export function mapData(
  project: Project,
  pack: Pack,
  parks: readonly JudgedPark[],
  broken: ReadonlySet<number>,
  problems: readonly ParcelProblem[],
  backdrop: Backdrop,
): MapData {
  const drawings = parks.map((park) => parkDrawing(project.parcels.layer, park));
  const jurisdictions = project.jurisdictions.length > 0 ? project.jurisdictions : pack.jurisdictions;
  return {
    parcels: collection([...backdrop.surfaces, ...parcelFeatures(project, pack, broken)]),
    problems: collection(problemFeatures(problems)),
    buildings: collection(buildingFeatures(project)),
    sites: collection(drawings.flatMap((d) => d.sites)),
    siteLinks: collection(drawings.flatMap((d) => d.links)),
    parkPoints: collection(drawings.flatMap((d) => d.parkPoint ?? [])),
    sitePoints: collection(drawings.flatMap((d) => d.sitePoints)),
    townships: collection(townshipFeatures(project)),
    districts: collection(districtFeatures(project, jurisdictions)),
    roads: backdrop.roads,
    water: backdrop.water,
    waterNames: backdrop.waterNames,
  };
}
