import type { Missing, Unknown } from '../../domain/land/figure.ts';

/** A figure of which nothing is certain, not even that it is not less than nothing. */
export const whollyUnknown = (missing: readonly Missing[]): Unknown => ({
  state: 'unknown',
  missing,
  partly: { least: null, most: null },
  mayNotApply: true,
});
