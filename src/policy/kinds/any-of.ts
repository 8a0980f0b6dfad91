import { eitherOr } from '../outcomes.ts';
import { combine } from './combine.ts';
import type { Kind } from './kind.ts';

/** Either-or 或: one limb is enough. */
export const anyOf: Kind<'any-of'> = {
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
