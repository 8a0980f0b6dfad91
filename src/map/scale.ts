/** Length of the equator on WGS 84 / CGCS2000, m: a Web Mercator world is that wide. */
const EQUATOR_M = 2 * Math.PI * 6378137;
/** MapLibre's world is 512 px wide at zoom 0. */
const WORLD_PX = 512;

/** Ground length of one CSS px at a latitude and zoom, m. */
export function metresPerPixel(lat: number, zoom: number): number {
  return (EQUATOR_M * Math.cos((lat * Math.PI) / 180)) / (WORLD_PX * 2 ** zoom);
}

export interface ScaleBar {
  /** A round length, m: 1, 2 or 5 × 10ⁿ. */
  readonly metres: number;
  /** How long it is drawn, CSS px. */
  readonly px: number;
  readonly metresPerPx: number;
}

/** The longest round scale bar that fits. */
export function scaleBar(metresPerPx: number, maxPx: number): ScaleBar {
  const longest = metresPerPx * maxPx;
  const power = 10 ** Math.floor(Math.log10(longest));
  const metres = (([5, 2] as const).find((step) => step * power <= longest) ?? 1) * power;
  return { metres, px: metres / metresPerPx, metresPerPx };
}

/** A CSS px on paper, m: 1/96 inch. */
export const PAPER_PX_M = 0.0254 / 96;

/** The next round scale on paper (1 : 1, 1.5, 2, 2.5, 3, 4, 5, 6 or 8 × 10ⁿ) that shows no less; as metres per px. */
export function roundScale(metresPerPx: number): number {
  const scale = metresPerPx / PAPER_PX_M;
  const power = 10 ** Math.floor(Math.log10(scale));
  // A scale that is round already is not made smaller by the last bit of a logarithm.
  const step = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8].find((s) => s * power >= scale * (1 - 1e-9)) ?? 10;
  return step * power * PAPER_PX_M;
}
