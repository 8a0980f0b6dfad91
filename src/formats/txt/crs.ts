import { ok, refuse, type Result } from '../../domain/outcome.ts';
import { zoneCrs } from '../../domain/geodesy/zones.ts';
import type { CrsHow, FormatRefusal } from '../contract.ts';
import { detect, northFirst, standsSwapped, zoneOfEasting } from '../crs/detect.ts';
import { planeSource, sourceOf, type SourceCrs } from '../crs/source.ts';
import type { Parsed } from './lines.ts';

export interface TxtCrs {
  readonly source: SourceCrs;
  readonly how: CrsHow;
  /** The file writes east first, against the convention. */
  readonly eastFirst: boolean;
}

const needsParameters = /80|西安|54|北京|xi.?an|beijing|地方|独立|城市/i;
const isOurs = /2000|cgcs|wgs|84/i;

/** From the option, else 带号 and 几度分带, else the zone number in front of the eastings. */
export function resolveTxtCrs({ header, plots }: Parsed, option: number | undefined): Result<TxtCrs, FormatRefusal> {
  const pair = plots.find((plot) => plot.points.length > 0)?.points[0].pair;
  if (!pair) return refuse('no-parcels');
  const order = northFirst(pair);
  const eastFirst = order === false;
  if (option !== undefined) {
    const source = sourceOf(option);
    if (!source.ok) return source;
    // North first by custom, unless the pair can only be the other way round.
    const turned = order === null ? standsSwapped(source.value, [pair[1], pair[0]]) : eastFirst;
    return ok({ source: source.value, how: 'option', eastFirst: turned });
  }
  const system = header['坐标系'] ?? '';
  if (system !== '' && !isOurs.test(system) && needsParameters.test(system))
    return refuse('crs-unsupported', { code: system.slice(0, 40) });
  const zone = header['带号'] ?? '';
  if (zone === '') return detected(pair);
  const first = plots.find((plot) => plot.points.length > 0);
  const found = order === null ? detected(pair) : null;
  if (found?.ok) return found;
  // The zone is stated: numbers that fit none contradict it rather than leave it open.
  if (order === null)
    return refuse('outside-zone', {
      where: `#${first ? plots.indexOf(first) + 1 : 1}`,
      line: first?.points[0].line ?? 0,
      at: pair.join(', '),
    });
  const width = header['几度分带'] || (Number(zone) >= 25 ? '3' : '6');
  const east = eastFirst ? pair[0] : pair[1];
  const crs = /^[36]/.test(width) ? zoneCrs(width.startsWith('3') ? 3 : 6, Number(zone), east >= 1_000_000) : null;
  if (!crs)
    return refuse('bad-field', {
      where: '[属性描述]',
      field: '带号',
      value: `${zone}/${width}`,
      expected: '25-45/3, 13-23/6',
    });
  const prefix = east >= 1_000_000 ? zoneOfEasting(east)?.zone : crs.zone;
  if (prefix !== crs.zone)
    return refuse('bad-field', { where: '[属性描述]', field: '带号', value: zone, expected: String(prefix) });
  // The zone is said, the datum only where the file names it; WGS84 is no datum of a zone here.
  const how = /2000|cgcs/i.test(system) ? 'declared' : 'detected';
  return ok({ source: planeSource(crs), how, eastFirst });
}

function detected([first, second]: readonly [number, number]): Result<TxtCrs, FormatRefusal> {
  const found = detect([second, first]);
  return found.ok ? ok({ source: found.value.source, how: 'detected', eastFirst: found.value.swapped }) : found;
}
