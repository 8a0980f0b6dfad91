import { landCountsTo } from '../../policy/jurisdictions.ts';
import type { PolicyContext } from '../../policy/shape/context.ts';
import type { Candidate } from './candidates.ts';

/** Land of one township that counts for one jurisdiction: parks are made within it. */
export interface Region {
  readonly township: string;
  /** Code of the jurisdiction 责任单位; null where none has targets. */
  readonly jurisdiction: string | null;
  /** The candidates by themselves, in the order of the file. */
  readonly candidates: readonly Candidate[];
}

/** In the order of the codes of townships and jurisdictions. */
export function regionsOf(candidates: readonly Candidate[], context: PolicyContext): readonly Region[] {
  const known = new Set(context.jurisdictions.map(({ code }) => code));
  const regions = new Map<string, { township: string; jurisdiction: string | null; candidates: Candidate[] }>();
  for (const candidate of candidates) {
    const { township, parcel } = candidate;
    const code = landCountsTo(parcel, context);
    const jurisdiction = code !== undefined && known.has(code) ? code : null;
    const name = `${township}\n${jurisdiction ?? ''}`;
    const region = regions.get(name);
    if (region) region.candidates.push(candidate);
    else regions.set(name, { township, jurisdiction, candidates: [candidate] });
  }
  return [...regions].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, region]) => region);
}
