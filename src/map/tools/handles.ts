import type { Ghost, Pointer } from '../../desk/tools/contract.ts';
import { isInside } from '../../desk/tools/inside.ts';
import { edgeAt, spotsOf } from '../../desk/tools/reshaping.ts';
import { toleranceOf } from '../../desk/tools/snapping.ts';
import { offLine } from '../../desk/tools/vectors.ts';
import type { Shape } from '../../domain/geometry/edit/frame.ts';

/** Whether a drag takes hold of something where the tool is pressed; elsewhere a long drag moves the map. */
export function isHandle({ hint, fills }: Ghost, pointer: Pointer): boolean {
  const isOnBorder = (shape: Shape): boolean =>
    spotsOf(shape).some((spot) => offLine(edgeAt(shape, spot), pointer.at) <= toleranceOf(pointer));
  if (hint === 'drop') return true;
  if (hint === 'choose-vertex') return fills.some(({ shape }) => isOnBorder(shape));
  if (hint !== 'base-point') return false;
  // A mouse has other buttons to move the map by; a finger has the map wherever the shape is not.
  return pointer.kind !== 'touch' || fills.some(({ shape }) => isOnBorder(shape) || isInside(shape, pointer.at));
}
