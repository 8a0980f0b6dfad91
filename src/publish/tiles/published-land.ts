import type { City } from '../../city/city.ts';
import type { Backdrop } from '../../city/view.ts';
import type { Key } from '../../domain/land/change.ts';
import type { StateOfUse } from '../../domain/land/states-of-use.ts';
import type { Pack } from '../../policy/shape/pack.ts';
import type { Thinning } from '../collect/thinned.ts';
import type { FirstFile, OutlinesFile } from '../shape/published.ts';

/** What the tiles are made of. What of it is public was decided before: nothing here asks. */
export interface PublishedLand {
  readonly city: City;
  readonly pack: Pack;
  /** How closely boundaries of parcels and buildings are told. */
  readonly thinning: Thinning;
  /** Parcels and buildings that are not shown. */
  readonly withheld: { readonly parcels: ReadonlySet<Key>; readonly buildings: ReadonlySet<Key> };
  readonly first: Pick<FirstFile, 'title' | 'districts' | 'townships'> & {
    readonly parks: Pick<FirstFile['parks'], 'name' | 'nameEn'>;
  };
  /** Of each row of `first.parks` its sites, thinned; the first of them first. */
  readonly outlines: OutlinesFile['parks'];
  /** Parcels offered for parks. */
  readonly idle: readonly { readonly key: Key; readonly kind: StateOfUse }[];
  readonly backdrop: Backdrop | null;
}
