import type { Intent } from '../../../src/desk/intent.ts';
import { reshape, type Boundary, type Pointer, type Redrawn, type Scene } from '../../../src/desk/tools/index.ts';
import type { Position } from '../../../src/domain/geometry/columns/layer.ts';

/** So far apart two pointers are at most, metres. */
const FARTHEST_M = 3;
const METRES_PER_PIXEL = 0.25;

export const pointerAt = (at: Position): Pointer => ({
  at,
  metresPerPixel: METRES_PER_PIXEL,
  kind: 'mouse',
  alt: false,
  shift: false,
});

/** One vertex of a boundary held with the pointer: each move gives what would be done if it were let go there. */
export function dragging(of: Boundary, vertex: number, scene: Scene): (random: () => number) => Intent | null {
  const from = of.shape[0][0][vertex];
  const pressed = reshape.step(reshape.begin(of), { type: 'press', pointer: pointerAt(from) }, scene);
  return (random) => {
    const pointer = pointerAt([from[0] + (2 * random() - 1) * FARTHEST_M, from[1] + (2 * random() - 1) * FARTHEST_M]);
    const { state } = reshape.step(pressed.state, { type: 'move', pointer }, scene);
    reshape.ghost(state, scene);
    const { result } = reshape.step(state, { type: 'release', pointer }, scene);
    if (result?.what !== 'redraw') return null;
    const { act, own, neighbours } = result;
    return { do: 'redraw', crs: scene.crs.epsg, redrawn: [own, ...neighbours].flatMap(drawn), note: act };
  };
}

const drawn = ({ table, key, shape }: Redrawn) =>
  table === 'parcel' || table === 'building' ? [{ table, key, shape }] : [];

/** A vertex of a boundary that most others have too, and how many have it. */
export function mostShared(of: Boundary, { ground }: Scene): { readonly vertex: number; readonly count: number } {
  const counts = of.shape[0][0].map(
    ([x, y]) =>
      ground
        .meeting(x, y, x, y)
        .filter(({ table, shape }) => table === of.table && shape.flat(2).some((at) => at[0] === x && at[1] === y))
        .length,
  );
  const count = Math.max(...counts);
  return { vertex: counts.indexOf(count), count };
}
