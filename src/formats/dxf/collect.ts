import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { Position } from '../../domain/geometry/layer.ts';
import type { FormatRefusal } from '../contract.ts';
import { mostRingPoints } from '../limits.ts';
import { mostRings } from '../rings.ts';
import { densify, type BulgeVertex } from './bulge.ts';
import { pointOf, type Drawing, type Entity } from './drawing.ts';
import { numberOf, realOf, textOf, type Item } from './groups.ts';
import { hatchLoops } from './hatch.ts';
import { compose, ofInsert, scaleOf, still, moved, mirrored, type Motion } from './motion.ts';
import { plainMtext, plainText } from './words.ts';

export interface Ring {
  readonly layer: string;
  readonly ring: readonly Position[];
  /** Line of the entity in the file. */
  readonly line: number;
}
/** A filled area: all its rings, shells and holes alike. */
export interface Hatch {
  readonly layer: string;
  readonly rings: readonly (readonly Position[])[];
}
export interface Label {
  readonly at: Position;
  readonly text: string;
}
export interface Collected {
  readonly rings: Ring[];
  readonly hatches: Hatch[];
  readonly labels: Label[];
  arcs: number;
  areaBound: number;
  /** Entities that bound no area: lines, open polylines, circles and the like. */
  others: number;
}

/** Blocks in blocks in blocks; a drawing that goes deeper refers to itself. */
const deepest = 16;
/** Blocks can multiply: ten inserts of ten inserts of ten. What stands in the drawing itself is as long as the file. */
const mostEntities = 200_000;

const tooMany = refuse('too-large', {
  where: 'DXF',
  what: 'entities',
  found: `> ${mostEntities}`,
  most: mostEntities,
}).refusal;

/** What is not to be drawn at all, and says nothing about boundaries. */
const silent = new Set(['VIEWPORT', 'SEQEND', 'ENDBLK', 'ATTDEF']);

class Collector {
  readonly found: Collected = { rings: [], hatches: [], labels: [], arcs: 0, areaBound: 0, others: 0 };
  readonly #drawing: Drawing;
  readonly #chordError: number;
  readonly #firstOnly: boolean;
  #visited = 0;
  #points = 0;

  constructor(drawing: Drawing, chordError: number, firstOnly: boolean) {
    this.#firstOnly = firstOnly;
    this.#drawing = drawing;
    this.#chordError = chordError;
  }

  take(entities: readonly Entity[], motion: Motion, layer: string | null, depth: number): FormatRefusal | null {
    for (const entity of entities) {
      if (this.#firstOnly && this.found.rings.length + this.found.hatches.length > 0) return null;
      if (depth > 0 && ++this.#visited > mostEntities) return tooMany;
      const refusal = this.#one(entity, motion, layer, depth);
      if (refusal) return refusal;
    }
    return null;
  }

  #one(entity: Entity, motion: Motion, parent: string | null, depth: number): FormatRefusal | null {
    const { item, parts } = entity;
    const own = textOf(item, 8) ?? '0';
    // Layer 0 in a block stands for the layer of the insert.
    const layer = own === '0' && parent !== null ? parent : plainText(own);
    const upright = uprightness(item);
    switch (item.type) {
      case 'INSERT':
        return this.#insert(entity, motion, layer, depth);
      case 'LWPOLYLINE':
        return this.#outline(item, lightVertices(item), upright && compose(motion, upright), layer);
      case 'POLYLINE':
        return this.#outline(item, heavyVertices(item, parts), upright && compose(motion, upright), layer);
      case 'HATCH':
        return this.#hatch(item, upright && compose(motion, upright), layer);
      case 'TEXT':
      case 'MTEXT':
        this.#label(item, motion);
        return null;
      default:
        if (!silent.has(item.type)) this.found.others++;
        return null;
    }
  }

  #insert({ item, parts }: Entity, motion: Motion, layer: string, depth: number): FormatRefusal | null {
    const name = textOf(item, 2)?.toUpperCase() ?? '';
    const block = this.#drawing.blocks.get(name);
    const upright = uprightness(item);
    for (const part of parts) this.#label(part, motion);
    if (!block || !upright) {
      this.found.others++;
      return null;
    }
    if (depth >= deepest)
      return refuse('bad-line', { line: item.line, text: `INSERT ${name}`.slice(0, 60), detail: 'blocks-nested' })
        .refusal;
    const [columns, rows] = [numberOf(item, 70, 1), numberOf(item, 71, 1)].map((n) => Math.max(1, Math.trunc(n) || 1));
    const [dx, dy] = [numberOf(item, 44, 0), numberOf(item, 45, 0)];
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++) {
        if (++this.#visited > mostEntities) return tooMany;
        const placed = compose(upright, ofInsert(item, block.base, [column * dx, row * dy]));
        const refusal = this.take(block.entities, compose(motion, placed), layer, depth + 1);
        if (refusal) return refusal;
      }
    return null;
  }

  #outline(item: Item, read: Vertices | null, motion: Motion | null, layer: string): FormatRefusal | null {
    if (!read || !motion) {
      this.found.others++;
      return null;
    }
    const placed = this.#placed(item, read.vertices, motion);
    if (!Array.isArray(placed)) return placed;
    this.found.rings.push({ layer, ring: placed, line: item.line });
    return null;
  }

  #hatch(item: Item, motion: Motion | null, layer: string): FormatRefusal | null {
    const loops = motion && hatchLoops(item, Math.max(closeEnough, this.#chordError))?.map(unrepeated);
    if (!loops || loops.some((loop) => !bounds(loop))) {
      this.found.others++;
      return null;
    }
    if (loops.length > mostRings)
      return refuse('too-large', { where: item.type, what: 'rings', found: loops.length, most: mostRings }).refusal;
    const rings: Position[][] = [];
    for (const loop of loops) {
      const placed = this.#placed(item, loop, motion);
      if (!Array.isArray(placed)) return placed;
      rings.push(placed);
    }
    this.found.hatches.push({ layer, rings });
    return null;
  }

  /** The closed ring of an outline, arcs as chords, in its place. */
  #placed(item: Item, vertices: readonly BulgeVertex[], motion: Motion): Position[] | FormatRefusal {
    const bad = vertices.find(({ at, bulge }) => ![...at, bulge].every(Number.isFinite));
    if (bad) return refuse('bad-number', { where: item.type, line: item.line, value: bad.at.join(', ') }).refusal;
    const scale = scaleOf(motion);
    const { ring, arcs, areaBound } = densify(vertices, this.#chordError / (scale || 1));
    this.#points += ring.length;
    if (ring.length > mostRingPoints || this.#points > 10 * mostRingPoints)
      return refuse('too-many-points', { where: item.type, line: item.line, most: mostRingPoints }).refusal;
    this.found.arcs += arcs;
    this.found.areaBound += areaBound * scale * scale;
    const placed = motion === still ? ring : ring.map((p) => moved(motion, p));
    return [...placed, placed[0]];
  }

  #label(item: Item, motion: Motion): void {
    const isMtext = item.type === 'MTEXT';
    const raw = item.groups.filter((g) => g.code === 1 || (isMtext && g.code === 3)).map((g) => g.value);
    const text = (isMtext ? plainMtext : plainText)(raw.join('').slice(0, 4000));
    // Text set to a second point has that as its place.
    const aligned = !isMtext && (numberOf(item, 72, 0) !== 0 || numberOf(item, 73, 0) !== 0) && textOf(item, 11);
    const at = moved(motion, pointOf(item, aligned ? 11 : 10));
    if (text !== '' && at.every(Number.isFinite)) this.found.labels.push({ at, text });
  }
}

interface Vertices {
  readonly vertices: readonly BulgeVertex[];
}

const closedFlag = 1;
/** Curve-fit and spline points beside the frame, meshes, lines in space. */
const unflat = 8 | 16 | 64;

/** Drawing units within which an outline comes back to its first point. */
const closeEnough = 1e-4;

const returns = (vertices: readonly BulgeVertex[]): boolean => {
  const [first, last] = [vertices[0].at, vertices[vertices.length - 1].at];
  return Math.hypot(first[0] - last[0], first[1] - last[1]) <= closeEnough;
};
const unrepeated = (vertices: readonly BulgeVertex[]): readonly BulgeVertex[] =>
  vertices.length > 1 && returns(vertices) ? vertices.slice(0, -1) : vertices;
/** Two arcs enclose ground, two straight lines do not. */
const bounds = (own: readonly BulgeVertex[]): boolean => own.length >= (own.some(({ bulge }) => bulge !== 0) ? 2 : 3);

/** Closed by its flag or by coming back to its first point; null for an open one. */
function closedOutline(vertices: readonly BulgeVertex[], flags: number): Vertices | null {
  if (vertices.length < 2 || (!returns(vertices) && (flags & closedFlag) === 0)) return null;
  const own = unrepeated(vertices);
  return bounds(own) ? { vertices: own } : null;
}

function lightVertices(item: Item): Vertices | null {
  const vertices: { at: [number, number]; bulge: number }[] = [];
  for (const { code, value } of item.groups) {
    const current = vertices[vertices.length - 1];
    if (code === 10) vertices.push({ at: [realOf(value), NaN], bulge: 0 });
    else if (code === 20 && current) current.at[1] = realOf(value);
    else if (code === 42 && current) current.bulge = realOf(value);
  }
  return closedOutline(vertices, numberOf(item, 70, 0));
}

function heavyVertices(item: Item, parts: readonly Item[]): Vertices | null {
  const flags = numberOf(item, 70, 0);
  if ((flags & unflat) !== 0) return null;
  // Of a spline the frame points say where it was pulled to, not where it runs.
  const own = parts.filter((part) => part.type === 'VERTEX' && (numberOf(part, 70, 0) & 16) === 0);
  return closedOutline(
    own.map((part) => ({ at: pointOf(part, 10), bulge: numberOf(part, 42, 0) })),
    flags,
  );
}

/** Drawn on the plane (still), on its back (mirrored), or tilted (null). */
function uprightness(item: Item): Motion | null {
  const [x, y, z] = [numberOf(item, 210, 0), numberOf(item, 220, 0), numberOf(item, 230, 1)];
  if (Math.abs(x) > 1e-9 || Math.abs(y) > 1e-9 || z === 0) return null;
  return z > 0 ? still : mirrored;
}

/**
 * Closed outlines, filled areas and texts of the drawing with every block in its place; `chordError` in drawing units. With
 * `firstOnly` the first outline is enough.
 */
export function collect(drawing: Drawing, chordError: number, firstOnly = false): Result<Collected, FormatRefusal> {
  const collector = new Collector(drawing, chordError, firstOnly);
  const refusal = collector.take(drawing.entities, still, null, 0);
  return refusal ? { ok: false, refusal } : ok(collector.found);
}
