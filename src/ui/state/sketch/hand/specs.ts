import {
  draw,
  measure,
  place,
  reshape,
  setback,
  type Boundary,
  type DrawGiven,
  type PlaceGiven,
  type TypedField,
} from '../../../../desk/tools/index.ts';
import type { ToolId } from '../tool-ids.ts';
import { machine, ofDraw, ofPlace, ofReshape, ofSetback, still, type Machine } from './machine.ts';
import { stampOf, type StampSize } from './stamp.ts';

/** What a person says of the tool in the strip beside what is typed for the edge in hand. */
export interface Given {
  readonly of: readonly Boundary[];
  /** 面宽 × 进深 of a building that is set down. */
  readonly size: StampSize;
  /** 退线: all edges. */
  readonly whole: boolean;
}

/** What becomes of what is drawn. */
type Makes = 'parcel' | 'building' | 'redraw' | 'copies' | 'cut' | 'proposal' | 'guide' | 'measure' | 'nothing';

export interface ToolSpec {
  /** The tables whose records it is begun with, by the selection or a click; null: with none. */
  readonly needs: readonly ('parcel' | 'building')[] | null;
  /** With several of them. */
  readonly many?: boolean;
  readonly makes: Makes;
  readonly begin: (given: Given) => Machine;
  /** What can be typed, the first of them by a digit alone. */
  readonly fields: (points: number) => readonly TypedField[];
}

const LINE: readonly TypedField[] = ['length', 'turn', 'azimuth', 'deltaEast', 'deltaNorth', 'east', 'north'];
const FIRST: readonly TypedField[] = ['east', 'north'];
const SECOND: readonly TypedField[] = ['length', 'azimuth', 'deltaEast', 'deltaNorth', 'east', 'north'];
const ofPath = (points: number) => (points === 0 ? FIRST : points === 1 ? SECOND : LINE);
const ofBox = (points: number) => (points === 0 ? FIRST : (['deltaEast', 'deltaNorth', 'east', 'north'] as const));
const ofSides = (points: number) => (points === 2 ? (['length'] as const) : ofPath(points));
const ofMove = (): readonly TypedField[] => SECOND;
const BOTH = ['parcel', 'building'] as const;

const drawing =
  (given: Omit<DrawGiven, 'of'>) =>
  ({ of }: Given) =>
    machine(draw, { ...given, of: given.as === 'hole' || given.as === 'part' ? of[0] : null }, ofDraw);
const placing =
  (by: PlaceGiven['by']) =>
  ({ of }: Given) =>
    machine(place, { by, of: of[0] }, ofPlace);

const outlines = { polygon: ofPath, rectangle: ofBox, 'three-points': ofSides } as const;
const draws = (outline: DrawGiven['outline'], makes: 'parcel' | 'building'): ToolSpec => ({
  needs: null,
  makes,
  begin: drawing({ outline, as: 'new' }),
  fields: outlines[outline],
});
const adds = (as: 'hole' | 'part'): ToolSpec => ({
  needs: BOTH,
  makes: 'redraw',
  begin: drawing({ outline: 'polygon', as }),
  fields: ofPath,
});
const places = (by: PlaceGiven['by'], needs: ToolSpec['needs'], fields: ToolSpec['fields']): ToolSpec => ({
  needs,
  makes: by === 'copy' || by === 'along' ? 'copies' : 'redraw',
  begin: placing(by),
  fields,
});
const setsBack = (as: 'redraw' | 'shape'): ToolSpec => ({
  needs: BOTH,
  makes: as === 'shape' ? 'guide' : 'redraw',
  begin: ({ of, whole }) => machine(setback, { of: of[0], whole, as }, ofSetback),
  fields: () => ['length'],
});
const proposes = (needs: ToolSpec['needs'], many = false): ToolSpec => ({
  needs,
  many,
  makes: 'proposal',
  begin: ({ of }) => still(of),
  fields: () => [],
});
const inRow = places('along', ['building'], () => ['count', 'spacing', 'length', 'azimuth']);

export const SPECS: Readonly<Record<Exclude<ToolId, 'select'>, ToolSpec>> = {
  polygon: draws('polygon', 'parcel'),
  rectangle: draws('rectangle', 'parcel'),
  threePoints: draws('three-points', 'parcel'),
  hole: adds('hole'),
  part: adds('part'),
  building: draws('polygon', 'building'),
  buildingBox: draws('three-points', 'building'),
  buildingSize: { needs: null, makes: 'building', begin: ({ size }) => stampOf(size), fields: () => FIRST },
  buildingRow: inRow,
  setback: setsBack('redraw'),
  setbackLine: setsBack('shape'),
  reshape: {
    needs: BOTH,
    makes: 'redraw',
    begin: ({ of }) => machine(reshape, of[0], ofReshape),
    fields: () => ['length', 'turn', 'azimuth', 'deltaEast', 'deltaNorth', 'east', 'north'],
  },
  move: places('move', BOTH, ofMove),
  rotate: places('rotate', BOTH, () => ['turn']),
  copy: places('copy', BOTH, ofMove),
  along: { ...inRow, needs: BOTH },
  splitLine: {
    needs: ['parcel'],
    makes: 'cut',
    begin: drawing({ outline: 'polygon', as: 'line' }),
    fields: ofPath,
  },
  splitParts: proposes(['parcel']),
  splitAreas: proposes(['parcel']),
  merge: proposes(['parcel'], true),
  measure: { needs: null, makes: 'measure', begin: () => machine(measure, null, ofDraw), fields: ofPath },
};
