import type { IntentOf } from '../../desk/intent.ts';
import type { BoundName } from '../../desk/laying/conditions.ts';
import type { Against, TightBound } from '../../desk/laying/limits.ts';
import type { LandToLay } from '../../desk/laying/laying.ts';
import type { Key } from '../../domain/land/change.ts';
import type { Building, Parcel } from '../../domain/land/model.ts';
import type { Layout } from '../../layout/shape/layout.ts';

/** A complete layout that can be taken. */
export interface OfferedLayout extends Layout {
  /** What of the bounds of its mass has least to spare. */
  readonly tight: TightBound | null;
  /** Of each miss, in their order, what stands against it. */
  readonly against: readonly Against[];
  /** Taking it. */
  readonly intent: IntentOf<'draw-buildings'>;
}

/** The land that is laid out, on its plane. */
export interface LaidLand extends Pick<LandToLay, 'sides' | 'conditions' | 'countsUnlike'> {
  /** EPSG */
  readonly crs: number;
  readonly rings: LandToLay['site']['rings'];
  readonly parcels: readonly (Pick<Parcel, 'id' | 'name' | 'parkId'> & { readonly key: Key })[];
  /** Bounds that are those of its own conditions 规划条件; the others are national. */
  readonly own: readonly BoundName[];
  /** 停车位 per 100 m² too is of its own conditions. */
  readonly ownsParking: boolean;
  readonly buildings: readonly (Pick<Building, 'id' | 'name' | 'storeys'> & {
    readonly key: Key;
    /** It was there before anything was drawn 现状. */
    readonly existing: boolean;
    readonly isKept: boolean;
    readonly rings: LandToLay['site']['rings'];
  })[];
}

/** Layouts as far as they are made. */
export interface LaidOutView {
  readonly land: LaidLand;
  /** Those after the ones that are known. */
  readonly layouts: readonly OfferedLayout[];
  readonly isAll: boolean;
  /** Once all are made: what no layout exceeds. */
  readonly mostPlotRatio: number | null;
}
