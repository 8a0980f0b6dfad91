import type { Position } from '../../domain/geometry/columns/layer.ts';
import type { Shape } from '../../domain/geometry/edit/frame.ts';
import { pointInside } from '../../domain/geometry/lines/point-inside.ts';
import type { DrawGiven, Fault, Scene } from './contract.ts';
import { shapeFaults } from './faults.ts';
import { isInside } from './inside.ts';

export interface Assembled {
  readonly shape: Shape;
  readonly faults: readonly Fault[];
}

/** The shape that a closed outline makes: new, or of the record that gets it as a hole or a further part. */
export function assembled({ as, of }: DrawGiven, outline: readonly Position[], { crs }: Scene): Assembled {
  if (as !== 'hole' || !of) {
    const shape = as === 'part' && of ? [...of.shape, [outline]] : [[outline]];
    return { shape, faults: shapeFaults(shape, crs) };
  }
  const alone = shapeFaults([[outline]], crs);
  if (alone.length > 0) return { shape: of.shape, faults: alone };
  const inner = pointInside([[...outline, outline[0]]]) ?? outline[0];
  const part = of.shape.findIndex((rings) => isInside([rings], inner));
  if (part < 0) return { shape: of.shape, faults: [{ code: 'hole-outside', at: outline[0] }] };
  const shape = of.shape.map((rings, p) => (p === part ? [...rings, outline] : rings));
  return { shape, faults: shapeFaults(shape, crs) };
}
