import type { ParkView } from '../../../city/view.ts';
import type { Edit, Effect, EditNote } from '../../../desk/operation.ts';
import type { SplitInput } from '../../../desk/split.ts';
import type { Bounds } from '../../../domain/geometry/columns/bounds.ts';
import type { Layer } from '../../../domain/geometry/columns/layer.ts';
import type { Shape } from '../../../domain/geometry/edit/frame.ts';
import type { Change, ChangeNote, Key } from '../../../domain/land/change.ts';
import type { Building, Parcel, Park } from '../../../domain/land/model.ts';
import type { Result } from '../../../domain/outcome.ts';

export type ParkTarget = { readonly key: Key } | { readonly fresh: FreshPark };
export interface FreshPark {
  readonly name?: string;
  readonly parkType: NonNullable<Park['parkType']>;
}
type SplitHow = Omit<SplitInput, 'id'>;
export type Intent =
  | {
      readonly do: 'draw-parcel';
      readonly park: ParkTarget | null;
      readonly crs: number;
      readonly shape: Shape;
      readonly fields?: Partial<Parcel>;
      readonly note?: ChangeNote;
    }
  | {
      readonly do: 'draw-buildings';
      readonly crs: number;
      readonly outlines: readonly { readonly shape: Shape; readonly fields?: Partial<Building> }[];
      readonly note?: ChangeNote;
    }
  | {
      readonly do: 'redraw';
      readonly crs: number;
      readonly redrawn: readonly { readonly table: 'parcel' | 'building'; readonly key: Key; readonly shape: Shape }[];
      readonly note: ChangeNote;
    }
  | { readonly do: 'assign'; readonly park: ParkTarget; readonly in: readonly Key[]; readonly out: readonly Key[] }
  | {
      readonly do: 'fields';
      readonly table: 'park' | 'parcel' | 'building';
      readonly keys: readonly Key[];
      readonly fields: Readonly<Record<string, unknown>>;
    }
  | { readonly do: 'storeys'; readonly buildings: readonly Key[]; readonly by: number }
  | { readonly do: 'remove'; readonly table: 'park' | 'parcel' | 'building'; readonly keys: readonly Key[] }
  | { readonly do: 'split'; readonly parcel: Key; readonly how: SplitHow }
  | { readonly do: 'merge'; readonly parcels: readonly Key[] }
  | { readonly do: 'existing'; readonly buildings: readonly Key[]; readonly what: 'keep' | 'clear' }
  | { readonly do: 'change'; readonly change: Change };

export interface Tried {
  readonly park: ParkView;
  readonly key: Key;
  readonly effects: readonly Effect[];
  readonly notes: readonly EditNote[];
  readonly overlaps: readonly { readonly id: string; readonly areaM2: number }[];
}
export interface GroundAnswer {
  readonly version: number;
  readonly crs: number;
  readonly more: boolean;
  readonly whole: boolean;
  readonly tables: readonly {
    readonly table: 'parcel' | 'building';
    readonly keys: ArrayLike<Key>;
    readonly ids: readonly string[];
    readonly layer: Layer;
    readonly gone: readonly Key[];
  }[];
}
export type Edited = Edit & { readonly park?: Key };

/** What the desk asks of the city. */
export interface SketchCalls {
  ground(asked: { readonly box: Bounds; readonly since?: number }): Promise<GroundAnswer | null>;
  tried(asked: { readonly park: Key | null; readonly intent: Intent }): Promise<Result<Tried> | null>;
  edit(asked: { readonly intent: Intent }): Promise<Result<Edited> | null>;
}
