import type { Parcel, Park } from '../../src/domain/land/model.ts';
import type { Lot } from './lots.ts';

/** A parcel with what is written of it. */
export interface Made {
  readonly lot: Lot;
  readonly id: string;
  /** Index of its township. */
  readonly town: number;
  properties: Omit<Parcel, 'extra'> & { readonly kind: 'parcel' };
  readonly geometry: string;
  /** Features; those of parks stand with their park. */
  buildings: readonly string[];
}

export interface MadePark {
  readonly record: Park;
  readonly lots: readonly Made[];
  readonly buildings: readonly string[];
}
