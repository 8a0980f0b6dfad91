import type { Park } from '../../domain/land/model.ts';

export type ParkType = NonNullable<Park['parkType']>;

/** A park begins: with parcels that are picked, or with one that is drawn. */
export type Begin = (way: 'pick' | 'draw', parkType: ParkType) => void;
