import type { LandClass } from '../../../domain/land/model.ts';

/** All that is said on a map sheet, and what of the park's table stands on it. */
export interface MapWords {
  readonly title: string;
  readonly overview: string;
  /** `第 2 幅，共 6 幅` */
  readonly sheet: (number: number, of: number) => string;
  /** 示例数据; '' where it is not. */
  readonly sample: string;
  readonly about: string;
  readonly north: string;
  readonly legend: string;
  readonly scale: (scale: number) => string;
  readonly grid: (stepM: number) => string;
  readonly classOf: (landClass: LandClass | null) => string;
  readonly border: string;
  readonly beside: string;
  readonly building: string;
  readonly point: string;
  /** Points whose number had no room. */
  readonly unnamed: (points: number) => string;
  readonly site: string;
  readonly sheetEdge: string;
  /** Area of a parcel as its table has it, with the unit; '' where it is not known. */
  readonly areaOf: (parcel: string) => string;
  /** 分园 of a parcel; null where sites are not told, or there is but one. */
  readonly siteOf: (parcel: string) => number | null;
  /** CRS, basis, policy, date, sources: what each is and what it says. */
  readonly facts: readonly (readonly [name: string, text: string])[];
}
