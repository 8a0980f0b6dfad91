import type { Tried } from '../../../../city/sketching/tried.ts';
import type { Ghost } from '../../../../desk/tools/index.ts';

/** What is stored is rounded: so much less or more is the same ground, m². Another figure, such as that of a hole, is farther off. */
const ROUNDED_M2 = 1;

/** What is drawn, with areas as they are judged once it is stored: the map and the inspector have the same last digit. */
export function asJudged(ghost: Ghost, tried: Pick<Tried, 'effects'> | null): Ghost {
  const judged = tried?.effects.flatMap(({ areaAfterM2 }) => areaAfterM2 ?? []) ?? [];
  if (judged.length === 0) return ghost;
  const measures = ghost.measures.map((measure) => {
    const own = measure.kind === 'area' && judged.find((m2) => Math.abs(m2 - measure.planeM2) < ROUNDED_M2);
    return own ? { ...measure, planeM2: own } : measure;
  });
  return { ...ghost, measures };
}

/** An area is written in what is drawn. */
export const tellsArea = ({ measures }: Ghost): boolean => measures.some(({ kind }) => kind === 'area');
