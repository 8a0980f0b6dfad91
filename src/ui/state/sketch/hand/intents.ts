import { assembled } from '../../../../desk/tools/assemble.ts';
import type { Act, Boundary, Redrawn, Scene } from '../../../../desk/tools/index.ts';
import type { Shape } from '../../../../domain/geometry/edit/frame.ts';
import type { ChangeNote } from '../../../../domain/land/change.ts';
import type { Intent } from '../asked.ts';
import type { ToolBench } from '../tool-bench.svelte.ts';
import type { Hand } from './hand.svelte.ts';

/** A step by its name for people, with what it was done to. */
export const noteOf = ({ code, params }: Act, id: string): ChangeNote => ({ code, params: { ...params, id } });

/** New land for the park in hand, or for one that begins with it. */
export function drawParcel(bench: ToolBench, shape: Shape): Intent {
  const { park, fresh } = bench.desk;
  const target = fresh ? { fresh } : park !== null ? { key: park } : null;
  return { do: 'draw-parcel', park: target, crs: bench.ground.crs!.epsg, shape };
}

export const drawBuildings = (bench: ToolBench, shapes: readonly Shape[], like?: Boundary): Intent => ({
  do: 'draw-buildings',
  crs: bench.ground.crs!.epsg,
  outlines: shapes.map((shape) => ({ shape, ...(like && like.key >= 0 && { like: like.key }) })),
});

export function redraw(bench: ToolBench, act: Act, redrawn: readonly Redrawn[]): Intent {
  const own = redrawn.flatMap(({ table, key, shape }) =>
    table === 'parcel' || table === 'building' ? [{ table, key, shape }] : [],
  );
  return { do: 'redraw', crs: bench.ground.crs!.epsg, redrawn: own, note: noteOf(act, bench.ground.idOf(redrawn[0])) };
}

/** What would come of what is in hand if it were set down now; null where nothing would. */
export function draftIntent(hand: Hand, bench: ToolBench): Intent | null {
  const { scene } = bench;
  const shapes = scene && draftShapes(hand, scene);
  if (!shapes || shapes.length === 0) return null;
  const [of] = hand.of;
  switch (hand.spec.makes) {
    case 'parcel':
      return drawParcel(bench, shapes[0]);
    case 'building':
      return drawBuildings(bench, shapes);
    case 'copies':
      return of.table === 'building' ? drawBuildings(bench, shapes, of) : drawParcel(bench, shapes[0]);
    case 'redraw':
      return redraw(bench, { code: 'drawn', params: {} }, [{ table: of.table, key: of.key, shape: shapes[0] }]);
    default:
      return null;
  }
}

/** Shapes as they would be set down; none where they would be broken. */
export function draftShapes({ spec, id, of, ghost }: Hand, scene: Scene): readonly Shape[] {
  const shapes = ghost.fills.filter(({ role }) => role !== 'neighbour').map(({ shape }) => shape);
  if (shapes.length === 0 || shapes[0].length === 0) return [];
  if (id === 'hole' || id === 'part') {
    const given = { outline: 'polygon', as: id, of: of[0] } as const;
    const made = assembled(given, shapes[0][0][0], scene);
    return made.faults.length > 0 ? [] : [made.shape];
  }
  // A path with its hand may cross itself, whatever could be closed without it.
  const isBroken = ghost.faults.some(({ at }) => at !== null);
  if (isBroken) return [];
  return spec.makes === 'redraw' && !ghost.finishable ? [] : shapes;
}
