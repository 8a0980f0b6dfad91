import type {
  Boundary,
  DrawState,
  Ghost,
  PlaceState,
  ReshapeState,
  Scene,
  SetbackState,
  Tool,
  ToolEvent,
  ToolResult,
} from '../../../../desk/tools/index.ts';
import type { Typed } from '../../../../desk/tools/typed.ts';

/** A tool with its state, whatever the state is made of. */
export interface Machine {
  step(event: ToolEvent, scene: Scene): ToolResult | null;
  ghost(scene: Scene): Ghost;
  readonly typed: readonly Typed[];
  /** How many points are set, edges chosen: what can be taken back one by one. */
  readonly points: number;
  /** Whether a button is down on something that moves. */
  readonly isHolding: boolean;
  /** As it is now, to come back to. */
  kept(): () => void;
  /** What is drawn so far stands on this boundary from now on; false where it cannot. */
  onto?(of: Boundary): boolean;
}

interface Reading<S> {
  readonly typed: (state: S) => readonly Typed[];
  readonly points: (state: S) => number;
  readonly isHolding?: (state: S) => boolean;
  readonly onto?: (state: S, of: Boundary) => S;
}

export function machine<S, G>(tool: Tool<S, G>, given: G, reading: Reading<S>, begun = tool.begin(given)): Machine {
  let state = begun;
  return {
    step(event, scene) {
      const step = tool.step(state, event, scene);
      state = step.state;
      return step.result ?? null;
    },
    ghost: (scene) => tool.ghost(state, scene),
    get typed() {
      return reading.typed(state);
    },
    get points() {
      return reading.points(state);
    },
    get isHolding() {
      return reading.isHolding?.(state) ?? false;
    },
    kept() {
      const then = state;
      return () => (state = then);
    },
    onto(of) {
      if (!reading.onto) return false;
      state = reading.onto(state, of);
      return true;
    },
  };
}

/** Points of a path, and a base point, are places of their own; edges and vertices are those of the boundary. */
const onto = <S extends { readonly given: { readonly of: Boundary | null } }>(state: S, of: Boundary): S =>
  state.given.of ? { ...state, given: { ...state.given, of } } : state;

export const ofDraw: Reading<DrawState> = {
  typed: ({ typed }) => typed,
  points: ({ points }) => points.length,
  onto,
};
export const ofPlace: Reading<PlaceState> = {
  typed: ({ typed }) => typed,
  points: ({ points }) => points.length,
  isHolding: ({ isDrag }) => isDrag,
  onto,
};
export const ofReshape: Reading<ReshapeState> = {
  typed: ({ typed }) => typed,
  points: () => 0,
  isHolding: ({ grip }) => grip !== null,
};
export const ofSetback: Reading<SetbackState> = {
  typed: ({ typed }) => typed,
  // All of them together are where it begins 全部边: nothing was chosen yet that could be taken back.
  points: ({ edges, given: { whole, of } }) => (whole && edges.length === of.shape.flat(2).length ? 0 : edges.length),
};

/** 只看: a record as it stands, for what is done to it by figures alone. */
export const still = (of: readonly Boundary[]): Machine => ({
  step: () => null,
  ghost: () => ({
    ...nothing,
    lines: of.flatMap(({ shape }) =>
      shape.flat().map((ring) => ({ points: [...ring, ...ring.slice(0, 1)], role: 'drawn' as const })),
    ),
  }),
  typed: [],
  points: 0,
  isHolding: false,
  kept: () => () => undefined,
});

export const nothing: Ghost = {
  fills: [],
  lines: [],
  points: [],
  snap: null,
  measures: [],
  faults: [],
  finishable: false,
  hint: 'choose-edge',
};
