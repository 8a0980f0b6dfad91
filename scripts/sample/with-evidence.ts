import type { Parcel } from '../../src/domain/land/model.ts';
import { historyOf, type Truth } from './histories.ts';
import { random } from './random.ts';
import { featureText } from './write.ts';

interface Feature {
  readonly properties: Readonly<Record<string, unknown>> & { readonly kind: string; readonly id: string };
  readonly geometry: object | null;
}

/** Fields of today's sample that speak of the use of land: histories take their place. */
const REPLACED: readonly (keyof Parcel)[] = [
  'status',
  'approvedOn',
  'suppliedOn',
  'agreedStart',
  'startedOn',
  'stoppedOn',
  'developedShare',
  'investedShare',
  'taxPerMuWan',
  'outputPerMuWan',
  'investmentPerMuWan',
  'floorAreaM2',
];

/**
 * The same features with what offices would have on record of each parcel, and no state of use. `onTruth` is told what each
 * truly is: it goes to a file of its own, which no screen reads. Land of parks stays as it is and is left out of the truth.
 */
export function* withEvidence(texts: Iterable<string>, onTruth: (id: string, truth: Truth) => void): Generator<string> {
  const bare = new Set<unknown>();
  for (const text of texts) {
    const { properties, geometry } = JSON.parse(text) as Feature;
    if (properties.kind === 'building' && bare.has(properties.parcelId)) continue;
    if (properties.kind !== 'parcel' || properties.parkId !== undefined) {
      yield text;
      continue;
    }
    const { code } = properties.landClass as NonNullable<Parcel['landClass']>;
    const isWorks = code.startsWith('10') || code.startsWith('11');
    const status = properties.status as Parcel['status'];
    const { truth, record, isBare } = historyOf(status, isWorks, random(`${properties.id}/history`));
    onTruth(properties.id, truth);
    if (isBare) bare.add(properties.id);
    const kept = Object.entries(properties).filter(([field]) => !(REPLACED as readonly string[]).includes(field));
    yield featureText({ ...Object.fromEntries(kept), ...record }, JSON.stringify(geometry));
  }
}
