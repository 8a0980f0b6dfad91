import type { Parcel, Park } from '../../domain/land/model.ts';

/**
 * Whether a park stands on the public map: a draft 设想 never does; else what was said of it, and where nothing was, once it is
 * approved.
 */
export function isParkPublished({ stage, published }: Pick<Park, 'stage' | 'published'>): boolean {
  if (stage === 'idea') return false;
  return published ?? (stage !== undefined && stage !== 'planned');
}

/** What a parcel is flagged as, in the words of the public map. */
export type PublishedFlag = 'idle' | 'low-efficiency' | 'approved-not-supplied';

const flagOfClass = {
  'suspected-idle': 'idle',
  'low-efficiency': 'low-efficiency',
  'approved-not-supplied': 'approved-not-supplied',
} as const;

type Flagged = Pick<Parcel, 'status' | 'flagDecision' | 'flagClass' | 'flagPublished'>;

/** The flag of a parcel as far as the office publishes it: what it confirmed, else the state on record. One in dispute never. */
export function publishedFlag({ status, flagDecision, flagClass, flagPublished }: Flagged): PublishedFlag | null {
  if (flagPublished !== true || flagDecision === 'disputed') return null;
  if (flagDecision === 'confirmed' && flagClass !== undefined) return flagOfClass[flagClass];
  return isFlag(status) ? status : null;
}

/** States of use that are told of a parcel only where its flag is published. */
export const isFlag = (status: Parcel['status']): status is PublishedFlag =>
  status === 'idle' || status === 'low-efficiency' || status === 'approved-not-supplied';
