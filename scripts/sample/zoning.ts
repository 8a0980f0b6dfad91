import type { Category } from './names.ts';
import type { Random } from './random.ts';

/** What a block is for. */
export type Quarter = 'core' | 'homes' | 'works' | 'campus' | 'village' | 'shore';

export interface Place {
  /** Distance from the middle, m. */
  readonly out: number;
  readonly category: Category;
  /** Smooth noise −1…1 that gathers like uses. */
  readonly drift: number;
  /** Beside the river or the lake. */
  readonly shore: boolean;
}

export const quarterOf = (place: Place, rnd: Random): Quarter => {
  if (place.shore && rnd.chance(0.5)) return 'shore';
  if (place.category === 'development-zone')
    return rnd.weighted([
      ['works', 70],
      ['homes', 15],
      ['campus', 9],
      ['core', 6],
    ]);
  if (place.category === 'county' || place.category === 'district')
    return rnd.weighted([
      ['homes', 46],
      ['core', 12],
      ['works', 34 + 30 * place.drift],
      ['campus', 8],
    ]);
  const middle = Math.max(0, 1 - place.out / 2600);
  const edge = Math.max(0, (place.out - 3600) / 2200) + 0.7 * Math.max(0, place.drift - 0.25);
  return rnd.weighted([
    ['core', 14 + 90 * middle],
    ['homes', 62],
    ['works', 4 + 70 * edge],
    ['campus', 12],
  ]);
};

/** Size of a block and of its parcels, m². */
export const GRAIN: Record<Quarter, { block: number; parcel: number }> = {
  core: { block: 30000, parcel: 6800 },
  homes: { block: 52000, parcel: 16000 },
  works: { block: 110000, parcel: 28500 },
  campus: { block: 70000, parcel: 22000 },
  village: { block: 30000, parcel: 9500 },
  shore: { block: 60000, parcel: 16000 },
};

const CLASSES: Record<Quarter, readonly (readonly [string, number])[]> = {
  core: [
    ['0901', 34],
    ['0902', 22],
    ['0701', 22],
    ['0801', 9],
    ['0802', 4],
    ['1401', 6],
    ['1309', 2],
    ['1303', 1],
  ],
  homes: [
    ['0701', 68],
    ['0901', 11],
    ['0801', 6],
    ['0902', 4],
    ['1401', 7],
    ['1309', 2],
    ['1302', 1],
    ['1303', 1],
  ],
  works: [
    ['100101', 44],
    ['100102', 27],
    ['100103', 6],
    ['110101', 9],
    ['0802', 4],
    ['1402', 4],
    ['1303', 2],
    ['0901', 2],
    ['1309', 2],
  ],
  campus: [
    ['0802', 58],
    ['0801', 16],
    ['0701', 14],
    ['0902', 6],
    ['1401', 6],
  ],
  village: [
    ['0703', 94],
    ['0801', 6],
  ],
  shore: [
    ['1401', 74],
    ['0701', 16],
    ['0901', 10],
  ],
};

/** Land class of a parcel 国土空间用地用海分类 (2023). */
export const classOf = (quarter: Quarter, areaM2: number, rnd: Random): string => {
  const code = rnd.weighted(CLASSES[quarter]);
  // Substations, pumping stations and the like stand on small plots.
  return code.startsWith('13') && areaM2 > 15000 ? (quarter === 'works' ? '1402' : '1401') : code;
};
