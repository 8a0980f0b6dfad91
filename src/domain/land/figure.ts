import type { RecordKind, LedgerKind } from './fields/kinds.ts';
import type { Unit } from '../quantity/units.ts';

/** 面积口径: where an area comes from. A higher one outranks a lower: registered, then plane, then ellipsoid. */
export type AreaBasis = 'registered' | 'plane' | 'ellipsoid';

/** A figure that knows where it came from; screen, report, API and command show this same object. */
export interface Figure {
  /** Name of the quantity: `landArea`, `floorArea`, `plotRatio`, … */
  readonly what: string;
  readonly value: number;
  readonly unit: Unit;
  readonly basis?: AreaBasis;
  /** `EPSG:4526` where the value was computed on a plane. */
  readonly crs?: string;
  /** How far the value can be off for the resolution of what is stored (domain rule: 0.1 mm × perimeter, 0.01 m² stated). */
  readonly resolution?: number;
  /** A stated area in it is written less finely than to 0.01 m²: within the resolution its last digit leaves the value open. */
  readonly coarse?: true;
  /** Standard error 中误差 of the value for that of the vertices it was computed from, in its own unit; absent: not known. */
  readonly sigma?: number;
  /** The same quantity on other bases; where one decides otherwise the verdict is borderline 临界. */
  readonly others?: readonly { readonly basis: AreaBasis; readonly value: number }[];
  /** Ids of the records it was computed from. */
  readonly inputs: readonly string[];
  /** Readings taken on the way, as codes with a sentence in `texts/` (e.g. `height-missing-counted-once`). */
  readonly notes?: readonly string[];
}

/** A field someone must fill in before the figure or the finding can be known. */
export interface Missing {
  readonly kind: Exclude<RecordKind, 'condition' | 'commonPart' | LedgerKind>;
  readonly id: string;
  /** Field name of the exchange file, or `geometry` for a boundary that is absent or broken, `buildings` of a parcel whose floor
   * area is all that is known; of a clash also a figure's name. */
  readonly field: string;
  /** It is recorded, and contradicts what is named beside it 相互矛盾: one of them is wrong. */
  readonly clash?: true;
}

/** A quantity not known 未知量, but that it lies from `least` to `most`. One object is one quantity, wherever it enters. */
export interface Open {
  readonly least: number;
  readonly most: number;
  /** How far off it can be once it is known. */
  readonly resolution?: number;
}

/** A figure known in part 已知部分: a sum of what is known and quantities that are not, or no more than its two ends. */
export type Partly =
  | { readonly known: Figure | null; readonly open: readonly { readonly of: Open; readonly times: number }[] }
  | { readonly least: Figure | null; readonly most: Figure | null };

/** A figure that cannot be told. */
export interface Unknown {
  readonly state: 'unknown';
  readonly missing: readonly Missing[];
  /** What of it is certain whatever is missing. Absent: no more than that it is not less than nothing, or does not apply. */
  readonly partly?: Partly;
  /** It may turn out not to apply at all, in spite of `partly`. */
  readonly mayNotApply?: true;
}

/** Three-valued input: a missing input is never 0 and never a pass. */
export type Input<T> = { readonly state: 'value'; readonly value: T } | Unknown | { readonly state: 'not-applicable' };

export const known = <T>(value: T): Input<T> => ({ state: 'value', value });
export const unknown = (...missing: readonly Missing[]): Unknown => ({ state: 'unknown', missing });
/** Recorded figures that cannot all be right. */
export const clashing = (...fields: readonly Missing[]): Unknown =>
  unknown(...fields.map((field) => ({ ...field, clash: true as const })));
export const notApplicable: Input<never> = { state: 'not-applicable' };
