import { LEAST_WISHES, USUAL_WISHES, type LayingWishes } from '../../../desk/laying/wishes.ts';
import type { Price } from '../../state/sketch/laying/asked.ts';
import type { WishId } from '../../../texts/ui/sketch-laying.ts';

/** A wish that is typed as one number. */
interface NumberWish {
  readonly id: WishId;
  readonly unit: 'm' | 'storey' | 'ratio' | 'share';
  readonly min: number;
  readonly max: number;
  readonly read: (wishes: LayingWishes) => number | null;
  readonly write: (wishes: LayingWishes, value: number | null) => Partial<LayingWishes>;
}

type NumberKey = {
  [K in keyof LayingWishes]: LayingWishes[K] extends number ? K : never;
}[keyof LayingWishes];

const plain = (id: WishId & NumberKey, min: number, max: number, unit: NumberWish['unit'] = 'm'): NumberWish => ({
  id,
  unit,
  min,
  max,
  read: (wishes) => wishes[id],
  write: (_, value) => ({ [id]: value ?? USUAL_WISHES[id] }),
});

const amenity = (
  id: WishId,
  field: 'floorShare' | 'storeys' | 'depthM',
  min: number,
  max: number,
  unit: NumberWish['unit'] = 'm',
): NumberWish => ({
  id,
  unit,
  min,
  max,
  read: (wishes) => wishes.amenity[field],
  write: (wishes, value) => ({ amenity: { ...wishes.amenity, [field]: value ?? USUAL_WISHES.amenity[field] } }),
});

/** What can be wished of a layout, as it stands in the panel. */
export const NUMBER_WISHES: readonly (readonly NumberWish[])[] = [
  [
    {
      id: 'plotRatio',
      unit: 'ratio',
      min: LEAST_WISHES.plotRatio,
      max: 10,
      read: ({ plotRatio }) => plotRatio,
      write: (_, plotRatio) => ({ plotRatio }),
    },
    plain('mostStoreys', 1, 40, 'storey'),
    {
      id: 'firstM',
      unit: 'm',
      min: 3,
      max: 20,
      read: ({ heights }) => heights.firstM,
      write: ({ heights }, firstM) => ({ heights: { ...heights, firstM: firstM ?? USUAL_WISHES.heights.firstM } }),
    },
    {
      id: 'upperM',
      unit: 'm',
      min: 2.8,
      max: 20,
      read: ({ heights }) => heights.upperM,
      write: ({ heights }, upperM) => ({ heights: { ...heights, upperM: upperM ?? USUAL_WISHES.heights.upperM } }),
    },
  ],
  [
    {
      id: 'lengthMin',
      unit: 'm',
      min: 6,
      max: 400,
      read: ({ lengthM }) => lengthM.min,
      write: ({ lengthM }, value) => ordered(value ?? USUAL_WISHES.lengthM.min, lengthM.max, 'min'),
    },
    {
      id: 'lengthMax',
      unit: 'm',
      min: 6,
      max: 400,
      read: ({ lengthM }) => lengthM.max,
      write: ({ lengthM }, value) => ordered(lengthM.min, value ?? USUAL_WISHES.lengthM.max, 'max'),
    },
    plain('bayM', LEAST_WISHES.bayM, 30),
  ],
  [
    plain('spacingM', 4, 60),
    plain('highSpacingM', 4, 60),
    plain('rowGapM', 4, 80),
    plain('laneM', 3, 20),
    plain('mainRoadM', 0, 40),
    plain('turningM', 9, 30),
    plain('apronM', 0, 60),
  ],
  [
    amenity('amenityShare', 'floorShare', 0, 0.5, 'share'),
    amenity('amenityStoreys', 'storeys', 1, 20, 'storey'),
    amenity('amenityDepth', 'depthM', 6, 30),
  ],
];

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

/** The one that was typed holds, and takes the other along. */
const ordered = (min: number, max: number, typed: 'min' | 'max'): Pick<LayingWishes, 'lengthM'> => ({
  lengthM: typed === 'min' ? { min, max: Math.max(min, max) } : { min: Math.min(min, max), max },
});

export type { NumberWish };

/** Depths as they are typed: 18、24 or 18–30, which is every third metre; null where it is neither. */
export function typedDepths(text: string, step: number): readonly number[] | null {
  const depths = text
    .normalize('NFKC')
    .replace(/\s*(m|米)\s*/gi, '')
    .split(/[,、;\s]+/)
    .filter(Boolean)
    .flatMap((part) => {
      const [from, to = from] = part.split(/[-–—~]/).map(Number);
      const count = Math.floor((to - from) / step + 1e-9) + 1;
      return count > 0 && count < 100 ? Array.from({ length: count }, (_, i) => from + i * step) : [NaN];
    });
  const isSound = depths.length > 0 && depths.every((depth) => depth >= 6 && depth <= 120);
  return isSound ? [...new Set(depths)].sort((a, b) => a - b) : null;
}

/** The same the other way round. */
export function depthsText(depths: readonly number[], step: number): string {
  const isRun = depths.length > 2 && depths.every((depth, i) => i === 0 || depth - depths[i - 1] === step);
  return isRun ? `${depths[0]}–${depths[depths.length - 1]}` : depths.join('、');
}
