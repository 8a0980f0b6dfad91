import type { Measure } from '../../desk/tools/index.ts';
import { formatFixed } from '../../domain/quantity/format.ts';
import { muOf, type SquareMetres } from '../../domain/quantity/units.ts';
import { fixed } from '../figures.ts';
import type { Language } from '../language.ts';

/* What is written on the map of the sketch desk. */

const words = {
  zh: {
    mu: '亩',
    /** 10# 现状 */
    existing: (name: string) => `${name} 现状`,
    storeys: (n: number) => `${n} 层`,
    /** 3→4 层 */
    raised: (from: number | null, to: number) => (from === null ? `${to} 层` : `${from}→${to} 层`),
    cleared: '拆除',
    amenity: '配套',
    crosshair: (north: string, east: string) => `光标 X ${north}，Y ${east}`,
    over: (crosshair: string, what: string) => `${crosshair}：${what}`,
    crosshairGone: '光标已隐藏',
  },
  en: {
    mu: 'mu',
    existing: (name: string) => `${name} existing`,
    storeys: (n: number) => `${n} fl.`,
    raised: (from: number | null, to: number) => (from === null ? `${to} fl.` : `${from}→${to} fl.`),
    cleared: 'cleared',
    amenity: 'ancillary',
    crosshair: (north: string, east: string) => `Crosshair at X ${north}, Y ${east}`,
    over: (crosshair: string, what: string) => `${crosshair}: ${what}`,
    crosshairGone: 'The crosshair is gone',
  },
} as const;

export const sketchMap = words;

/** Less land than this is written in m²: 亩 of it have too few digits. */
const SMALL_M2 = 200;

export interface FigureWords {
  readonly figure: string;
  readonly unit?: string;
}

export function areaOnMap(language: Language, areaM2: SquareMetres, isBuilding: boolean): FigureWords {
  if (isBuilding || areaM2 < SMALL_M2) return { figure: fixed(areaM2, 2), unit: 'm²' };
  return { figure: fixed(muOf(areaM2), 4), unit: words[language].mu };
}

/** `B 地块 30.9120 亩` */
export function parcelOnMap(language: Language, name: string, areaM2: SquareMetres | null): string {
  if (areaM2 === null) return name;
  const { figure, unit } = areaOnMap(language, areaM2, false);
  return `${name} ${figure} ${unit}`;
}

/** A figure of what is drawn, as short as it can be: what it is of is seen. */
export function measureOnMap(language: Language, measure: Measure, isBuilding: boolean): FigureWords {
  switch (measure.kind) {
    case 'angle':
      return { figure: `${fixed(measure.degrees, 1)}°` };
    case 'area':
      return areaOnMap(language, measure.planeM2, isBuilding);
    default:
      return { figure: fixed(measure.lengthM, 2), unit: 'm' };
  }
}

/** A coordinate as surveyors read it, to the centimetre; no digits are set apart, so that it can be typed again. */
export const coordinateOnMap = (metres: number): string => formatFixed(metres, 2);
