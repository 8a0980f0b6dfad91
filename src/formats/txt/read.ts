import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { MultiPolygon, Position } from '../../domain/geometry/columns/layer.ts';
import type { LandClass, Parcel, Project } from '../../domain/land/model.ts';
import { readAreas } from '../areas.ts';
import type { FileNote, FormatRefusal, ReadOptions, ReadResult } from '../contract.ts';
import { overrideNotes } from '../crs/override.ts';
import { misplaced } from '../crs/misplaced.ts';
import { mapPositions, placeLayer } from '../crs/place.ts';
import { dictionaryOf, type Dictionary } from '../fields/dictionary.ts';
import { Numbers, ownNumberField } from '../fields/numbers.ts';
import { Plans } from '../fields/plan.ts';
import type { Reading } from '../fields/reading.ts';
import { readRecord } from '../fields/record.ts';
import { ColumnNotes } from '../fields/column-notes.ts';
import { foundOf } from '../found.ts';
import { mostRings, nestAsDrawn } from '../rings.ts';
import { decodeText } from '../text/decode.ts';
import * as convention from './convention.ts';
import { resolveTxtCrs, type TxtCrs } from './crs.ts';
import { parseLines, type Parsed, type Plot } from './lines.ts';
import { mannerMember, mannerOf, type Manner } from './manner.ts';
import { plotRingsOf } from './rings.ts';
import { arrayRecords } from '../../domain/land/records/array-records.ts';
import { emptyTable } from '../../domain/land/records/empty-table.ts';

/** A 界址点 TXT from its bytes: every plot is a parcel 宗地. */
export function readTxt(name: string, bytes: Uint8Array, options: ReadOptions): Result<ReadResult, FormatRefusal> {
  const decoded = decodeText(bytes, name);
  if (!decoded.ok) return decoded;
  const parsed = parseLines(decoded.value.text);
  if (!parsed.ok) return isPointText(decoded.value.text) ? parsed : refuse('not-point-text', { name });
  if (parsed.value.plots.length === 0) {
    const rows = decoded.value.text.split('\n').filter((line) => line.trim() !== '').length;
    return refuse('no-parcels', { name, found: foundOf([['row', rows]]) });
  }
  const crs = resolveTxtCrs(parsed.value, options.epsg);
  if (!crs.ok) return crs.refusal.code === 'no-parcels' ? refuse('no-parcels', { name }) : crs;
  const notes: FileNote[] = [];
  if (decoded.value.guessed) notes.push({ code: 'encoding-guessed', params: { encoding: decoded.value.encoding } });
  if (crs.value.eastFirst) notes.push({ code: 'axes-swapped', params: { first: 'east' } });
  notes.push(...overrideNotes(crs.value, () => resolveTxtCrs(parsed.value, undefined)));
  const dictionary = dictionaryOf(options.fields, options.landClasses);
  const { text, encoding } = decoded.value;
  const manner = mannerOf(bytes, text, encoding, parsed.value.plots);
  const project = projectOf(parsed.value, crs.value, manner, dictionary, notes);
  if (!project.ok) return project;
  if (isCutOff(text, parsed.value)) return refuse('truncated', { name, record: parsed.value.plots.length });
  const { source, how } = crs.value;
  return ok({ format: 'txt', project: project.value, crs: { code: source.code, how }, notes });
}

/** Whether anything in it is of a 界址点 TXT: the name of a section, the end of a plot line, a row of figures. */
const isPointText = (text: string): boolean => /^\s*[[［【]|@|\d\s*[,，\t ]\s*[-+]?\d{3,}/m.test(text);

/** Where every ring but the very last comes back to its first point, and the last line has no end, that line was cut. */
function isCutOff(text: string, { plots }: Parsed): boolean {
  if (/[\r\n]\s*$/.test(text.slice(-64))) return false;
  const all = plots.map(plotRingsOf);
  const rings = all.reduce((sum, plot) => sum + plot.rings.length, 0);
  return rings > 1 && all.reduce((sum, { open }) => sum + open, 0) === 1 && all[all.length - 1].lastOpen;
}

function projectOf(
  parsed: Parsed,
  crs: TxtCrs,
  manner: Manner | null,
  dictionary: Dictionary,
  notes: FileNote[],
): Result<Project, FormatRefusal> {
  const { plots, header, decimals, trimmed } = parsed;
  const kept = trimmed ? convention.trimmedDecimals : decimals;
  const telling = new ColumnNotes();
  const written = plots.map((plot, p) => plot.attributes[0] || String(p + 1));
  const numbers = new Numbers();
  const ids = written.map((id) => {
    const number = numbers.take(id);
    if (number !== id) telling.repeated(id, number);
    return number;
  });
  const outlines: (MultiPolygon | null)[] = [];
  const countsUnsaid = !plots.some((plot) => plot.count === plot.points.length && plotRingsOf(plot).open > 0);
  for (const [p, plot] of plots.entries()) {
    const outline = outlineOf(plot, ids[p], p, countsUnsaid, crs, notes);
    if (!outline.ok) return outline;
    outlines.push(outline.value);
  }
  const layer = placeLayer(outlines, crs.source, (f) => `#${f + 1} (${ids[f]})`);
  if (!layer.ok) return layer;
  const areas = readAreas({ length: plots.length, idOf: (p) => ids[p], textOf: (p) => plots[p].area }, layer.value);
  // One by one: there may be one a parcel, and a call takes only so many.
  for (const note of areas.notes) notes.push(note);
  const plans = new Plans(dictionary, telling);
  const records = plots.map((plot, p): Parcel => {
    const parcel = parcelOf(plot, ids[p], areas.statedM2[p], areas.resolutionM2[p]);
    const landClass = landClassOf(parcel, { dictionary, plans, telling, plain: true, row: p + 1 });
    const own = ids[p] === written[p] ? {} : { extra: { ...parcel.extra, [ownNumberField]: written[p] } };
    return { ...parcel, ...(landClass && { landClass }), ...own };
  });
  notes.push(...telling.notes());
  return ok({
    extra: {
      [convention.headerSection]: header,
      ...(convention.decimalsOf(header['精度']) === kept ? {} : { [convention.decimalsMember]: kept }),
      ...(areas.unit === null ? {} : { [convention.areaUnitMember]: convention.areaUnitNames[areas.unit] }),
      ...(manner && { [mannerMember]: manner }),
    },
    parks: [],
    parcels: { records: arrayRecords(records), layer: layer.value },
    buildings: emptyTable(),
    townships: emptyTable(),
    zones: emptyTable(),
    jurisdictions: [],
    others: [],
  });
}

/**
 * A count may hold the closing points the file leaves out (`countsUnsaid`), unless another plot of the file shows that
 * its counts do not.
 */
function outlineOf(
  plot: Plot,
  id: string,
  index: number,
  countsUnsaid: boolean,
  crs: TxtCrs,
  notes: FileNote[],
): Result<MultiPolygon | null, FormatRefusal> {
  const found = plot.points.length;
  const { rings, open, lastOpen, strayClosings } = plotRingsOf(plot);
  const bad = (detail: string, more: Readonly<Record<string, number>> = {}) =>
    refuse('bad-line', { line: plot.line, text: `${plot.count},${plot.area},${id}`, detail, ...more });
  if (found === 0) return plot.count === 0 ? ok(null) : bad('no-points');
  if (rings.length > mostRings) return bad('too-many-rings', { most: mostRings });
  const counts = [found, found - (rings.length - open), ...(countsUnsaid ? [found + open] : [])];
  if (!counts.includes(plot.count)) {
    // Lines are gone, and what is left would pass for a smaller parcel.
    if (lastOpen) return bad('points-missing');
    notes.push({ code: 'point-count-differs', params: { line: plot.line, stated: plot.count, found } });
  }
  for (const { line } of strayClosings) notes.push({ code: 'closing-ring-number', params: { line, id } });
  if (open > 0) notes.push({ code: 'ring-closed', params: { line: plot.line, id } });
  const position = (pair: readonly [number, number]): Position => (crs.eastFirst ? pair : [pair[1], pair[0]]);
  for (const { pair, line } of plot.points) {
    // As the pair stands in the file.
    const said = () => ({ where: `#${index + 1} (${id})`, line, at: pair.join(', ') });
    const refusal = misplaced(crs.source, position(pair), said);
    if (refusal) return { ok: false, refusal };
  }
  const closed = rings.map((ring) => ring.map((point) => position(point.pair)));
  return ok(mapPositions(nestAsDrawn(closed), (p) => p));
}

/** The class that 用途 or 地类编码 names, where the dictionary knows it; both stay as they are written. */
function landClassOf({ extra = {} }: Parcel, reading: Reading): LandClass | undefined {
  const words = convention.landClassAttributes.flatMap((name) => (extra[name] ? [[name, extra[name]] as const] : []));
  return readRecord('parcel', Object.fromEntries(words), reading).record.landClass as LandClass | undefined;
}

function parcelOf(plot: Plot, id: string, statedAreaM2: number | undefined, resolutionM2: number | undefined): Parcel {
  const [, name = '', ...rest] = plot.attributes;
  const extra: Record<string, unknown> = {};
  if (statedAreaM2 === undefined && plot.area !== '') extra[convention.areaTextMember] = plot.area;
  convention.plotAttributes.forEach((attribute, i) => {
    if (rest[i]) extra[attribute] = rest[i];
  });
  const more = rest.slice(convention.plotAttributes.length);
  if (more.length > 0) extra[convention.moreAttributes] = more;
  return {
    id,
    ...(name === '' ? {} : { name }),
    ...(statedAreaM2 === undefined ? {} : { statedAreaM2 }),
    ...(resolutionM2 === undefined ? {} : { areaResolutionM2: resolutionM2 }),
    ...(Object.keys(extra).length > 0 ? { extra } : {}),
  };
}
