import type { Position } from 'geojson';

/** Opens what the phone has for maps (RFC 5870, WGS 84). */
export const placeAddress = ([lon, lat]: Position, name: string): string =>
  `geo:${lat},${lon}?q=${lat},${lon}(${encodeURIComponent(name)})`;

/** A marker of 高德地图, told in WGS 84: it turns it into its own GCJ-02 itself. */
export const amapAddress = ([lon, lat]: Position, name: string): string =>
  `https://uri.amap.com/marker?position=${lon},${lat}&name=${encodeURIComponent(name)}&coordinate=wgs84&callnative=1`;
