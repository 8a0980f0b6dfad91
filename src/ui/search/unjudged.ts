import type { ParkLine } from '../../city/view.ts';
import type { Key } from '../../domain/land/change.ts';

export const isUnjudged = ({ outcome }: Pick<ParkLine, 'outcome'>): boolean => outcome === null;

/** Parks still to be judged, at most so many: those that are wanted first, then the others in the order of the file. */
export function nextUnjudged(
  parks: readonly ParkLine[],
  wanted: readonly (ParkLine | null)[],
  most: number,
): readonly Key[] {
  const left = new Set(parks.filter(isUnjudged).map(({ key }) => key));
  const first = wanted.flatMap((line) => (line && left.has(line.key) ? line.key : []));
  return [...new Set([...first, ...left])].slice(0, most);
}
