import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { Position } from '../../domain/geometry/layer.ts';
import type { FileNote, FormatRefusal, ReadOptions, ReadResult } from '../contract.ts';
import { detect } from '../crs/detect.ts';
import { fits, mapPositions } from '../crs/place.ts';
import { sourceOf } from '../crs/source.ts';
import { outlinesOf } from '../features/outlines.ts';
import { readTable } from '../features/read.ts';
import { folderField } from '../kml/parse.ts';
import { decodeText } from '../text/decode.ts';
import { collect, type Collected, type Ring } from './collect.ts';
import { readDrawing, type Drawing } from './drawing.ts';
import { labelsIn } from './labels.ts';
import { filledShapes } from './filled.ts';
import { nestByLayer } from './nest.ts';

/** Metres between an arc and the chords drawn for it. */
export const chordErrorM = 0.01;

/**
 * A DXF drawing from its bytes: every closed polyline is a parcel 宗地, and every filled area 填充 that is
 * not the filling of one; its layer 图层 a field.
 */
export function readDxf(name: string, bytes: Uint8Array, options: ReadOptions): Result<ReadResult, FormatRefusal> {
  const text = textOf(name, bytes);
  if (!text.ok) return text;
  const drawing = readDrawing(name, text.value.text);
  if (!drawing.ok) return drawing;
  const unit = unitOf(drawing.value, options);
  if (!unit.ok) return unit;
  const found = collect(drawing.value, chordErrorM / unit.value.metres);
  if (!found.ok) return found;
  const { rings, hatches } = found.value;
  if (rings.length + hatches.length === 0) return refuse('no-parcels', { name });
  const notes: FileNote[] = text.value.guessed ? [{ code: 'encoding-guessed', params: { encoding: 'GBK' } }] : [];
  if (unit.value.metres !== 1) notes.push({ code: 'unit-scaled', params: { unit: unit.value.name } });
  return toProject(name, inMetres(found.value, unit.value), options, notes);
}

interface Text {
  readonly text: string;
  readonly guessed: boolean;
}

/** `$DWGCODEPAGE` and, from 2007 on, UTF-8 say how the text is written; the bytes themselves decide where they can. */
function textOf(name: string, bytes: Uint8Array): Result<Text, FormatRefusal> {
  const head = String.fromCharCode(...bytes.subarray(0, 4096));
  if (/^AC10\d\d/.test(head) || head.startsWith('AutoCAD Binary DXF')) return refuse('cad-binary', { name });
  const decoded = decodeText(bytes, name);
  const page = /\$DWGCODEPAGE\s+3\s+(\S+)/.exec(head)?.[1] ?? '';
  if (decoded.ok) return ok({ text: decoded.value.text, guessed: decoded.value.guessed && !/936|gb/i.test(page) });
  // Numbers and layers can be read in any western code page, and nothing else is needed.
  return ok({ text: new TextDecoder('windows-1252').decode(bytes), guessed: false });
}

interface Unit {
  readonly name: string;
  /** Drawing units in a metre. */
  readonly metres: number;
}
const metre: Unit = { name: 'm', metres: 1 };
const others: readonly Unit[] = [
  { name: 'mm', metres: 1000 },
  { name: 'cm', metres: 100 },
];

/**
 * Templates call drawings millimetres that hold metres: the coordinates decide, and `$INSUNITS` is not asked. Metres
 * where they can be metres, else the smaller unit in which they lie in a zone.
 */
function unitOf(drawing: Drawing, options: ReadOptions): Result<Unit, FormatRefusal> {
  const probe = collect(drawing, 1e9, true);
  if (!probe.ok) return probe;
  const first = probe.value.rings.at(0)?.ring[0] ?? probe.value.hatches.at(0)?.rings[0][0];
  const target = options.epsg === undefined ? null : sourceOf(options.epsg);
  if (!first || target?.ok === false) return ok(metre);
  const placed = ({ metres }: Unit): boolean => {
    const [x, y]: Position = [first[0] / metres, first[1] / metres];
    if (target) return fits(target.value, [x, y]) || fits(target.value, [y, x]);
    const told = detect([x, y]);
    return told.ok || told.refusal.code === 'crs-ambiguous';
  };
  return ok(placed(metre) ? metre : (others.find(placed) ?? metre));
}

function inMetres(found: Collected, { metres }: Unit): Collected {
  if (metres === 1) return found;
  const change = ([x, y]: Position): Position => [x / metres, y / metres];
  return {
    ...found,
    rings: found.rings.map((r): Ring => ({ ...r, ring: r.ring.map(change) })),
    hatches: found.hatches.map(({ layer, rings }) => ({ layer, rings: rings.map((ring) => ring.map(change)) })),
    labels: found.labels.map(({ at, text }) => ({ at: change(at), text })),
    areaBound: found.areaBound / (metres * metres),
  };
}

function toProject(
  name: string,
  { rings, hatches, labels, arcs, areaBound, others }: Collected,
  options: ReadOptions,
  notes: FileNote[],
): Result<ReadResult, FormatRefusal> {
  const { shapes: drawn, holes } = nestByLayer(rings);
  const filled = filledShapes(rings, hatches);
  const shapes = [...drawn, ...filled];
  const left = others + hatches.length - filled.length;
  const texts = labelsIn(shapes, labels);
  const unclear = texts.filter((own) => own.length > 1).length;
  const params = { count: arcs, chordM: chordErrorM, areaM2: Math.ceil(areaBound * 100) / 100 };
  if (arcs > 0) notes.push({ code: 'arcs-densified', params });
  for (const [code, count] of [
    ['rings-nested', holes],
    ['hatches-read', filled.length],
    ['labels-unclear', unclear],
    ['other-geometry-left', left],
  ] as const)
    if (count > 0) notes.push({ code, params: { count } });
  const rows = shapes.map(({ layer }, s) => ({
    ...(texts[s].length === 1 ? { name: texts[s][0] } : {}),
    [folderField]: layer,
  }));
  const outlines = outlinesOf(shapes.map(({ outline }) => mapPositions(outline, (p) => p)));
  return readTable('dxf', { name, rows, outlines, declared: () => ok(null), notes }, options);
}
