import type { Missing } from '../../domain/land/figure.ts';
import type { Scalar } from './expression.ts';

/**
 * One thing to do to a park, as data: applied to facts by `factsAfter`, said in words by `texts/policy-repairs.ts`.
 * `building` is that of a unit: its id is its own only there.
 */
export type MendStep =
  | {
      readonly kind: 'set';
      readonly of: MendedKind;
      readonly id: string;
      readonly building?: string;
      readonly field: string;
      readonly from: Scalar | readonly string[] | null;
      readonly to: Scalar | readonly string[];
    }
  | {
      readonly kind: 'clear';
      readonly of: MendedKind;
      readonly id: string;
      readonly building?: string;
      readonly field: string;
    }
  /** Write down why; what is written is for the planner to say. */
  | { readonly kind: 'record'; readonly of: MendedKind; readonly id: string; readonly field: string }
  /** So many entries more on a list; which they are is for the planner to say. */
  | {
      readonly kind: 'entries';
      readonly of: MendedKind;
      readonly id: string;
      readonly field: string;
      readonly by: number;
    }
  /** Done now, after its day: the delay stays. */
  | { readonly kind: 'late'; readonly of: MendedKind; readonly id: string; readonly field: string; readonly on: string }
  /** Done on a day that was too late: nothing is left to do, unless the day is recorded wrong. */
  | {
      readonly kind: 'done-late';
      readonly of: MendedKind;
      readonly id: string;
      readonly field: string;
      readonly on: string;
    }
  /** Floor area above ground, more or less, m²: stated from then on. Units that it leaves no room for are made smaller. */
  | {
      readonly kind: 'floor';
      readonly of: 'building' | 'parcel';
      readonly id: string;
      readonly byM2: number;
      readonly units?: readonly { readonly id: string; readonly floorAreaM2: number }[];
    }
  /** Ground under a building: stated from then on, and the floor area that goes with it where it comes of footprint and storeys, m². */
  | { readonly kind: 'footprint'; readonly id: string; readonly byM2: number; readonly floorM2: number }
  /** Storeys as the top one is, and the floor area they bring, m². */
  | { readonly kind: 'storeys'; readonly id: string; readonly by: number; readonly byM2: number }
  | { readonly kind: 'merge'; readonly building: string; readonly units: readonly string[] }
  | { readonly kind: 'drop'; readonly parcels: readonly string[]; readonly landM2: number | null }
  | { readonly kind: 'add'; readonly parcel: string; readonly landM2: number | null; readonly adjacent: boolean };

export type MendedKind = Exclude<Missing['kind'], 'jurisdiction' | 'township' | 'zone'>;
