import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { Position } from '../../domain/geometry/columns/layer.ts';
import type { FileNote, FormatRefusal, ReadOptions, ReadResult } from '../contract.ts';
import { outlinesOf } from '../features/outlines.ts';
import { readTable } from '../features/read.ts';
import { decodeText } from '../text/decode.ts';
import { collect } from './collect.ts';
import { readDrawing, type Drawing } from './drawing.ts';
import { filledShapes } from './filled.ts';
import { countsText, type DrawnLayer, type Found } from './found.ts';
import { everyLayer, layerKey } from './layers.ts';
import { nestByLayer, type Shape } from './nest.ts';
import { overlappingLayers, parcelLayer } from './overlapping.ts';
import { rowsOf } from './rows.ts';
import { standingOf, withoutStrays } from './standing.ts';
import { checkPlace, metre, type DrawingUnit } from './units.ts';

/** Metres between an arc and the chords drawn for it. */
export const chordErrorM = 0.01;

/**
 * A DXF drawing from its bytes: every closed curve of model space is a parcel 宗地, and every filled area 填充 that is not the
 * filling of one; its layer 图层 a field.
 */
export function readDxf(name: string, bytes: Uint8Array, options: ReadOptions): Result<ReadResult, FormatRefusal> {
  const text = textOf(name, bytes);
  if (!text.ok) return text;
  const drawing = readDrawing(name, text.value.text);
  if (!drawing.ok) return drawing;
  const notes: FileNote[] = text.value.guessed ? [{ code: 'encoding-guessed', params: { encoding: 'GBK' } }] : [];
  const read = readLayers(name, drawing.value, options);
  if (!read.ok) return read;
  const { found, unit, shapes } = read.value;
  if (unit !== metre) notes.push({ code: 'unit-scaled', params: { unit: unit.name } });
  const { rows, notes: told } = rowsOf(shapes, found.labels);
  const table = {
    name,
    rows,
    outlines: outlinesOf(shapes.map(({ outline }) => outline)),
    declared: () => ok(null),
    notes: [...notes, ...notesOf(read.value), ...told],
  };
  const result = readTable('dxf', table, options);
  const choices = [...layersOf(found), everyLayer];
  const layers = { choices, read: read.value.layer };
  return result.ok && choices.length > 2 ? ok({ ...result.value, layers }) : result;
}

interface Text {
  readonly text: string;
  readonly guessed: boolean;
}

/** `$DWGCODEPAGE` and, from 2007 on, UTF-8 say how the text is written; the bytes themselves decide where they can. */
function textOf(name: string, bytes: Uint8Array): Result<Text, FormatRefusal> {
  const head = String.fromCharCode(...bytes.subarray(0, 4096));
  if (head.startsWith('AutoCAD Binary DXF')) return refuse('cad-binary', { name });
  const decoded = decodeText(bytes, name);
  const page = /\$DWGCODEPAGE\s+3\s+(\S+)/.exec(head)?.[1] ?? '';
  if (decoded.ok) return ok({ text: decoded.value.text, guessed: decoded.value.guessed && !/936|gb/i.test(page) });
  // Numbers and layers can be read in any western code page, and nothing else is needed.
  return ok({ text: new TextDecoder('windows-1252').decode(bytes), guessed: false });
}

interface Read {
  readonly found: Found;
  readonly unit: DrawingUnit;
  /** By the name it has in the drawing, or all. */
  readonly layer: string;
  readonly shapes: readonly Shape[];
  readonly holes: number;
  readonly filled: number;
  /** Of shapes that stand far from the others. */
  readonly strays: readonly FileNote[];
}

/** The layer asked for, else all that are seen; of layers that lie over each other the one called as parcels are. */
function readLayers(name: string, drawing: Drawing, options: ReadOptions): Result<Read, FormatRefusal> {
  // Of several drawings in an archive a layer names the file.
  const isFile = [name, name.replace(/\.[^.]*$/, '')].some((own) => own === options.layer);
  const asked = isFile ? undefined : options.layer;
  const all = readShapes(name, drawing, options, asked);
  if (!all.ok || asked !== undefined) return all;
  const over = overlappingLayers(all.value.shapes);
  if (over.length === 0) return all;
  const parcels = parcelLayer(over);
  return parcels === null
    ? refuse('layers-overlap', { name }, [...over, everyLayer])
    : readShapes(name, drawing, options, parcels);
}

function readShapes(name: string, drawing: Drawing, options: ReadOptions, layer?: string): Result<Read, FormatRefusal> {
  const probe = collect(drawing, { chordError: 1e9, layer });
  if (!probe.ok) return probe;
  const firsts = firstsOf(probe.value);
  if (firsts.length === 0) return refusedEmpty(name, probe.value, layer);
  const standing = standingOf(firsts, options);
  const read = collect(drawing, { chordError: chordErrorM * (standing.unit ?? metre).perMetre, layer });
  if (!read.ok) return read;
  const kept = withoutStrays(read.value, standing);
  const placed = checkPlace(name, drawing, kept.found, standing.unit, options);
  if (!placed.ok) return placed;
  const found = inMetres(kept.found, placed.value);
  const { shapes: drawn, holes } = nestByLayer(found.rings);
  const filled = filledShapes(found.rings, found.hatches);
  const called = found.layers.get(layerKey(layer ?? everyLayer))?.name ?? everyLayer;
  const shapes = [...drawn, ...filled];
  return ok({ found, unit: placed.value, layer: called, shapes, holes, filled: filled.length, strays: kept.notes });
}

const firstsOf = ({ rings, hatches }: Found): Position[] => [
  ...rings.map(({ ring }) => ring[0]),
  ...hatches.map((hatch) => hatch.rings[0][0]),
];

/** Nothing closed: there is no such layer, or what there is instead. */
function refusedEmpty(name: string, found: Found, layer: string | undefined): Result<never, FormatRefusal> {
  const layers = layersOf(found);
  if (layer !== undefined && layer !== everyLayer && layers.length > 0)
    return refuse('several-layers', { name, layer }, layers);
  return refuse('no-parcels', {
    name,
    ...(found.open.size > 0 && { open: countsText(found.open) }),
    ...(found.others.size > 0 && { others: countsText(found.others) }),
    ...(layers.length > 0 && { hidden: layers.join(', ') }),
  });
}

function inMetres(found: Found, { perMetre }: DrawingUnit): Found {
  if (perMetre === 1) return found;
  const change = ([x, y]: Position): Position => [x / perMetre, y / perMetre];
  const rings = found.rings.map((own) => ({ ...own, ring: own.ring.map(change) }));
  const hatches = found.hatches.map((own) => ({ ...own, rings: own.rings.map((ring) => ring.map(change)) }));
  const labels = found.labels.map(({ at, lines }) => ({ at: change(at), lines }));
  return { ...found, rings, hatches, labels };
}

const layersOf = ({ layers }: Found): readonly string[] => [...layers.values()].map(({ name }) => name);

function notesOf({ found, shapes, holes, filled, strays }: Read): FileNote[] {
  const hidden = [...found.layers.values()].filter((layer) => layer.hidden > 0);
  const read = new Set(shapes.map(({ layer }) => layerKey(layer)));
  const left = [...found.layers]
    .filter(([key, layer]) => layer.hidden < layer.count && !read.has(key))
    .map(([, { name }]) => name);
  const others = [...found.others.values()].reduce((a, b) => a + b, 0) + found.hatches.length - filled;
  const open = { curves: countsText(found.open) };
  return [
    ...strays,
    ...(hidden.length > 0 ? [{ code: 'layers-hidden', params: { names: hiddenText(hidden) } } as const] : []),
    ...(left.length > 0 ? [{ code: 'layers-left-out', params: { names: left.join(', ') } } as const] : []),
    ...(found.curves > 0
      ? [{ code: 'arcs-densified', params: { count: found.curves, chordM: chordErrorM } } as const]
      : []),
    ...counted('rings-nested', holes),
    ...counted('hatches-read', filled),
    ...(found.open.size > 0 ? [{ code: 'curves-open', params: open } as const] : []),
    ...counted('other-geometry-left', others),
  ];
}

const counted = (code: FileNote['code'], count: number): FileNote[] => (count > 0 ? [{ code, params: { count } }] : []);

const hiddenText = (layers: readonly DrawnLayer[]): string =>
  layers.map(({ name, hidden: count }) => `${name} (${count})`).join(', ');
