import fc from 'fast-check';
import type { Position } from '../../domain/geometry/columns/layer.ts';
import type { Shape } from '../../domain/geometry/edit/frame.ts';
import type { Scene, Step, Tool, ToolCommand, ToolEvent, ToolResult, TypedField } from './contract.ts';
import { at } from './test-scene.ts';

const fields: TypedField[] = ['length', 'turn', 'azimuth', 'deltaEast', 'deltaNorth', 'east', 'north', 'count', 'spacing']; // prettier-ignore
const commands: ToolCommand[] = ['finish', 'back', 'delete', 'add', 'next', 'previous', 'flip'];

/** Whole metres often fall on vertices and on what was set before. */
const along = fc.oneof(
  fc.integer({ min: -25, max: 25 }),
  fc.double({ min: -25, max: 25, noNaN: true }),
  fc.constantFrom(NaN, Infinity, 1e300),
);
const pointer = fc.record({
  at: fc.tuple(along, along).map(([x, y]) => at(x, y)),
  metresPerPixel: fc.constantFrom(0.01, 0.1, 1),
  kind: fc.constantFrom('mouse', 'touch', 'pen', 'keys'),
  alt: fc.boolean(),
  shift: fc.boolean(),
});

export const anyEvent: fc.Arbitrary<ToolEvent> = fc.oneof(
  { weight: 6, arbitrary: pointer.map((p): ToolEvent => ({ type: 'click', pointer: p, count: 1 })) },
  { weight: 1, arbitrary: pointer.map((p): ToolEvent => ({ type: 'click', pointer: p, count: 2 })) },
  {
    weight: 4,
    arbitrary: fc
      .record({ type: fc.constantFrom('move', 'press', 'release'), pointer })
      .map((event): ToolEvent => event),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({
        field: fc.constantFrom(...fields),
        text: fc.oneof(fc.constantFrom('', '10', '90', '-5.5', '45°30′', '6', 'x', '38467910', '3846905'), fc.string()),
      })
      .map((typed): ToolEvent => ({ type: 'typed', ...typed })),
  },
  { weight: 3, arbitrary: fc.constantFrom(...commands).map((command): ToolEvent => ({ type: 'command', command })) },
);

/** Runs events through a tool; states must survive being written down, and be drawn. */
export function run<S, G>(tool: Tool<S, G>, given: G, events: readonly ToolEvent[], scene: Scene) {
  const results: ToolResult[] = [];
  let state = tool.begin(given);
  for (const event of events) {
    const step: Step<S> = tool.step(state, event, scene);
    if (step.result) results.push(step.result);
    state = step.state;
    tool.ghost(state, scene);
  }
  return { state, results };
}

/** Whether a shape is sound, by comparing every edge with every other: no ring meets itself or another across a line. */
export function isSoundShape(shape: Shape): boolean {
  const rings = shape.flat();
  if (rings.some((ring) => ring.length < 3)) return false;
  const edges = rings.flatMap((ring, r) => ring.map((a, i) => ({ r, a, b: ring[(i + 1) % ring.length] })));
  return edges.every((one, i) => edges.every((other, j) => j <= i || !crosses(one, other)));
}

interface Edge {
  readonly r: number;
  readonly a: Position;
  readonly b: Position;
}

/** Rings may share a sliver of ground, 0.1 mm by their length: a corner of one may reach so far over the other's line. */
const SLIVER_M = 0.3;

function crosses(one: Edge, other: Edge): boolean {
  const near = one.r === other.r ? 0 : SLIVER_M;
  const side = ({ a, b }: Edge, r: Position) => {
    const value = (b[0] - a[0]) * (r[1] - a[1]) - (b[1] - a[1]) * (r[0] - a[0]);
    const limit = Math.max(1e-6, near * Math.hypot(b[0] - a[0], b[1] - a[1]));
    return Math.abs(value) < limit ? 0 : Math.sign(value);
  };
  return side(one, other.a) * side(one, other.b) < 0 && side(other, one.a) * side(other, one.b) < 0;
}
