import type { Block } from './city.ts';
import type { Made } from './made.ts';
import { isOrdinary, type Spec } from './park-specs.ts';
import { area, centroid, distance } from './polygon.ts';
import { random } from './random.ts';

const MU = 2000 / 3;
/** No farther from the middle of the park's first land, m; and no more sites than a park may have. */
const REACH_M = 3000;
const MOST_SITES = 3;

const keysOf = ({ lot }: Made): readonly string[] => lot.ring.map(([x, y]) => `${x.toFixed(3)} ${y.toFixed(3)}`);

/**
 * Lots of every park by its id. Ordinary parks grow over the works around them until they are as large as Zhengzhou's are on
 * average, 183 亩 with the small ones: neighbours first, then a site beside them, all in one township.
 */
export function widened(specs: readonly Spec[], all: readonly Made[], prefix: string): Map<string, Made[]> {
  const ofPark = new Map<string, Made[]>();
  for (const made of all) {
    const park = made.lot.given?.parkId;
    if (park) ofPark.set(park, [...(ofPark.get(park) ?? []), made]);
  }
  const rnd = random(`${prefix}/widened`);
  for (const spec of specs.filter(isOrdinary)) {
    const own = ofPark.get(spec.id);
    const target = rnd.between(560, 760) * MU;
    if (own) ofPark.set(spec.id, grown(spec, own, all, target));
  }
  return ofPark;
}

/** Numbers of the parks that stay on one ground; the others are 一园多址, with their reason. */
const ONE_GROUND: readonly number[] = [41, 42, 51, 56, 57, 58];
export const isScattered = ({ id }: Spec): boolean => !ONE_GROUND.includes(Number(id.slice(-2)));

/** Land in use of the kind the park stands on. */
const isFree = ({ properties: { status, parkId, landClass } }: Made, { landClass: own }: Spec): boolean =>
  status === 'in-use' && parkId === undefined && landClass!.code.startsWith(own.slice(0, 4));

/** Place of a lot in the block that has most land to offer; −1 where there is none. */
function roomiest(lots: readonly Made[]): number {
  const offered = new Map<Block, number>();
  for (const { lot } of lots) offered.set(lot.block, (offered.get(lot.block) ?? 0) + area(lot.ring));
  const room = lots.map(({ lot }) => offered.get(lot.block)!);
  return room.indexOf(Math.max(...room));
}

function grown(spec: Spec, own: readonly Made[], all: readonly Made[], target: number): Made[] {
  const middle = centroid(own[0].lot.ring);
  const away = (made: Made) => distance(centroid(made.lot.ring), middle);
  const near = all
    .filter((made) => made.town === own[0].town && isFree(made, spec) && away(made) < REACH_M)
    .sort((a, b) => away(a) - away(b));
  const most = isScattered(spec) ? MOST_SITES : spec.sites;
  // 分期: what it began with is the first phase.
  const isPhased = Number(spec.id.slice(-2)) % 9 === 5;
  if (isPhased) for (const made of own) made.properties = { ...made.properties, phase: 1 };
  const land = [...own];
  const corners = new Set(land.flatMap(keysOf));
  let m2 = land.reduce((sum, { lot }) => sum + area(lot.ring), 0);
  let sites = spec.sites;
  while (m2 < target) {
    const touching = near.findIndex((made) => keysOf(made).filter((key) => corners.has(key)).length > 1);
    const at = touching >= 0 ? touching : sites < most ? roomiest(near.slice(0, 80)) : -1;
    const [made] = at >= 0 ? near.splice(at, 1) : [];
    if (!made) break;
    if (touching < 0) sites += 1;
    made.properties = { ...made.properties, parkId: spec.id, landUseTermYears: 50, ...(isPhased && { phase: 2 }) };
    made.buildings = [];
    land.push(made);
    for (const key of keysOf(made)) corners.add(key);
    m2 += area(made.lot.ring);
  }
  return land;
}
