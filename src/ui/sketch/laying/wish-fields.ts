import type { WishId } from '../../../desk/laying/wish-fields.ts';
import type { Price } from '../../state/sketch/laying/asked.ts';

/** Under which field the price of a wish stands. */
const PRICE_OF: Readonly<Partial<Record<WishId, Price['wish']>>> = {
  bayM: 'bay',
  rowGapM: 'fireLane',
  mainRoadM: 'mainRoad',
  apronM: 'aprons',
  barDepths: 'depths',
  plateDepths: 'depths',
  amenityShare: 'amenity',
  mostStoreys: 'storeys',
};
export const priceOf = (id: WishId): Price['wish'] | null => PRICE_OF[id] ?? null;
