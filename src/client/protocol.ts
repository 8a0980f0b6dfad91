import type { Refusal, Result } from '../domain/outcome.ts';
import type { NamedBytes } from '../formats/contract.ts';
import type { PackVersion } from '../policy/history.ts';
import type { TargetRow } from '../policy/targets.ts';
import type { Difference } from '../policy/what-if/difference.ts';
import type { ParameterChange } from '../policy/what-if/baseline.ts';
import type { RuleRepairs } from '../policy/repairs/repairs.ts';
import type {
  BoundaryRepair,
  JudgedView,
  Judging,
  OpenRefusal,
  RepairedFiles,
  ParcelView,
  PolicyView,
  ProjectView,
  ReadChoices,
  TileSetName,
} from '../city/view.ts';

/**
 * What the page asks the worker. `id` pairs an answer with its question; a question that depends on how the project is
 * judged carries it, so that no answer is of another day or precision than the one it was asked of.
 */
export type Ask =
  | { readonly id: number; readonly call: 'policy'; readonly date?: string }
  | { readonly id: number; readonly call: 'versions' }
  | { readonly id: number; readonly call: 'sample'; readonly judging?: Judging }
  | { readonly id: number; readonly call: 'judge'; readonly judging: Judging }
  | {
      readonly id: number;
      readonly call: 'whatIf';
      readonly changes: readonly ParameterChange[];
      readonly judging: Judging;
    }
  | { readonly id: number; readonly call: 'targets'; readonly baseYear?: number; readonly judging: Judging }
  | { readonly id: number; readonly call: 'repairs'; readonly park: string; readonly judging: Judging }
  | { readonly id: number; readonly call: 'proposeRepair' }
  | { readonly id: number; readonly call: 'repaired'; readonly source: string }
  | { readonly id: number; readonly call: 'parcel'; readonly row: number; readonly judging: Judging }
  | { readonly id: number; readonly call: 'list'; readonly rows: Uint32Array }
  | {
      readonly id: number;
      readonly call: 'tile';
      readonly set: TileSetName;
      readonly z: number;
      readonly x: number;
      readonly y: number;
    }
  | {
      readonly id: number;
      readonly call: 'files';
      readonly files: readonly NamedBytes[];
      readonly choices?: ReadChoices;
      readonly judging?: Judging;
    };

/** The value each call is answered with. */
export interface Answers {
  readonly policy: PolicyView | null;
  readonly versions: readonly PackVersion[];
  readonly sample: Result<ProjectView, Refusal>;
  readonly files: Result<ProjectView, OpenRefusal>;
  readonly judge: Result<JudgedView, Refusal> | null;
  /** Null while nothing is open. */
  readonly whatIf: Difference | null;
  readonly repairs: readonly RuleRepairs[] | null;
  readonly proposeRepair: BoundaryRepair | null;
  readonly repaired: Result<RepairedFiles, Refusal> | null;
  readonly parcel: ParcelView | null;
  readonly tile: ArrayBuffer | null;
  readonly list: Float64Array | null;
  readonly targets: readonly TargetRow[] | null;
}

export type Reply =
  | { readonly id: number; readonly kind: 'progress'; readonly done: number; readonly step: string }
  | { readonly id: number; readonly kind: 'done'; readonly value: Answers[Ask['call']] }
  /** A bug, not a refusal: the page says so and shows the message. */
  | { readonly id: number; readonly kind: 'fault'; readonly message: string };
