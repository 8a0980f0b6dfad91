import { eitherOr } from '../outcomes.ts';
import { combine } from './combine.ts';
import type { RuleKind } from './kind.ts';

/** Either-or 或: one limb is enough. */
export const anyOf: RuleKind<'any-of'> = {
  name: 'any-of',
  needs: { of: true },
  restsOn: ({ of }) => ({ parts: of }),
  evaluate: (part, bench) =>
    combine(
      bench.scope,
      'any-of',
      part.of.map((p) => bench.part(p)),
      eitherOr,
      'best',
    ),
};
