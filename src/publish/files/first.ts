import type { Bounds } from '../../domain/geometry/columns/bounds.ts';
import { boundsAround } from '../../domain/geometry/columns/bounds.ts';
import { inBoth } from '../words/words.ts';
import { publishWords } from '../../texts/publish.ts';
import type { Site } from '../pages/site.ts';
import type { Publication, PublishInput } from '../publication.ts';
import type { FirstFile, Words } from '../shape/published.ts';
import { boundsOfShape, rounded } from '../collect/thinned.ts';
import type { ParkTable } from './park-table.ts';

/** The list with all that the first sentence needs; the last of the files, once all parks are told. */
export function firstFile(
  { input, places }: Publication,
  parks: ParkTable,
  boxes: readonly Bounds[],
  has: FirstFile['has'],
): FirstFile {
  const { settings } = input;
  return {
    format: 1,
    ...siteOf(input),
    judgedFor: input.law.date,
    tianditu: settings.tianditu,
    bounds: boundsOf(places.outlines, boxes, settings.digits),
    districts: places.districts,
    townships: places.townships,
    industries: parks.industries,
    parks: parks.columns,
    ...(Object.keys(parks.written).length > 0 && { written: parks.written }),
    has,
  };
}

/** What stands on every page of the map. */
export function siteOf({ city, law, settings }: PublishInput): Site {
  const { pack, date } = law;
  const { mapApproval, sources, feedback, address } = settings;
  return {
    title: settings.title ?? titleOf(city.project.title),
    sample: city.project.extra?.sample === true,
    mapApproval,
    sources,
    policy: {
      title: { zh: pack.title, en: pack.titleEn },
      status: { zh: pack.status, en: pack.statusEn },
      version: pack.version,
    },
    day: date,
    feedback,
    address,
  };
}

const titleOf = (title: string | undefined): Words =>
  title === undefined ? inBoth((language) => publishWords.title[language]) : { zh: title, en: title };

/** Where there is neither a township nor a park the map shows this place: Zhengzhou. */
const somewhere: Bounds = [112.5, 34.2, 114.3, 35];

function boundsOf(outlines: Publication['places']['outlines'], parks: readonly Bounds[], digits: number): Bounds {
  const boxes = [...outlines.flatMap((shape) => (shape ? [boundsOfShape(shape)] : [])), ...parks];
  if (boxes.length === 0) return somewhere;
  const [west, south, east, north] = boundsAround(boxes.flat());
  return [rounded(west, digits), rounded(south, digits), rounded(east, digits), rounded(north, digits)];
}
