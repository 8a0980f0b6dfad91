import type { Outcome, Strength } from '../shape/outcome.ts';
import { isMissed, missedAs, worse, worst } from '../outcomes.ts';
import type { Part } from '../shape/part.ts';
import { combine } from './combine.ts';
import type { RuleKind } from './kind.ts';

/** Every part must hold 且; the worst counts. One missed decides, where none that is unknown could come out worse. */
export const allOf: RuleKind<'all-of'> = {
  name: 'all-of',
  needs: { of: true },
  restsOn: ({ of }) => ({ parts: of }),
  evaluate(part, bench) {
    const parts = part.of;
    const could = parts.map((p) => worstOf(p, bench.strength));
    return combine(
      bench.scope,
      'all-of',
      parts.map((p) => bench.part(p)),
      (outcomes) => worstKnown(outcomes, could),
      'worst',
    );
  },
};

/** The worst a part can come out. */
function worstOf(part: Part, strength: Strength): Outcome {
  const own = part.strength ?? strength;
  return 'of' in part ? worst(part.of.map((p) => worstOf(p, own))) : missedAs(own);
}

function worstKnown(outcomes: readonly Outcome[], could: readonly Outcome[]): Outcome {
  const known = worst(outcomes.filter((outcome) => outcome !== 'unknown'));
  const isDecided = isMissed(known) && outcomes.every((o, i) => o !== 'unknown' || worse(known, could[i]) === known);
  return isDecided ? known : worst(outcomes);
}
