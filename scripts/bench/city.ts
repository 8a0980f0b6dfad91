import { inverse } from '../../src/domain/geodesy/krueger.ts';
import { planeCrsOf } from '../../src/domain/geodesy/zones.ts';
import type { Layer } from '../../src/domain/geometry/columns/layer.ts';
import { ColumnWriter } from './columns.ts';
import { randomFrom } from './parcels.ts';

/** A layer with its plane coordinates, both what a kernel starts from. */
export interface BenchLayer {
  readonly layer: Layer;
  /** Metres east of 114°E and north of the equator, interleaved, to 0.1 mm; the vertex order of `layer`. */
  readonly plane: Float64Array;
}

type Point = readonly [east: number, north: number];
type Ring = readonly Point[];

export const CENTRAL_MERIDIAN = planeCrsOf(4547)!.centralMeridian;
/** A block with the road around it, and the road's width. */
const BLOCK_M = 600;
const ROAD_M = 20;
/** Cells of a block's lattice, per side: a parcel is a rectangle of cells. */
const CELLS = 16;
/** The whole city, blocks: one million parcels fit. */
const [COLUMNS, ROWS] = [244, 146];
const [WEST_M, SOUTH_M] = [-118_000, 3_787_000];

/**
 * `count` parcels 宗地 from the middle of a city of 146 × 88 km in zone 38: neighbours share their vertices, 3 % have two
 * parts, some a hole that another parcel fills, 5 % are shifted by up to 0.15 m, as surveys of different years are.
 */
export function benchCity(count: number): BenchLayer {
  const out = new ColumnWriter();
  for (const [column, row] of blocksFromMiddle())
    for (const parcel of blockParcels(column, row)) {
      if (out.features === count) return withDegrees(out);
      out.add(parcel);
    }
  throw new RangeError(`the city has ${out.features} parcels, ${count} were asked for`);
}

/** Blocks in growing squares around the middle, so that a smaller set is a denser, not a thinner one. */
function blocksFromMiddle(): [number, number][] {
  const blocks: [number, number, number][] = [];
  for (let row = 0; row < ROWS; row++)
    for (let column = 0; column < COLUMNS; column++) {
      const [dx, dy] = [column - COLUMNS / 2 + 0.5, row - ROWS / 2 + 0.5];
      blocks.push([column, row, Math.max(Math.abs(dx), Math.abs(dy))]);
    }
  return blocks.sort((a, b) => a[2] - b[2] || a[1] - b[1] || a[0] - b[0]).map(([column, row]) => [column, row]);
}

function blockParcels(column: number, row: number): Ring[][][] {
  const random = randomFrom(1 + column + COLUMNS * row);
  const at = lattice(column, row, random);
  const rectangles = guillotine(random);
  const parcels: Ring[][][] = [];
  const taken = new Set<Rectangle>();
  for (const rectangle of rectangles) {
    if (taken.has(rectangle)) continue;
    taken.add(rectangle);
    const { x, y, w, h } = rectangle;
    const rings: Ring[] = [outline(at, x, y, w, h)];
    if (w >= 3 && h >= 3 && random() < 0.3) {
      const hole = outline(at, x + 1, y + 1, 1, 1);
      rings.push([...hole].reverse());
      parcels.push([[hole]]);
    }
    const second = random() < 0.03 ? rectangles.find((r) => !taken.has(r) && apart(r, rectangle)) : undefined;
    if (second) {
      parcels.push([rings, [outline(at, second.x, second.y, second.w, second.h)]]);
      taken.add(second);
    } else if (rings.length === 1 && random() < 0.05) parcels.push([[shifted(rings[0], random)]]);
    else parcels.push([rings]);
  }
  return parcels;
}

/** Corners of the cells, moved a little off the square; on the block's border hardly. */
function lattice(column: number, row: number, random: () => number): (i: number, j: number) => Point {
  const cell = (BLOCK_M - ROAD_M) / CELLS;
  const points: Point[] = [];
  for (let j = 0; j <= CELLS; j++)
    for (let i = 0; i <= CELLS; i++) {
      const free = i > 0 && i < CELLS && j > 0 && j < CELLS ? 0.45 : 0.05;
      const east = WEST_M + column * BLOCK_M + ROAD_M / 2 + (i + (random() - 0.5) * free) * cell;
      const north = SOUTH_M + row * BLOCK_M + ROAD_M / 2 + (j + (random() - 0.5) * free) * cell;
      points.push([east, north]);
    }
  return (i, j) => points[j * (CELLS + 1) + i];
}

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** A block cut in two, again and again, until the pieces are parcels of 1 to some 20 cells. */
function guillotine(random: () => number): Rectangle[] {
  const done: Rectangle[] = [];
  const cut = ({ x, y, w, h }: Rectangle): void => {
    const cells = w * h;
    if (cells === 1 || (cells <= 20 && random() < 0.43) || (cells <= 48 && random() < 0.1)) {
      done.push({ x, y, w, h });
      return;
    }
    if (w > h || (w === h && random() < 0.5)) {
      const k = 1 + Math.floor(random() * (w - 1));
      cut({ x, y, w: k, h });
      cut({ x: x + k, y, w: w - k, h });
    } else {
      const k = 1 + Math.floor(random() * (h - 1));
      cut({ x, y, w, h: k });
      cut({ x, y: y + k, w, h: h - k });
    }
  };
  cut({ x: 0, y: 0, w: CELLS, h: CELLS });
  return done;
}

/** Two parts of one parcel share no point: along a line they would be one part. */
const apart = (a: Rectangle, b: Rectangle): boolean =>
  a.x > b.x + b.w || b.x > a.x + a.w || a.y > b.y + b.h || b.y > a.y + a.h;

/** Every lattice point on the rectangle's border, anticlockwise: neighbours meet vertex on vertex. */
function outline(at: (i: number, j: number) => Point, x: number, y: number, w: number, h: number): Ring {
  const ring: Point[] = [];
  for (let i = 0; i < w; i++) ring.push(at(x + i, y));
  for (let j = 0; j < h; j++) ring.push(at(x + w, y + j));
  for (let i = w; i > 0; i--) ring.push(at(x + i, y + h));
  for (let j = h; j > 0; j--) ring.push(at(x, y + j));
  return ring;
}

function shifted(ring: Ring, random: () => number): Ring {
  const [dx, dy] = [(random() - 0.5) * 0.3, (random() - 0.5) * 0.3];
  return ring.map(([east, north]) => [east + dx, north + dy]);
}

/** 180 townships 镇 with 513 vertices each, sharing their borders, over the whole city. */
export const benchTownships = (): BenchLayer => cover(15, 12, 128, 5);
/** 2 000 zones with 65 vertices each, sharing their borders, over the whole city. */
export const benchZones = (): BenchLayer => cover(50, 40, 16, 9);

/** Uneven quadrilaterals that cover the city; each side is a crooked line of `pieces` edges that both neighbours use. */
function cover(columns: number, rows: number, pieces: number, seed: number): BenchLayer {
  const random = randomFrom(seed);
  const [width, height] = [COLUMNS * BLOCK_M + 4000, ROWS * BLOCK_M + 4000];
  const corners = Array.from({ length: (columns + 1) * (rows + 1) }, (_, k): Point => {
    const [i, j] = [k % (columns + 1), Math.floor(k / (columns + 1))];
    const east = i > 0 && i < columns ? (random() - 0.5) * 0.5 : 0;
    const north = j > 0 && j < rows ? (random() - 0.5) * 0.5 : 0;
    return [WEST_M - 2000 + ((i + east) * width) / columns, SOUTH_M - 2000 + ((j + north) * height) / rows];
  });
  const corner = (i: number, j: number) => corners[j * (columns + 1) + i];
  const sides = new Map<string, Ring>();
  const side = (from: [number, number], to: [number, number], straight: boolean): Ring => {
    const key = `${from.join()} ${to.join()}`;
    if (!sides.has(key)) sides.set(key, crooked(corner(...from), corner(...to), pieces, straight ? 0 : 0.17, random));
    return sides.get(key)!;
  };
  const out = new ColumnWriter();
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < columns; i++) {
      const south = side([i, j], [i + 1, j], j === 0);
      const east = side([i + 1, j], [i + 1, j + 1], i === columns - 1);
      const north = side([i, j + 1], [i + 1, j + 1], j === rows - 1);
      const west = side([i, j], [i, j + 1], i === 0);
      const back = (line: Ring) => [...line].reverse().slice(0, -1);
      out.add([[[...south.slice(0, -1), ...east.slice(0, -1), ...back(north), ...back(west)]]]);
    }
  return withDegrees(out);
}

/** A line of `pieces` (a power of two) edges: each middle is moved aside by up to half of `bend` of the edge. */
function crooked(from: Point, to: Point, pieces: number, bend: number, random: () => number): Ring {
  let line: Point[] = [from, to];
  while (line.length <= pieces)
    line = line.flatMap((q, k): Point[] => {
      if (k === 0) return [q];
      const p = line[k - 1];
      const off = (random() - 0.5) * bend;
      return [[(p[0] + q[0]) / 2 - (q[1] - p[1]) * off, (p[1] + q[1]) / 2 + (q[0] - p[0]) * off], q];
    });
  return line;
}

function withDegrees(out: ColumnWriter): BenchLayer {
  const { plane, ...offsets } = out.columns();
  const lonLat = new Float64Array(plane.length);
  for (let k = 0; k < plane.length; k += 2) {
    inverse(plane[k], plane[k + 1], CENTRAL_MERIDIAN, lonLat, k);
    lonLat[k] = Math.round(lonLat[k] * 1e9) / 1e9;
    lonLat[k + 1] = Math.round(lonLat[k + 1] * 1e9) / 1e9;
  }
  return { layer: { ...offsets, lonLat }, plane };
}
