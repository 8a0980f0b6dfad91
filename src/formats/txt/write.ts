import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { Position, Rings } from '../../domain/geometry/columns/layer.ts';
import type { PlaneCrs } from '../../domain/geodesy/crs.ts';
import { falseEasting, zoneCrs } from '../../domain/geodesy/zones.ts';
import type { Parcel, Project } from '../../domain/land/model.ts';
import type { FormatRefusal, NamedBytes, TxtDialect, WriteOptions } from '../contract.ts';
import { checkFits, outlineIn, planeTarget } from '../crs/target.ts';
import type { SourceCrs } from '../crs/source.ts';
import { writtenNumber } from '../fields/numbers.ts';
import { encodeGbk } from '../text/gbk.ts';
import { encodedPieces, utf8Pieces } from '../text/pieces.ts';
import { squareMetresPer, type AreaUnit } from '../area-units.ts';
import * as convention from './convention.ts';
import { storedManner } from './manner.ts';

/** Coordinates computed from degrees are good to 0.1 mm. */
const computedDecimals = 4;
/** 精度 is 0.001 m by custom; more only where the numbers hold more. */
const surveyedDecimals = [3, 4, 5, 6] as const;

/** The parcels as 界址点 TXT, in the dialect asked for. */
export function writeTxt(project: Project, options: WriteOptions): Result<readonly NamedBytes[], FormatRefusal> {
  const { records, layer } = project.parcels;
  const target = planeTarget(layer, options.epsg);
  if (!target.ok) return target;
  const { plane } = target.value;
  if (!plane) return refuse('crs-not-written', { code: target.value.code });
  if (layer.lonLat.length === 0) return refuse('no-parcels');
  const placed = checkFits(project.parcels, target.value);
  if (!placed.ok) return placed;
  const { lineEnd, fileEnd, encoding: cameIn, ...came } = storedManner(project);
  const txt: TxtDialect = { ...came, ...options.txt };
  const digits = digitsFor(project, plane, txt.decimals);
  const unit = txt.unit ?? unitOf(project);
  for (const [f, parcel] of records.entries()) {
    const broken = cellsOf(parcel, unit).find((cell) => /[,，\r\n]/.test(cell));
    if (broken !== undefined)
      return refuse('bad-field', { where: `#${f + 1} (${parcel.id})`, field: '地块', value: broken, expected: '[^,]' });
  }
  // The numbers themselves stay; only the zone number in front of them comes or goes.
  const written = zoneCrs(plane.width, plane.zone, txt.prefix ?? plane.prefixed) ?? plane;
  const shiftM = falseEasting(written) - falseEasting(plane);
  const plots = { unit, digits, shiftM, closing: txt.closing, runsOn: txt.rings === 'file' };
  const pieces = function* (): Generator<string> {
    yield headerOf(project, plane, digits.decimals).join(lineEnd);
    for (const lines of plotLines(project, target.value, plots)) yield lineEnd + lines.join(lineEnd);
    yield fileEnd;
  };
  const encoding = txt.encoding === 'utf-8' ? 'utf-8-bom' : (txt.encoding ?? cameIn ?? 'gbk');
  const gbk = encoding === 'gbk' ? encodedPieces(pieces(), encodeGbk) : null;
  if (!gbk && txt.encoding === 'gbk') return refuse('encoding-broken', { where: `${options.name}.txt` });
  const marked = function* (): Generator<string> {
    if (encoding !== 'utf-8') yield '\ufeff';
    yield* pieces();
  };
  return ok([{ name: `${options.name}.txt`, bytes: gbk ?? utf8Pieces(marked()) }]);
}

interface Plots {
  readonly unit: AreaUnit;
  readonly digits: Digits;
  readonly shiftM: number;
  readonly closing: TxtDialect['closing'];
  /** 圈号 go on from plot to plot. */
  readonly runsOn: boolean;
}

/** The lines of one plot after the other. */
function* plotLines(
  { parcels: { records, layer } }: Project,
  target: SourceCrs,
  { unit, digits, shiftM, closing, runsOn }: Plots,
): Generator<string[]> {
  let ringsBefore = 0;
  for (const [f, parcel] of records.entries()) {
    const rings: Rings = outlineIn(layer, f, target).flat();
    const named = rings.map((ring) => namedPoints(ring, closing));
    const points = named.reduce((sum, ring) => sum + ring.length, 0);
    const lines = [`${[String(points), ...cellsOf(parcel, unit)].join(',')},@`];
    named.forEach((ring, r) =>
      ring.forEach(({ name, at: [east, north] }) =>
        lines.push(`${name},${ringsBefore + r + 1},${textOf(north, digits)},${textOf(east + shiftM, digits)}`),
      ),
    );
    if (runsOn) ringsBefore += rings.length;
    yield lines;
  }
}

const cellsOf = (parcel: Parcel, unit: AreaUnit): string[] => [areaText(parcel, unit), ...attributesOf(parcel)];

/** Points with their names; a ring ends as the dialect has it. */
function namedPoints(
  ring: readonly Position[],
  closing: TxtDialect['closing'] = 'Jn',
): readonly { readonly name: string; readonly at: Position }[] {
  const last = ring.length - 1;
  const all = ring.map((at, v) => ({ name: v === last && closing === 'J1' ? 'J1' : `J${v + 1}`, at }));
  return closing === 'none' ? all.slice(0, -1) : all;
}

interface Digits {
  readonly decimals: number;
  /** Trailing zeros are left out. */
  readonly trimmed: boolean;
}
const textOf = (value: number, { decimals, trimmed }: Digits): string =>
  trimmed ? String(Number(value.toFixed(decimals))) : value.toFixed(decimals);

const storedHeader = (project: Project): Readonly<Record<string, unknown>> => {
  const stored = project.extra?.[convention.headerSection];
  return typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
};

/** As asked for; as the TXT had them; else what the surveyed numbers need; else what computed ones are good for. */
function digitsFor(project: Project, plane: PlaneCrs, asked: number | undefined): Digits {
  if (asked !== undefined) return { decimals: Math.min(10, Math.max(0, Math.trunc(asked))), trimmed: false };
  const own = project.extra?.[convention.decimalsMember];
  if (own === convention.trimmedDecimals)
    return { decimals: surveyedIn(project, plane) ? 9 : computedDecimals, trimmed: true };
  return { decimals: decimalsFor(project, plane, own), trimmed: false };
}

const surveyedIn = ({ parcels }: Project, plane: PlaneCrs): boolean => parcels.layer.surveyed?.crs.epsg === plane.epsg;

function decimalsFor(project: Project, plane: PlaneCrs, own: unknown): number {
  if (typeof own === 'number' && Number.isInteger(own) && own >= 0 && own <= 10) return own;
  const stated = convention.decimalsOf(String(storedHeader(project)['精度'] ?? ''));
  if (stated !== null) return stated;
  const { surveyed } = project.parcels.layer;
  if (surveyed?.crs.epsg !== plane.epsg) return computedDecimals;
  const enough = surveyedDecimals.find((d) =>
    surveyed.eastNorth.every((v) => Math.abs(v - Number(v.toFixed(d))) < 1e-7),
  );
  return enough ?? computedDecimals;
}

function headerOf(project: Project, plane: PlaneCrs, decimals: number): string[] {
  const stored = storedHeader(project);
  const header: Record<string, unknown> = {
    格式版本号: '',
    数据产生单位: '',
    数据产生日期: '',
    投影类型: '高斯克吕格',
    计量单位: '米',
    精度: (10 ** -decimals).toFixed(decimals),
    转换参数: ',,,,,,',
    坐标系: '2000国家大地坐标系',
    ...stored,
    几度分带: plane.width,
    带号: plane.zone,
  };
  // The usual order first, then what else the file had.
  const order = [
    '格式版本号',
    '数据产生单位',
    '数据产生日期',
    '坐标系',
    '几度分带',
    '投影类型',
    '计量单位',
    '带号',
    '精度',
    '转换参数',
  ];
  const names = Object.keys(stored).length > 0 ? Object.keys(stored) : order;
  const missing = ['坐标系', '几度分带', '带号'].filter((name) => !names.includes(name));
  const values = [...names, ...missing].map((name) => `${name}=${String(header[name]).replace(/[\r\n]+/g, ' ')}`);
  return [`[${convention.headerSection}]`, ...values, `[${convention.plotSection}]`];
}

/** 公顷 is the convention where no TXT before said otherwise. */
const unitOf = ({ extra }: Project): AreaUnit =>
  (Object.keys(squareMetresPer) as AreaUnit[]).find(
    (unit) => convention.areaUnitNames[unit] === extra?.[convention.areaUnitMember],
  ) ?? 'hectare';

/** As many decimals as it takes to say the area, at least the usual two of m² and four of the others, or as it was stated. */
function areaText({ statedAreaM2, areaResolutionM2, extra }: Parcel, unit: AreaUnit): string {
  if (statedAreaM2 === undefined) {
    const asWritten = extra?.[convention.areaTextMember];
    return typeof asWritten === 'string' ? asWritten : '';
  }
  const factor = squareMetresPer[unit];
  const usual = unit === 'm2' ? 2 : 4;
  const stated = areaResolutionM2 ? Math.max(0, Math.round(-Math.log10((2 * areaResolutionM2) / factor))) : usual;
  for (let decimals = Math.min(usual, stated); ; decimals++) {
    const text = (statedAreaM2 / factor).toFixed(decimals);
    if (decimals === 10 || Math.abs(Number(text) * factor - statedAreaM2) < 1e-6) return text;
  }
}

function attributesOf(parcel: Parcel): string[] {
  const extra = parcel.extra ?? {};
  const more = extra[convention.moreAttributes];
  const own = convention.plotAttributes.map((name) => String(extra[name] ?? (name === '图形属性' ? '面' : '')));
  return [writtenNumber(parcel), parcel.name ?? '', ...own, ...(Array.isArray(more) ? more.map(String) : [])];
}
