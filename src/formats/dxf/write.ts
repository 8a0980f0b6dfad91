import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { Layer, MultiPolygon, Position } from '../../domain/geometry/columns/layer.ts';
import type { Project } from '../../domain/land/model.ts';
import type { FormatRefusal, NamedBytes, WriteOptions } from '../contract.ts';
import { checkFits, outlineIn, planeTarget } from '../crs/target.ts';
import type { SourceCrs } from '../crs/source.ts';
import { encodeGbk } from '../text/gbk.ts';
import { encodedPieces } from '../text/pieces.ts';
import { boxOf } from './nest.ts';
import { pointInside } from '../../domain/geometry/lines/point-inside.ts';

/** Layer of the drawing for each kind: its name in plain letters, which every program takes, and its colour number. */
const layers = {
  parcels: { name: 'PARCEL', colour: 1 },
  buildings: { name: 'BUILDING', colour: 2 },
  townships: { name: 'TOWNSHIP', colour: 8 },
  zones: { name: 'ZONE', colour: 5 },
} as const;
const labelLayer = { name: 'LABEL', colour: 7 };
type Kind = keyof typeof layers;
const kinds = Object.keys(layers) as Kind[];

type Lines = (string | number)[];

/**
 * The outlines as an ASCII drawing of release 12, which every CAD program opens: closed polylines in metres, one layer
 * per kind, and each parcel's name (or id) as a text inside it. Coordinates keep every digit they have.
 */
export function writeDxf(project: Project, options: WriteOptions): Result<readonly NamedBytes[], FormatRefusal> {
  const target = planeTarget(project.parcels.layer, options.epsg);
  if (!target.ok) return target;
  if (!target.value.plane) return refuse('crs-not-written', { code: target.value.code });
  if (project.parcels.records.length === 0) return refuse('no-parcels');
  for (const kind of kinds) {
    const placed = checkFits(project[kind], target.value);
    if (!placed.ok) return placed;
  }
  const pieces = function* (): Generator<string> {
    yield textOf([...headerOf(project, target.value), ...tables(), 0, 'SECTION', 2, 'ENTITIES']);
    for (const kind of kinds)
      for (const outline of outlinesIn(project[kind].layer, target.value))
        for (const ring of outline.flat()) yield textOf(ringLines(layers[kind].name, ring));
    yield* labelTexts(project, target.value);
    yield textOf([0, 'ENDSEC', 0, 'EOF']);
  };
  return ok([{ name: `${options.name}.dxf`, bytes: encodedPieces(pieces(), encoded) ?? new Uint8Array() }]);
}

const textOf = (lines: Lines): string => `${lines.join('\r\n')}\r\n`;

function* outlinesIn(layer: Layer, target: SourceCrs): Generator<MultiPolygon> {
  for (let f = 0; f < layer.size; f++) yield outlineIn(layer, f, target);
}

function headerOf(project: Project, target: SourceCrs): Lines {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const kind of kinds)
    for (const outline of outlinesIn(project[kind].layer, target)) {
      const box = boxOf(outline.flat(2));
      [west, south] = [Math.min(west, box[0]), Math.min(south, box[1])];
      [east, north] = [Math.max(east, box[2]), Math.max(north, box[3])];
    }
  return [
    ...[0, 'SECTION', 2, 'HEADER', 9, '$ACADVER', 1, 'AC1009', 9, '$DWGCODEPAGE', 3, 'ANSI_936'],
    ...[9, '$INSUNITS', 70, 6],
    ...[9, '$EXTMIN', 10, west, 20, south, 30, 0, 9, '$EXTMAX', 10, east, 20, north, 30, 0],
    ...[0, 'ENDSEC'],
  ];
}

function tables(): Lines {
  const all = [...kinds.map((kind) => layers[kind]), labelLayer];
  const rows = all.flatMap(({ name, colour }) => [0, 'LAYER', 2, name, 70, 0, 62, colour, 6, 'CONTINUOUS']);
  return [
    ...[0, 'SECTION', 2, 'TABLES', 0, 'TABLE', 2, 'LTYPE', 70, 1],
    ...[0, 'LTYPE', 2, 'CONTINUOUS', 70, 0, 3, 'Solid line', 72, 65, 73, 0, 40, 0, 0, 'ENDTAB'],
    ...[0, 'TABLE', 2, 'LAYER', 70, all.length, ...rows, 0, 'ENDTAB'],
    ...[0, 'TABLE', 2, 'STYLE', 70, 1, 0, 'STYLE', 2, 'STANDARD', 70, 0, 40, 0, 41, 1, 50, 0, 71, 0, 42, 1],
    ...[3, 'txt', 4, 'gbcbig.shx', 0, 'ENDTAB', 0, 'ENDSEC'],
  ];
}

function ringLines(layer: string, ring: readonly Position[]): Lines {
  const lines: Lines = [];
  lines.push(0, 'POLYLINE', 8, layer, 66, 1, 10, 0, 20, 0, 30, 0, 70, 1);
  // The flag closes it: the repeated last vertex stays out.
  for (const [east, north] of ring.slice(0, -1)) lines.push(0, 'VERTEX', 8, layer, 10, east, 20, north, 30, 0);
  lines.push(0, 'SEQEND', 8, layer);
  return lines;
}

function* labelTexts({ parcels }: Project, target: SourceCrs): Generator<string> {
  for (const [f, { id, name }] of parcels.records.entries()) {
    // Every part carries the label: read back, parts are parcels of their own.
    for (const part of outlineIn(parcels.layer, f, target)) {
      const [x, y] = pointInside(part) ?? part[0][0];
      const text = (name ?? id).replace(/[\r\n]+/g, ' ');
      const place = [0, 'TEXT', 8, labelLayer.name, 10, x, 20, y, 30, 0, 40, 2.5, 1, text];
      yield textOf([...place, 7, 'STANDARD', 72, 1, 11, x, 21, y, 31, 0]);
    }
  }
}

/** GBK as the header says; what GBK has not is spelt out. */
function encoded(text: string): Uint8Array {
  const whole = encodeGbk(text);
  if (whole) return whole;
  const spelt = Array.from(text, (c) => (c.charCodeAt(0) < 0x80 || encodeGbk(c) ? c : spell(c))).join('');
  return encodeGbk(spelt) ?? new Uint8Array();
}

/** UTF-16 units, as `\U+` has four digits. */
const spell = (character: string): string =>
  Array.from({ length: character.length }, (_, i) => character.charCodeAt(i))
    .map((unit) => `\\U+${unit.toString(16).toUpperCase().padStart(4, '0')}`)
    .join('');
