import { FIRE_GRADES, FIRE_HAZARDS, isAllowed, wishesOfFire } from './fire.ts';
import { LEAST_WISHES, USUAL_WISHES, type LayingWishes } from './wishes.ts';

/** A wish that is one number. */
export type NumberWishId =
  | 'plotRatio'
  | 'mostStoreys'
  | 'firstM'
  | 'upperM'
  | 'lengthMin'
  | 'lengthMax'
  | 'bayM'
  | 'spacingM'
  | 'highSpacingM'
  | 'rowGapM'
  | 'laneM'
  | 'mainRoadM'
  | 'turningM'
  | 'apronM'
  | 'amenityShare'
  | 'amenityStoreys'
  | 'amenityDepth';

/** What can be wished of a layout, one field each. */
export type WishId = NumberWishId | 'barDepths' | 'plateDepths' | 'setbackM';

/** A wish that is typed as one number, in the page or in the command. */
export interface NumberWish {
  readonly id: NumberWishId;
  readonly unit: 'm' | 'storey' | 'ratio' | 'share';
  readonly min: number;
  readonly max: number;
  readonly read: (wishes: LayingWishes) => number | null;
  readonly write: (wishes: LayingWishes, value: number | null) => Partial<LayingWishes>;
}

/** Half a storey is none. */
export const isWhole = ({ unit }: NumberWish): boolean => unit === 'storey';

type NumberKey = {
  [K in keyof LayingWishes]: LayingWishes[K] extends number ? K : never;
}[keyof LayingWishes];

const plain = (id: NumberWishId & NumberKey, min: number, max: number, unit: NumberWish['unit'] = 'm'): NumberWish => ({
  id,
  unit,
  min,
  max,
  read: (wishes) => wishes[id],
  write: (_, value) => ({ [id]: value ?? USUAL_WISHES[id] }),
});

const amenity = (
  id: NumberWishId,
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

/** The one that was typed holds, and takes the other along. */
const ordered = (min: number, max: number, typed: 'min' | 'max'): Pick<LayingWishes, 'lengthM'> => ({
  lengthM: typed === 'min' ? { min, max: Math.max(min, max) } : { min: Math.min(min, max), max },
});

/** Depths as they are typed: 18、24, 18+24 or 18–30, which is every third metre; null where it is neither. */
export function typedDepths(text: string, step: number): readonly number[] | null {
  const depths = text
    .normalize('NFKC')
    .replace(/\s*(m|米)\s*/gi, '')
    .split(/[,、;+\s]+/)
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

/** What is wished besides numbers, in the command: 18-30 or 18+24; C2; yes; a side by its number; 1:10+3:8. */
export const WORD_WISHES = ['barDepths', 'plateDepths', 'fire', 'aligned', 'entrance', 'sideSetbacks'] as const;
export type WordWish = (typeof WORD_WISHES)[number];

/** How each is written. */
export const WRITTEN: Readonly<Record<WordWish, string>> = {
  barDepths: '18-30, 18+24',
  plateDepths: '36-60, 36+48',
  fire: FIRE_HAZARDS.flatMap((hazard) =>
    FIRE_GRADES.filter((grade) => isAllowed({ hazard, grade })).map((grade) => `${hazard}${grade}`),
  ).join('|'),
  aligned: 'yes|no',
  entrance: '1, 2, 3',
  sideSetbacks: '1:10, 1:10+3:8',
};

/** Number of a side as people count them: from 1. */
const sideOf = (text: string): number | null => (/^[1-9]\d{0,3}$/.test(text) ? Number(text) - 1 : null);

/** More makes no layout, of the page either. */
const MOST_SIDE_SETBACK_M = 100;

/** Setbacks of single sides, each once, 1:10+3:8; null where it is not. */
function sideSetbacksOf(text: string): Partial<LayingWishes> | null {
  const sides = text.split('+').map((part) => {
    const [side, metres, ...more] = part.split(/[:：]/);
    const isMetres = more.length === 0 && /^\d{1,3}(\.\d+)?$/.test(metres ?? '');
    return [sideOf(side), isMetres ? Number(metres) : NaN] as const;
  });
  const isEachOnce = new Set(sides.map(([side]) => side)).size === sides.length;
  const isSound = isEachOnce && sides.every(([side, metres]) => side !== null && metres <= MOST_SIDE_SETBACK_M);
  return isSound ? { sideSetbacksM: Object.fromEntries(sides) as Record<number, number> } : null;
}

const depthsOf = (text: string, step: number, of: 'barDepthsM' | 'plateDepthsM'): Partial<LayingWishes> | null => {
  const depths = typedDepths(text, step);
  return depths && { [of]: depths };
};

/** A wish as it is written; null where it cannot be read so. */
export function wishOfWord(wish: WordWish, text: string): Partial<LayingWishes> | null {
  switch (wish) {
    case 'barDepths':
      return depthsOf(text, 3, 'barDepthsM');
    case 'plateDepths':
      return depthsOf(text, 6, 'plateDepthsM');
    case 'aligned':
      return text === 'yes' || text === 'no' ? { aligned: text === 'yes' } : null;
    case 'entrance': {
      const entranceSide = sideOf(text);
      return entranceSide === null ? null : { entranceSide };
    }
    case 'sideSetbacks':
      return sideSetbacksOf(text);
    case 'fire': {
      const hazard = FIRE_HAZARDS.find((one) => text.toUpperCase().startsWith(one));
      const grade = FIRE_GRADES.find((one) => text.slice(1) === String(one));
      return hazard && grade && isAllowed({ hazard, grade }) ? wishesOfFire({ hazard, grade }) : null;
    }
  }
}
