import type { Key } from '../../domain/land/change.ts';
import type { NamedProblem } from './candidates.ts';

/** Parcels that are offered and cannot be planned with: how many, and of those in no listed township which these are. */
export interface KeptOut {
  readonly parcels: number;
  /** Of a township that neither the file nor the pack lists, the one with most land first. */
  readonly unknownTownships: readonly { readonly called: string; readonly parcels: number }[];
}

export function keptOutOf(problems: readonly NamedProblem[]): KeptOut {
  const parcels = new Set<Key>();
  const townships = new Map<string, number>();
  for (const { key, code, params } of problems) {
    parcels.add(key);
    if (code !== 'unknown-township') continue;
    const called = String(params.township);
    townships.set(called, (townships.get(called) ?? 0) + 1);
  }
  const unknown = [...townships].map(([called, count]) => ({ called, parcels: count }));
  return {
    parcels: parcels.size,
    unknownTownships: unknown.sort((a, b) => b.parcels - a.parcels || (a.called < b.called ? -1 : 1)),
  };
}
