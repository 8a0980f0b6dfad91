import type { ColumnMeaning, FileNote } from '../contract.ts';
import type { Dictionary } from '../fields/dictionary.ts';
import type { RecordTypes } from '../../domain/land/change.ts';
import type { Position } from '../../domain/geometry/columns/layer.ts';
import { put } from '../../domain/land/records/column-records.ts';
import { isKind, keyOf, kindNames, type Kind } from '../../domain/land/fields/kinds.ts';
import { Numbers } from '../fields/numbers.ts';
import { withNumber } from '../fields/own-number.ts';
import { Plans } from '../fields/plan.ts';
import { readRecord } from '../fields/record.ts';
import { ColumnNotes, type UnreadValues } from '../fields/column-notes.ts';
import { shapeNotes, type ShapeOutcome } from '../features/shapes.ts';
import type { Properties } from './object.ts';
import { boundaryOf, type Boundary } from './boundary.ts';
import { Rows } from './rows.ts';
import { calledOf, changed, isPolygonal, type RawFeature } from './shape.ts';

/** Members of a feature that have no field of their own (foreign members, a park's outline), kept in `extra`. */
export const featureKey = '@feature';

export interface Sorted {
  readonly rows: { readonly [K in Kind]: Rows<RecordTypes[K]> };
  /** In degrees. */
  readonly others: readonly RawFeature[];
  /** What is said of columns, values and numbers. */
  readonly notes: readonly FileNote[];
  readonly columns: readonly ColumnMeaning[];
  readonly unread: UnreadValues;
}

/** Kinds whose outline the project has a layer for. */
const drawn: ReadonlySet<Kind> = new Set(['parcel', 'building', 'township', 'zone']);

/**
 * Every feature to the table of its kind; a polygon without kind is a parcel 宗地, and so is every row of a `table` (.dbf),
 * with an outline or without. Closed lines without kind are parcels where no feature without kind is an area.
 */
export function sortFeatures(features: Iterable<RawFeature>, dictionary: Dictionary, how: Sorting = {}): Sorted {
  const sorter = new Sorter(dictionary, how);
  for (const feature of features) sorter.take(feature);
  return sorter.end();
}

interface Sorting {
  readonly table?: boolean;
  /** Where the file is not in degrees as they are: what has no layer waits in degrees all the same. */
  readonly toDegrees?: (position: Position) => Position;
}

const ofEachKind = <T>(made: () => T) => Object.fromEntries(kindNames.map((kind) => [kind, made()])) as Record<Kind, T>;

class Sorter {
  readonly #dictionary: Dictionary;
  readonly #table: boolean;
  readonly #toDegrees: Sorting['toDegrees'];
  readonly #telling = new ColumnNotes();
  readonly #plans: Plans;
  readonly #rows = ofEachKind(() => new Rows<never>()) as unknown as { readonly [K in Kind]: Rows<RecordTypes[K]> };
  readonly #numbers = ofEachKind(() => new Numbers());
  readonly #others: { readonly feature: RawFeature; readonly index: number; readonly isLine: boolean }[] = [];
  /** What shapes came to, of the records whose boundary is not simply an area. */
  readonly #told: ShapeOutcome[] = [];
  readonly #toldIds: string[] = [];
  #index = -1;
  #hasAreas = false;

  constructor(dictionary: Dictionary, { table = false, toDegrees }: Sorting) {
    this.#dictionary = dictionary;
    this.#table = table;
    this.#toDegrees = toDegrees;
    this.#plans = new Plans(dictionary, this.#telling);
  }

  take(feature: RawFeature): void {
    this.#index++;
    const said = feature.properties?.kind;
    const plain = this.#table || said === undefined || said === null;
    if (this.#table) return this.#add('parcel', feature, this.#index, true, undrawn);
    const boundary = boundaryOf(feature.geometry);
    if (!plain && isKind(said)) return this.#add(said, feature, this.#index, false, boundary);
    const isArea = plain && (boundary.shapeOutcome === 'area' || boundary.shapeOutcome === 'collection');
    if (isArea || (plain && boundary.shapeOutcome === 'empty' && this.#isMeant(feature))) {
      this.#hasAreas ||= isArea;
      return this.#add('parcel', feature, this.#index, true, boundary);
    }
    this.#others.push({ feature, index: this.#index, isLine: plain && boundary.shapeOutcome === 'lines' });
  }

  /** A parcel that is not drawn says so by an area without coordinates, or by its number 地块编号. */
  #isMeant({ geometry, properties }: RawFeature): boolean {
    if (isPolygonal(geometry)) return true;
    return Object.keys(properties ?? {}).some((name) => this.#dictionary.fieldOf('parcel', name) === 'id');
  }

  #add<K extends Kind>(kind: K, feature: RawFeature, index: number, plain: boolean, boundary: Boundary): void {
    const reading = {
      dictionary: this.#dictionary,
      plans: this.#plans,
      telling: this.#telling,
      plain,
      row: index + 1,
    };
    const own = drawn.has(kind);
    const { record, area } = readRecord(kind, feature.properties ?? {}, reading);
    const numbered = withNumber(kind, record, feature.id, reading, this.#numbers[kind]);
    const isKept = !own || typeof boundary.shapeOutcome === 'object';
    const kept = foreignMembers(isKept ? this.#inDegrees(feature) : feature, !isKept);
    const extra = { ...(numbered.extra as Properties | undefined), ...(kept ? { [featureKey]: kept } : {}) };
    this.#rows[kind].take({
      index,
      called: calledOf(feature),
      // Every field was held against the table of fields, of which the types are made.
      record: (Object.keys(extra).length > 0 ? { ...numbered, extra } : numbered) as RecordTypes[K],
      outline: own ? boundary.outline : null,
      area,
    });
    // A record of a kind may be without boundary; one that was drawn otherwise was meant to have one.
    if (!own || this.#table || boundary.shapeOutcome === 'area' || (boundary.shapeOutcome === 'empty' && !plain))
      return;
    this.#told.push(boundary.shapeOutcome);
    this.#toldIds.push(String(numbered[keyOf(kind)]));
  }

  #inDegrees(feature: RawFeature): RawFeature {
    const { geometry } = feature;
    return geometry && this.#toDegrees ? { ...feature, geometry: changed(geometry, this.#toDegrees) } : feature;
  }

  end(): Sorted {
    const areParcels = ({ isLine }: { readonly isLine: boolean }) => isLine && !this.#hasAreas;
    for (const { feature, index } of this.#others.filter(areParcels))
      this.#add('parcel', feature, index, true, boundaryOf(feature.geometry));
    return {
      rows: this.#rows,
      others: this.#others.filter((other) => !areParcels(other)).map(({ feature }) => this.#inDegrees(feature)),
      notes: [...this.#telling.notes(), ...shapeNotes(this.#told, (row) => this.#toldIds[row])],
      columns: this.#telling.columns(),
      unread: this.#telling.values(),
    };
  }
}

/** The outlines of a table are beside it. */
const undrawn: Boundary = { outline: null, shapeOutcome: 'empty' };

function foreignMembers(feature: RawFeature, drawnKind: boolean): Properties | null {
  const of = feature as unknown as Properties;
  let kept: Record<string, unknown> | null = null;
  for (const name of Object.keys(feature)) {
    if (name === 'type' || name === 'properties' || name === 'bbox') continue;
    if (name === 'geometry' && (drawnKind || of[name] === null)) continue;
    put((kept ??= {}), name, of[name]);
  }
  return kept;
}
