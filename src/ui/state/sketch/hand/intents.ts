import { assembled } from '../../../../desk/tools/assemble.ts';
import type { Act, RecordRef, Redrawn, Scene } from '../../../../desk/tools/index.ts';
import type { Shape } from '../../../../domain/geometry/edit/frame.ts';
import type { ChangeNote } from '../../../../domain/land/change.ts';
import type { Intent } from '../../../../desk/intent.ts';
import type { Workbench } from '../workbench.ts';
import type { Hand } from './hand.svelte.ts';

/** A step by its name for people; the city puts in what it was done to. */
const noteOf = ({ code, params }: Act, of?: string): ChangeNote => ({
  code,
  params: { ...params, ...(of !== undefined && { id: of }) },
});

/** New land for the park in hand, or for one that begins with it. */
export const drawParcel = (bench: Workbench, shape: Shape): Intent => ({
  do: 'draw-parcel',
  park: bench.desk.target,
  crs: bench.ground.crs!.epsg,
  shape,
});

export const drawBuildings = (bench: Workbench, shapes: readonly Shape[]): Intent => ({
  do: 'draw-buildings',
  crs: bench.ground.crs!.epsg,
  outlines: shapes.map((shape) => ({ shape, fields: bench.newBuilding })),
});

/** Copies of a building, as one step that is called by it. */
export const copyBuildings = (bench: Workbench, shapes: readonly Shape[], act: Act, of: RecordRef): Intent => ({
  do: 'draw-buildings',
  crs: bench.ground.crs!.epsg,
  outlines: shapes.map((shape) => ({ shape })),
  like: of.key,
  note: noteOf(act, bench.ground.idOf(of)),
});

/** Copies of a parcel, as one step that is called by it. */
export const drawParcels = (bench: Workbench, shapes: readonly Shape[], act: Act, of?: RecordRef): Intent => ({
  do: 'import',
  park: bench.desk.target,
  crs: bench.ground.crs!.epsg,
  parcels: shapes.map((shape) => ({ shape })),
  note: noteOf(act, of && bench.ground.idOf(of)),
});

export function redraw(bench: Workbench, act: Act, redrawn: readonly Redrawn[]): Intent {
  const own = redrawn.flatMap(({ table, key, shape }) =>
    table === 'parcel' || table === 'building' ? [{ table, key, shape }] : [],
  );
  return { do: 'redraw', crs: bench.ground.crs!.epsg, redrawn: own, note: noteOf(act) };
}

/** What would come of what is in hand if it were set down now; null where nothing would. */
export function draftIntent(hand: Hand, bench: Workbench): Intent | null {
  const { scene } = bench;
  const shapes = scene && draftShapes(hand, scene);
  if (!shapes || shapes.length === 0) return null;
  const [of] = hand.of;
  switch (hand.spec.makes) {
    case 'parcel':
      return drawParcel(bench, shapes[0]);
    case 'building':
      return drawBuildings(bench, shapes);
    case 'copies': {
      const act = { code: 'shape-copied', params: { count: shapes.length } } as const;
      return of.table === 'building' ? copyBuildings(bench, shapes, act, of) : drawParcels(bench, shapes, act);
    }
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
