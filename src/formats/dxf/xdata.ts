import type { Item } from './groups.ts';

const application = 1001;
const text = 1000;

/**
 * The texts of the XDATA 扩展属性 that the application SOUTH 南方 CASS put to an entity: a code of its kind, and of a parcel
 * its number, holder and class.
 */
export function southOf({ groups }: Item): readonly string[] {
  const texts: string[] = [];
  let inside = false;
  for (const { code, value } of groups)
    if (code === application) inside = value.trim().toUpperCase() === 'SOUTH';
    else if (inside && code === text) texts.push(value.trim());
  return texts;
}

/** CASS's code of a parcel boundary 权属线. */
const parcelCode = '300000';

export interface SouthParcel {
  readonly id?: string;
  readonly holder?: string;
  readonly landClass?: string;
}

/** What CASS says of a parcel 宗地: 宗地号, 权利人, 地类; null for what is none, such as a building. */
export function parcelOf([code, id, holder, landClass]: readonly string[]): SouthParcel | null {
  if (code !== parcelCode) return null;
  return { ...(id && { id }), ...(holder && { holder }), ...(landClass && { landClass }) };
}
