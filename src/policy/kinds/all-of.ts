import { worst } from '../outcomes.ts';
import { combine } from './combine.ts';
import type { Kind } from './kind.ts';

/** Every part must hold 且; the worst counts. */
export const allOf: Kind = {
  name: 'all-of',
  needs: ['of'],
  evaluate: (part, bench) =>
    combine(
      bench.scope,
      'all-of',
      part.of!.map((p) => bench.part(p)),
      worst,
      'worst',
    ),
};
