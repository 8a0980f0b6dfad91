import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { Position } from '../../domain/geometry/columns/layer.ts';
import type { FormatRefusal } from '../contract.ts';
import { mostRingPoints } from '../limits.ts';
import { mostRings } from '../rings.ts';
import { densify, type BulgeVertex } from './bulge.ts';
import { pointOf, type Drawing, type Entity } from './drawing.ts';
import { countIn, Finds, type Found } from './found.ts';
import { numberOf, textOf, type Item } from './groups.ts';
import { hatchLoops } from './hatch.ts';
import { everyLayer, isInvisible, isOfPaper, layerKey, LayerStates } from './layers.ts';
import { compose, ofInsert, scaleOf, still, moved, mirrored, type Motion } from './motion.ts';
import { movedPath, pathOf } from './path.ts';
import { bounds, closeEnough, isOfWorld, outlineOf, unrepeated } from './outline.ts';
import { mtextLines, plainText } from './words.ts';
import { isBoundaryPoint, xdataOf } from './xdata.ts';

/** Blocks in blocks in blocks; a drawing that goes deeper refers to itself. */
const deepest = 16;
/** Blocks can multiply: ten inserts of ten inserts of ten. What stands in the drawing itself is as long as the file. */
const mostEntities = 200_000;

/** Points that no one drew, on curves: a few numbers make as many as one likes. */
const mostBetween = 2_000_000;

const tooMany = refuse('too-large', {
  where: 'DXF',
  what: 'entities',
  found: `> ${mostEntities}`,
  most: mostEntities,
}).refusal;

/** What is not to be drawn at all, and says nothing about boundaries. */
const silent = new Set(['VIEWPORT', 'SEQEND', 'ENDBLK', 'ATTDEF']);

export interface Wanted {
  /** Drawing units between a curve and its chords. */
  readonly chordError: number;
  /** The layer asked for; else every layer that is seen. */
  readonly layer?: string;
}

/** Where the entities of a block stand: moved, on the layer of its INSERT where they have none, unseen with a frozen one. */
interface Place {
  readonly motion: Motion;
  readonly layer: string | null;
  /** The frozen layer of an INSERT that brings them. */
  readonly frozen: string | null;
  readonly depth: number;
}
type Here = Place & { readonly layer: string };

class Collector {
  readonly found = new Finds();
  readonly #drawing: Drawing;
  readonly #wanted: Wanted;
  readonly #states: LayerStates;
  readonly #asked: string | null;
  #visited = 0;
  #points = 0;
  #between = 0;

  constructor(drawing: Drawing, wanted: Wanted) {
    this.#drawing = drawing;
    this.#wanted = wanted;
    this.#states = new LayerStates(drawing);
    const { layer } = wanted;
    this.#asked = layer === undefined || layer === everyLayer ? null : layerKey(layer);
  }

  take(entities: readonly Entity[], place: Place): FormatRefusal | null {
    for (const entity of entities) {
      if (place.depth > 0 && ++this.#visited > mostEntities) return tooMany;
      if (isOfPaper(entity.item) || isInvisible(entity.item)) continue;
      const refusal = this.#one(entity, place);
      if (refusal) return refusal;
    }
    return null;
  }

  #one(entity: Entity, { layer: parent, ...place }: Place): FormatRefusal | null {
    const { item } = entity;
    const own = textOf(item, 8) ?? '0';
    // Layer 0 in a block stands for the layer of the insert.
    const layer = own === '0' && parent !== null ? parent : plainText(own);
    const here = { ...place, layer };
    switch (item.type) {
      case 'INSERT':
        return this.#insert(entity, here);
      case 'HATCH':
        return this.#hatch(item, here);
      case 'TEXT':
      case 'MTEXT':
        if (!this.#isHidden(here)) this.#label(item, place.motion);
        return null;
      default:
        return this.#outline(entity, here);
    }
  }

  /** Off, frozen, or brought by a block that is; a layer that is asked for by name is read all the same. */
  #isHidden({ layer, frozen }: Here): boolean {
    return (frozen !== null || this.#states.isHidden(layer)) && layerKey(layer) !== this.#asked;
  }

  /** Notes the layer of a closed shape, and says whether the shape is to be read. */
  #isWanted(place: Here): boolean {
    const hidden = this.#isHidden(place);
    this.found.addLayer(hidden ? (place.frozen ?? place.layer) : place.layer, hidden);
    return !hidden && this.#isAsked(place.layer);
  }
  #isAsked(layer: string): boolean {
    return this.#asked === null || layerKey(layer) === this.#asked;
  }

  #leave(counts: Map<string, number>, type: string, place: Here): null {
    if (!this.#isHidden(place) && this.#isAsked(place.layer)) countIn(counts, type);
    return null;
  }

  #insert({ item, parts }: Entity, place: Here): FormatRefusal | null {
    const name = textOf(item, 2)?.toUpperCase() ?? '';
    const block = this.#drawing.blocks.get(name);
    const upright = uprightness(item);
    const { motion, layer, depth } = place;
    if (!this.#isHidden(place)) for (const part of parts) this.#label(part, motion);
    if (!block || !upright) return this.#leave(this.found.others, item.type, place);
    if (depth >= deepest)
      return refuse('bad-line', { line: item.line, text: `INSERT ${name}`.slice(0, 60), detail: 'blocks-nested' })
        .refusal;
    const frozen = place.frozen ?? (this.#states.isFrozen(layer) ? layer : null);
    const [columns, rows] = [numberOf(item, 70, 1), numberOf(item, 71, 1)].map((n) => Math.max(1, Math.trunc(n) || 1));
    const [dx, dy] = [numberOf(item, 44, 0), numberOf(item, 45, 0)];
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++) {
        if (++this.#visited > mostEntities) return tooMany;
        const cell = compose(upright, ofInsert(item, block.base, [column * dx, row * dy]));
        const refusal = this.take(block.entities, { motion: compose(motion, cell), layer, frozen, depth: depth + 1 });
        if (refusal) return refusal;
      }
    return null;
  }

  #outline(entity: Entity, place: Here): FormatRefusal | null {
    const { item } = entity;
    const upright = isOfWorld(item) ? still : uprightness(item);
    const motion = upright && compose(place.motion, upright);
    const vertices = outlineOf(entity, this.#errorIn(place.motion));
    const xdata = xdataOf(item);
    // A circle around a point of the boundary is no plot.
    if (item.type === 'CIRCLE' && isBoundaryPoint(xdata)) {
      this.found.boundaryPoints++;
      return null;
    }
    if (vertices === null && motion) this.#open(entity, place, motion);
    if (vertices === undefined || (vertices && !motion))
      return silent.has(item.type) ? null : this.#leave(this.found.others, item.type, place);
    if (vertices === null || !motion) return this.#leave(this.found.open, item.type, place);
    if (!this.#isWanted(place)) return null;
    const ring = this.#placed(item, vertices, motion);
    if (!Array.isArray(ring)) return ring;
    this.found.rings.push({ layer: place.layer, ring, line: item.line, xdata });
    return null;
  }

  /** Kept for joining, besides that it is counted. */
  #open(entity: Entity, place: Here, motion: Motion): void {
    if (this.#isHidden(place) || !this.#isAsked(place.layer)) return;
    const { type, line } = entity.item;
    const path = pathOf(entity);
    if (!path) return;
    const error = this.#errorIn(place.motion);
    this.found.lines.push({
      layer: place.layer,
      line,
      type,
      start: moved(motion, path[0].at),
      end: moved(motion, path[path.length - 1].to),
      get edges() {
        return movedPath(pathOf(entity) ?? [], motion, error);
      },
    });
  }

  #hatch(item: Item, place: Here): FormatRefusal | null {
    const upright = uprightness(item);
    const motion = upright && compose(place.motion, upright);
    const error = this.#errorIn(place.motion);
    const loops = motion && hatchLoops(item, Math.max(closeEnough, error), error)?.map(unrepeated);
    if (!loops || loops.some((loop) => !bounds(loop))) return this.#leave(this.found.others, item.type, place);
    if (loops.length > mostRings)
      return refuse('too-large', { where: item.type, what: 'rings', found: loops.length, most: mostRings }).refusal;
    if (!this.#isWanted(place)) return null;
    const rings: Position[][] = [];
    for (const loop of loops) {
      const ring = this.#placed(item, loop, motion);
      if (!Array.isArray(ring)) return ring;
      rings.push(ring);
    }
    this.found.hatches.push({ layer: place.layer, rings, line: item.line, xdata: xdataOf(item) });
    return null;
  }

  #errorIn(motion: Motion): number {
    return this.#wanted.chordError / (scaleOf(motion) || 1);
  }

  /** The closed ring of an outline, arcs as chords, in its place. */
  #placed(item: Item, vertices: readonly BulgeVertex[], motion: Motion): Position[] | FormatRefusal {
    const bad = vertices.find(({ at, bulge }) => ![...at, bulge].every(Number.isFinite));
    if (bad) return refuse('bad-number', { where: item.type, line: item.line, value: bad.at.join(', ') }).refusal;
    const { ring, curves } = densify(vertices, this.#errorIn(motion));
    this.#points += ring.length;
    this.#between += ring.length - vertices.length;
    const tooMuch = this.#points > 10 * mostRingPoints || this.#between > mostBetween;
    if (ring.length > mostRingPoints || tooMuch)
      return refuse('too-many-points', { where: item.type, line: item.line, most: mostRingPoints }).refusal;
    this.found.curves += curves;
    const placed = motion === still ? ring : ring.map((p) => moved(motion, p));
    return [...placed, placed[0]];
  }

  #label(item: Item, motion: Motion): void {
    const isMtext = item.type === 'MTEXT';
    const raw = item.groups.filter((g) => g.code === 1 || (isMtext && g.code === 3)).map((g) => g.value);
    const text = raw.join('').slice(0, 4000);
    const lines = isMtext ? mtextLines(text) : [plainText(text)].filter((line) => line !== '');
    // Text set to a second point has that as its place.
    const aligned = !isMtext && (numberOf(item, 72, 0) !== 0 || numberOf(item, 73, 0) !== 0) && textOf(item, 11);
    const at = moved(motion, pointOf(item, aligned ? 11 : 10));
    if (lines.length > 0 && at.every(Number.isFinite)) this.found.labels.push({ at, lines });
  }
}

/** Drawn on the plane (still), on its back (mirrored), or tilted (null). */
function uprightness(item: Item): Motion | null {
  const [x, y, z] = [numberOf(item, 210, 0), numberOf(item, 220, 0), numberOf(item, 230, 1)];
  if (Math.abs(x) > 1e-9 || Math.abs(y) > 1e-9 || z === 0) return null;
  return z > 0 ? still : mirrored;
}

/** Closed outlines, filled areas and texts of model space 模型空间 with every block in its place. */
export function collect(drawing: Drawing, wanted: Wanted): Result<Found, FormatRefusal> {
  const collector = new Collector(drawing, wanted);
  const refusal = collector.take(drawing.entities, { motion: still, layer: null, frozen: null, depth: 0 });
  return refusal ? { ok: false, refusal } : ok(collector.found);
}
