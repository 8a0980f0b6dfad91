import { planeCrsOf } from '../domain/geodesy/zones.ts';
import type { Language } from './language.ts';

/** The CGCS2000 zones by how near their central meridian 中央子午线 lies to a longitude, 3° before 6°; others last. */
export function nearestFirst(codes: readonly number[], lon: number): number[] {
  const off = (epsg: number) => {
    const plane = planeCrsOf(epsg);
    return plane ? Math.abs(plane.centralMeridian - lon) + (plane.width === 6 ? 0.5 : 0) : 180;
  };
  return [...codes].sort((a, b) => off(a) - off(b));
}

const epsgOf = (choice: string): number => Number(/^EPSG:(\d+)$/.exec(choice)?.[1] ?? NaN);

/** Choices of a refusal as they are named: zones of the place first, each with its central meridian. */
export function namedChoices(language: Language, choices: readonly string[], meridian: number | undefined): string[] {
  const codes = choices.map(epsgOf);
  if (codes.some(Number.isNaN)) return [...choices];
  return (meridian === undefined ? codes : nearestFirst(codes, meridian)).map((code) => nameOf(language, code));
}

function nameOf(language: Language, epsg: number): string {
  const plane = planeCrsOf(epsg);
  if (!plane) return `EPSG:${epsg}`;
  const { centralMeridian, width } = plane;
  return language === 'zh'
    ? `EPSG:${epsg} 中央子午线 ${centralMeridian}°${width === 6 ? '（6° 带）' : ''}`
    : `EPSG:${epsg} central meridian ${centralMeridian}°${width === 6 ? ' (6° zone)' : ''}`;
}
