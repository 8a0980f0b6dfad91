import type { Language } from '../../texts/language.ts';
import type { Labels } from '../../texts/index.ts';

/** Industries 产业 in the reader's language where the pack names them so; else as they are written. */
export const industryNames = (industries: readonly string[], labels: Labels, language: Language): readonly string[] =>
  industries.map((industry) => labels.values[`industries.${industry}`]?.[language] ?? industry);
