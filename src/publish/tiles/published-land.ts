import type { Geometry, MultiPolygon } from 'geojson';
import type { StateOfUse } from '../../domain/land/states-of-use.ts';
import type { Key } from '../../domain/land/change.ts';
import type { City } from '../../city/city.ts';
import type { Backdrop } from '../../city/view.ts';
import type { Pack } from '../../policy/shape/pack.ts';
import type { FirstFile } from '../shape/published.ts';

/** How much of a boundary is told. */
export interface Thinning {
  /** Decimals of a degree that coordinates keep: five are a metre. */
  readonly digits: number;
  /** How far leaving points out may move a line, m. */
  readonly toleranceM: number;
}

/** What the tiles are made of. What of it is public was decided before: nothing here asks. */
export interface PublishedLand {
  readonly city: City;
  readonly pack: Pack;
  /** Parcels and buildings that are not shown. */
  readonly withheld: { readonly parcels: ReadonlySet<Key>; readonly buildings: ReadonlySet<Key> };
  readonly first: Pick<FirstFile, 'title' | 'districts' | 'townships'>;
  /** Sites 分园 of published parks: the row of the park in `first.parks`, the number of the site. */
  readonly sites: readonly {
    readonly park: number;
    readonly number: number;
    readonly shape: Geometry | MultiPolygon;
  }[];
  /** Land offered for parks, published flags only. */
  readonly idle: readonly { readonly kind: StateOfUse; readonly shape: Geometry }[];
  readonly backdrop: Backdrop | null;
  readonly thinning: Thinning;
}
