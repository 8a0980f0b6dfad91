import type { ParameterChange } from '../../../../policy/what-if/baseline.ts';

/** Figures of the pack at another value, by id. */
export type TriedFigures = ReadonlyMap<string, number>;

export const nothingTried: TriedFigures = new Map();

/** `value`: null for that of the pack. */
export function withTried(tried: TriedFigures, id: string, value: number | null): TriedFigures {
  const now = new Map(tried);
  if (value === null) now.delete(id);
  else now.set(id, value);
  return now;
}

/** Those that are still in force. */
export const stillTried = (tried: TriedFigures, isKnown: (id: string) => boolean): TriedFigures =>
  new Map([...tried].filter(([id]) => isKnown(id)));

export const changesOf = (tried: TriedFigures): readonly ParameterChange[] =>
  [...tried].map(([id, value]) => ({ id, value }));
