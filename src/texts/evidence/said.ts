import type { Language } from '../language.ts';
import type { evidenceWords } from './words.ts';

type Words = (typeof evidenceWords)[Language];

/** What a land was found to come to, as far as it is said. */
interface Recomputed {
  readonly differences: readonly {
    readonly path: readonly (string | number)[];
    readonly rounding?: true;
    readonly besides?: true;
  }[];
  readonly figures: number;
  readonly findings: number;
}

interface Said {
  readonly state: 'pass' | 'fail' | 'unknown';
  readonly said: string;
}

/** What a check comes to, in a word. What could not be checked is no file that differs. */
export function checkSaid(agrees: boolean | null, { failed }: { readonly failed: boolean }, words: Words): Said {
  if (failed) return { state: 'unknown', said: words.unchecked };
  if (agrees === null) return { state: 'unknown', said: `${words.working}…` };
  return agrees ? { state: 'pass', said: words.agrees } : { state: 'fail', said: words.differs };
}

/** 重新计算: what the land of a file comes to; last digits of another browser and what an older file does not tell are counted apart. */
export function recomputedSaid({ differences, figures, findings }: Recomputed, words: Words): string {
  const found = differences.filter(({ rounding, besides }) => !rounding && !besides).length;
  if (found > 0) return words.found(found);
  const rounded = differences.filter(({ rounding }) => rounding).length;
  const besides = differences.length - rounded;
  return [
    words.recomputed(figures, findings),
    ...(rounded > 0 ? [words.rounding(rounded)] : []),
    ...(besides > 0 ? [words.besides(besides)] : []),
  ].join(' · ');
}
