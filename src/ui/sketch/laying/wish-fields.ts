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

/** Figures in a sentence stay on one line with their signs and units: `18–30`, `≥ 12`, `5 + 4 + 5`, `20 m`. */
export const unbroken = (text: string): string =>
  text.replace(/(?<=[\d≥≤+]) (?=[\d+]|(?:m|ft)\b|%)/g, '\u00a0').replace(/(?<=\d)–(?=\d)/g, '\u2060–\u2060');

/** A number as people write it, with a unit behind or without; NaN where it is none. */
export function readNumber(text: string): number {
  const [, figure] = /^([+\-−]?(?:\d+(?:\.\d+)?|\.\d+))\s*(?:m|米|层|%|fl\.?|storeys?)?$/i.exec(text.normalize('NFKC').trim()) ?? []; // prettier-ignore
  return figure === undefined ? NaN : Number(figure.replace('−', '-'));
}
