import { place, type Boundary, type Scene, type ToolEvent } from '../../../../desk/tools/index.ts';
import { stepAlong } from '../../../../desk/tools/vectors.ts';
import type { Position } from '../../../../domain/geometry/columns/layer.ts';
import { machine, nothing, ofPlace, type Machine } from './machine.ts';

/** 尺寸: a building by its width and depth, metres; the width runs along the azimuth, the depth to its left. */
export interface StampSize {
  readonly widthM: number;
  readonly depthM: number;
  readonly azimuthDeg: number;
}

/** A building of a size in hand: every click sets one down, by its first corner. */
export function stampOf(size: StampSize): Machine {
  const shape = [[cornersOf(size)]];
  const of: Boundary = { table: 'building', key: -1, shape };
  const given = { by: 'copy', of } as const;
  const own = machine(place, given, ofPlace, { ...place.begin(given), points: [shape[0][0][0]] });
  return {
    ...own,
    // Read through: what is typed changes with every event.
    get typed() {
      return own.typed;
    },
    points: 0,
    get isHolding() {
      return own.isHolding;
    },
    step: (event, scene) => (isTakenBack(event) ? null : own.step(event, alone(scene))),
    ghost(scene) {
      const ghost = own.ghost(alone(scene));
      // The corner it counts from stands nowhere.
      const lines = ghost.lines.filter(({ role }) => role === 'guide');
      return { ...nothing, fills: ghost.fills, lines, points: ghost.points.filter(({ role }) => role === 'hand'), snap: ghost.snap, faults: ghost.faults, finishable: ghost.finishable, hint: 'target-point' }; // prettier-ignore
    },
  };
}

/** Nothing is said against the place it comes from. */
function alone(scene: Scene): Scene {
  const snaps = { ...scene.settings.snaps, perpendicular: false, parallel: false };
  return { ...scene, settings: { snaps, ortho: 0, trace: false } };
}

/** Its place cannot be taken back: it has none yet. */
const isTakenBack = (event: ToolEvent): boolean =>
  event.type === 'cancel' || (event.type === 'command' && event.command === 'back');

function cornersOf({ widthM, depthM, azimuthDeg }: StampSize): Position[] {
  const [along, left] = [stepAlong(azimuthDeg), stepAlong(azimuthDeg - 90)];
  const corner = (w: number, d: number): Position => [w * along[0] + d * left[0], w * along[1] + d * left[1]];
  return [corner(0, 0), corner(widthM, 0), corner(widthM, depthM), corner(0, depthM)];
}
