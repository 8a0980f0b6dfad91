import { shapeArea } from '../../domain/geometry/edit/sheet.ts';
import type { Shape } from '../../domain/geometry/edit/frame.ts';
import { pointInside } from '../../domain/geometry/lines/point-inside.ts';
import type {
  Act,
  Fault,
  Ghost,
  GhostLine,
  GhostPoint,
  Pointer,
  Scene,
  SetbackGiven,
  Spot,
  Step,
  Tool,
  ToolResult,
} from './contract.ts';
import { shapeFaults } from './faults.ts';
import { isPlace } from './hand.ts';
import { setBack } from './setback-shape.ts';
import { edgeAt, spotsOf } from './reshaping.ts';
import { toleranceOf } from './snapping.ts';
import { typedAnew, valueOf, type Typed } from './typed.ts';
import { placeBetween, offLine } from './vectors.ts';

export interface SetbackState {
  readonly given: SetbackGiven;
  /** Edges that go back. */
  readonly edges: readonly Spot[];
  readonly hover: Spot | null;
  readonly typed: readonly Typed[];
  /** Outwards. */
  readonly flipped: boolean;
  readonly fault: Fault | null;
}

const begun = (given: SetbackGiven): SetbackState => ({
  given,
  edges: given.whole ? spotsOf(given.of.shape) : [],
  hover: null,
  typed: [],
  flipped: false,
  fault: null,
});

/** 退线: edges are clicked, or all of them taken, the distance is typed, Enter sets them back. */
export const setback: Tool<SetbackState, SetbackGiven> = {
  begin: begun,
  ghost: ghostOf,
  step(state, event, scene) {
    if (event.type === 'cancel') return { state: begun(state.given) };
    if (event.type === 'typed') return { state: { ...state, ...typedAnew(state.typed, event.field, event.text) } };
    if (event.type === 'command') {
      if (event.command === 'flip') return { state: { ...state, flipped: !state.flipped, fault: null } };
      if (event.command === 'back') return { state: { ...state, edges: state.edges.slice(0, -1), fault: null } };
      return event.command === 'finish' ? finished(state, scene) : { state };
    }
    if (!isPlace(event.pointer.at)) return { state };
    const hover = edgeUnder(state.given.of.shape, event.pointer);
    return { state: event.type === 'click' && hover ? toggled(state, hover) : { ...state, hover } };
  },
};

function edgeUnder(shape: Shape, pointer: Pointer): Spot | null {
  const away = (spot: Spot) => offLine(edgeAt(shape, spot), pointer.at);
  const nearest = spotsOf(shape).reduce((p, q) => (away(q) < away(p) ? q : p));
  return away(nearest) <= toleranceOf(pointer) ? nearest : null;
}

function toggled(state: SetbackState, spot: Spot): SetbackState {
  const isIt = (s: Spot) => s.part === spot.part && s.ring === spot.ring && s.vertex === spot.vertex;
  const without = state.edges.filter((s) => !isIt(s));
  const edges = without.length < state.edges.length ? without : [...state.edges, spot];
  return { ...state, edges, hover: spot, fault: null };
}

interface Proposed {
  readonly shape: Shape;
  readonly distanceM: number;
  readonly fault: Fault | null;
}

function proposed({ given, edges, typed, flipped }: SetbackState, { crs }: Scene): Proposed | null {
  const distanceM = valueOf(typed, 'length');
  if (distanceM === undefined || edges.length === 0) return null;
  const shape = setBack(given.of.shape, edges, flipped ? -distanceM : distanceM);
  const at = given.of.shape[0][0][0];
  if (!shape || shape.length === 0) return { shape: [], distanceM, fault: { code: 'nothing-left', at } };
  return { shape, distanceM, fault: shapeFaults(shape, crs)[0] ?? null };
}

function finished(state: SetbackState, scene: Scene): Step<SetbackState> {
  const { given } = state;
  const made = proposed(state, scene);
  if (!made) return { state };
  if (made.fault) return { state: { ...state, fault: made.fault } };
  const { shape, distanceM } = made;
  const act: Act = { code: 'set-back', params: { distanceM } };
  if (given.as === 'shape') return { state: begun(given), result: { what: 'shape', act, shape } };
  const own = { table: given.of.table, key: given.of.key, shape };
  const result: ToolResult = { what: 'redraw', act, own, neighbours: [], stuck: [] };
  return { state: begun({ ...given, of: own }), result };
}

function ghostOf(state: SetbackState, scene: Scene): Ghost {
  const { given, edges, hover, fault } = state;
  const made = proposed(state, scene);
  const shape = made && made.shape.length > 0 ? made.shape : null;
  const lines = [...edges, ...(hover ? [hover] : [])].map((spot): GhostLine => ({ points: edgeAt(given.of.shape, spot), role: 'hand' })); // prettier-ignore
  const markOn = (role: GhostPoint['role']) => (spot: Spot) => ({
    at: placeBetween(...edgeAt(given.of.shape, spot)),
    role,
  });
  const outline = given.of.shape.flat().map((ring): GhostLine => ({ points: [...ring, ring[0]], role: 'before' }));
  const at = shape && pointInside(shape.flat().map((ring) => [...ring, ring[0]]));
  return {
    fills: shape ? [{ shape, role: 'shape' }] : [],
    lines: [...outline, ...lines],
    points: [...edges.map(markOn('chosen')), ...(hover ? [markOn('hover')(hover)] : [])],
    snap: null,
    measures: shape && at ? [{ kind: 'area', at, planeM2: shapeArea(shape) }] : [],
    faults: fault ? [fault] : made?.fault ? [made.fault] : [],
    finishable: made !== null && made.fault === null,
    hint: edges.length === 0 ? 'choose-edge' : 'distance',
  };
}
