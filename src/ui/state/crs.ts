interface Words {
  readonly lonLat: string;
  readonly zone: (width: number, zone: number, meridian: number, prefixed: boolean) => string;
}

/** Central meridian of a CGCS2000 plane system, degrees; null for any other code. Ranges as below. */
function meridianOf(epsg: number): number | null {
  if (epsg >= 4491 && epsg <= 4512) return (((epsg - 4491) % 11) + 13) * 6 - 3;
  if (epsg >= 4513 && epsg <= 4554) return (((epsg - 4513) % 21) + 25) * 3;
  return null;
}

/** The systems of the land that was open come first, 3° before 6°; no more is known, so nothing is chosen for anyone. */
export function nearestFirst(codes: readonly number[], lon: number): number[] {
  const off = (epsg: number) => Math.abs((meridianOf(epsg) ?? 180) - lon) + (epsg < 4513 ? 0.5 : 0);
  return [...codes].sort((a, b) => off(a) - off(b));
}

/**
 * What an EPSG code of CGCS2000 means, in words: 4491–4501 are 6° zones 13–23 with the zone in front, 4502–4512 the
 * same without; 4513–4533 are 3° zones 25–45 with it, 4534–4554 without. Empty for any other code.
 */
export function describeCrs(epsg: number, words: Words): string {
  if (epsg === 4490) return words.lonLat;
  const said = (width: 3 | 6, zone: number, prefixed: boolean) =>
    words.zone(width, zone, width === 3 ? zone * 3 : zone * 6 - 3, prefixed);
  if (epsg >= 4491 && epsg <= 4501) return said(6, epsg - 4478, true);
  if (epsg >= 4502 && epsg <= 4512) return said(6, epsg - 4489, false);
  if (epsg >= 4513 && epsg <= 4533) return said(3, epsg - 4488, true);
  if (epsg >= 4534 && epsg <= 4554) return said(3, epsg - 4509, false);
  return '';
}
