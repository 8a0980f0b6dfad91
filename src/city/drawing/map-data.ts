import type { Feature } from 'geojson';
import type { MapData, ProjectView } from '../view.ts';
import type { Project } from '../../domain/land/model.ts';
import type { Pack } from '../../policy/shape/pack.ts';
import type { Backdrop } from './backdrop.ts';
import type { DistrictPlace } from '../land-places.ts';
import { namedPlaces, placeDrawings } from './districts.ts';
import { collection, feature, linesOf, shapeOf } from './shapes.ts';
import { parkDrawing, type JudgedPark } from './sites.ts';

type ParcelProblem = ProjectView['problems'][number];

/** Broken boundaries as their bare lines: a figure-of-eight, say, has no fill that would tell the truth. */
const brokenFeatures = ({ parcels }: Project, broken: ReadonlySet<number>): Feature[] =>
  [...broken].flatMap((row) => {
    const shape = shapeOf(parcels.layer, row);
    return shape ? [{ ...feature(linesOf(shape), {}), id: row }] : [];
  });

/** So many signs still tell places apart on a map of the whole; MapLibre draws no more than 16 384 in one tile. */
const mostSigns = 10_000;

/** Where boundaries are wrong, one point each; a place that is no number cannot be shown. `many`: dots from afar. */
function problemFeatures(problems: readonly ParcelProblem[]): Feature[] {
  const many = problems.length > mostSigns;
  return problems.map(({ row, problem: { at, severity } }) => ({
    ...feature({ type: 'Point', coordinates: [...at] }, { severity, many }),
    id: row,
  }));
}

/** Everything the map draws of a project. `broken`: rows of the parcels without a figure; `lies`: where its land lies. */
export function mapData(
  project: Project,
  pack: Pack,
  parks: readonly JudgedPark[],
  broken: ReadonlySet<number>,
  problems: readonly ParcelProblem[],
  lies: readonly DistrictPlace[],
  backdrop: Backdrop,
): MapData {
  const drawings = parks.map((park) => parkDrawing(park));
  const jurisdictions = project.jurisdictions.length > 0 ? project.jurisdictions : pack.jurisdictions;
  const drawn = placeDrawings(project, jurisdictions);
  const places = drawn.townships.length > 0 ? drawn : { ...drawn, ...namedPlaces(project.parcels.layer, lies) };
  return {
    surfaces: collection(backdrop.surfaces),
    brokenParcels: collection(brokenFeatures(project, broken)),
    problems: collection(problemFeatures(problems)),
    sites: collection(drawings.flatMap((d) => d.sites)),
    siteLinks: collection(drawings.flatMap((d) => d.links)),
    parkPoints: collection(drawings.flatMap((d) => d.parkPoint ?? [])),
    sitePoints: collection(drawings.flatMap((d) => d.sitePoints)),
    townships: collection(places.townships),
    districts: collection(places.districts),
    districtLines: collection(places.districtLines),
    townshipLines: collection(places.townshipLines),
    roads: backdrop.roads,
    water: backdrop.water,
    waterNames: backdrop.waterNames,
  };
}
