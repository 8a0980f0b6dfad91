import type { Parcel, Park } from '../../src/domain/land/model.ts';
import { parkInEnglish } from './english.ts';
import { ACROSS, ALONG } from './names.ts';
import { random } from './random.ts';

/** What the public is told of a park, with a stream of random numbers of its own so that all else stays as it was. */
export function parkForPublic(
  park: Park,
  { town, floorM2 }: { readonly town?: string; readonly floorM2: number },
): Park {
  const rnd = random(`${park.id}/public`);
  const road = rnd.pick([...ACROSS, ...ALONG]);
  const address = `${town}${road} ${rnd.whole(1, 288)} 号`;
  const isLet = floorM2 > 0 && (park.stage === 'operating' || (park.stage === 'building' && rnd.chance(0.4)));
  const freeAreaM2 = Math.round((floorM2 * rnd.pick([0, 0.03, 0.08, 0.15, 0.32])) / 10) * 10;
  const rentYuanPerM2Month = rnd.whole(20, 44) / 2;
  const nameEn = parkInEnglish(park.name ?? '');
  const number = park.id.replace(/\D+/g, '').slice(-4).padStart(4, '0');
  return {
    ...park,
    ...(nameEn !== undefined && { nameEn }),
    ...(town !== undefined && rnd.chance(0.9) && { address }),
    ...(isLet && rnd.chance(0.85) && { freeAreaM2, ...(freeAreaM2 > 0 && rnd.chance(0.8) && { rentYuanPerM2Month }) }),
    // No such area code is given, and names under `example` belong to no one.
    ...(isLet && rnd.chance(0.8) && { contactPhone: `000-0000${number}` }),
    ...(isLet && rnd.chance(0.35) && { website: `https://${park.id.toLowerCase()}.example/` }),
    ...(park.stage === 'planned' && rnd.chance(0.7) && { published: true }),
  };
}

const FLAGGED: readonly Parcel['status'][] = ['idle', 'low-efficiency', 'approved-not-supplied'];

/** Of what is flagged the office publishes two thirds. */
export const flagForPublic = ({ id, status }: Pick<Parcel, 'id' | 'status'>): Pick<Parcel, 'flagPublished'> =>
  FLAGGED.includes(status) && random(`${id}/public`).chance(2 / 3) ? { flagPublished: true } : {};
