import type { Ghost, TypedField } from '../../desk/tools/index.ts';
import type { Position } from '../../domain/geometry/columns/layer.ts';
import { fixed } from '../../texts/index.ts';

/** What the pointer makes of a field that nothing is typed into; '' where it says nothing of it. */
export function liveValue({ measures, points }: Ghost, field: TypedField): string {
  const length = measures.find((m) => m.kind === 'length' && m.inHand);
  const angle = measures.find((m) => m.kind === 'angle' && m.inHand);
  if (field === 'length') return length?.kind === 'length' ? fixed(length.lengthM, 2) : '';
  if (field === 'azimuth') return length?.kind === 'length' ? fixed(length.azimuthDeg, 1) : '';
  if (field === 'turn') return angle?.kind === 'angle' ? fixed(angle.degrees, 1) : '';
  const hand = points.find(({ role }) => role === 'hand')?.at;
  if (!hand) return '';
  if (field === 'east') return hand[0].toFixed(2);
  if (field === 'north') return hand[1].toFixed(2);
  const from = length?.kind === 'length' ? length.from : lastSet(points);
  if (!from) return '';
  if (field === 'deltaEast') return (hand[0] - from[0]).toFixed(2);
  return field === 'deltaNorth' ? (hand[1] - from[1]).toFixed(2) : '';
}

const lastSet = (points: Ghost['points']): Position | undefined =>
  points.filter(({ role }) => role === 'vertex' || role === 'first').at(-1)?.at;
