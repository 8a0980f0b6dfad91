interface Words {
  readonly lonLat: string;
  readonly zone: (width: number, zone: number, meridian: number, prefixed: boolean) => string;
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
