/** A Gauss–Krüger zone 高斯-克吕格投影带 on CGCS2000. */
export interface PlaneCrs {
  /** EPSG code, e.g. 4526 (3° zone 38, prefixed) or 4547 (same zone, CM 114°E, no prefix). */
  readonly epsg: number;
  /** 3 or 6: width of the zone in degrees 几度分带. */
  readonly width: 3 | 6;
  /** Zone number 带号: 25–45 (3°) or 13–23 (6°). */
  readonly zone: number;
  /** Central meridian 中央子午线, degrees. */
  readonly centralMeridian: number;
  /** True when eastings carry the zone number in front (38 500 000 on the central meridian). */
  readonly prefixed: boolean;
}

/** `EPSG:4526` */
export const formatCrs = (crs: PlaneCrs): string => `EPSG:${crs.epsg}`;
