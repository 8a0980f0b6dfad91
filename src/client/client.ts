import type {
  BoundaryRepair,
  JudgedView,
  Judging,
  OpenRefusal,
  ParcelView,
  PolicyView,
  ProjectView,
  ReadChoices,
  RepairedFiles,
  TileSetName,
} from '../city/view.ts';
import type { Refusal, Result } from '../domain/outcome.ts';
import type { NamedBytes } from '../formats/contract.ts';
import type { Difference } from '../policy/what-if/difference.ts';
import type { ParameterChange } from '../policy/what-if/baseline.ts';
import type { PackVersion } from '../policy/history.ts';
import type { TargetRow } from '../policy/targets.ts';
import type { RuleRepairs } from '../policy/repairs/repairs.ts';

export interface OpenOptions {
  readonly choices?: ReadChoices;
  readonly judging?: Judging;
  readonly onProgress?: (done: number, step: string) => void;
  readonly signal?: AbortSignal;
}

/** Whether what is open can be asked: `lost` while it is read again after its worker ended, `gone` when that failed. */
export type Health = 'well' | 'lost' | 'back' | 'gone';

/**
 * What the page asks for; answered by a worker here, or by a server over HTTP. A promise is rejected with an `AbortError` where
 * its answer would stand beside another project, law or question than it was asked of, and with `WorkerLost` where nobody
 * is left to give it.
 */
export interface Client {
  /** The law of a day, or what is planned by today where none is given; null on a day before every pack. */
  policy(date?: string): Promise<PolicyView | null>;
  /** Every pack there is, the latest first, with what began and ended in it. */
  versions(): Promise<readonly PackVersion[]>;
  openSample(options?: OpenOptions): Promise<Result<ProjectView, Refusal>>;
  /** The files never leave this device. */
  openFiles(files: readonly NamedBytes[], options?: OpenOptions): Promise<Result<ProjectView, OpenRefusal>>;
  /** Judges the open project on another day or precision; nothing is read again. Null while nothing is open. */
  judge(judging: Judging): Promise<Result<JudgedView, Refusal> | null>;
  /** Everything about one parcel of the open project, by its row; null where there is none. */
  parcel(row: number): Promise<ParcelView | null>;
  /** Vector tile z/x/y (XYZ, Web Mercator) of the open project, not compressed; null where it is empty. */
  tile(set: TileSetName, z: number, x: number, y: number, signal?: AbortSignal): Promise<ArrayBuffer | null>;
  /** Makes these parcels the tile set `listed`; lon, lat of a point in each, NaN where nothing is drawn. Null while nothing is open. */
  list(rows: Uint32Array): Promise<Float64Array | null>;
  /** What other values of the law would change for the parks that are open; the pack stays as it is. */
  whatIf(changes: readonly ParameterChange[]): Promise<Difference | null>;
  /** What would mend the boundaries that are open; nothing is changed. */
  proposeRepair(): Promise<BoundaryRepair | null>;
  /** The same, done, as files. `source`: name of the file it came from. */
  repaired(source: string): Promise<Result<RepairedFiles, Refusal> | null>;
  /** Progress of every jurisdiction by year, counted from `baseYear` where one is given; null while nothing is open. */
  targets(baseYear?: number): Promise<readonly TargetRow[] | null>;
  /** How the rules a park misses could be mended; null where no such park is open. */
  repairs(park: string): Promise<readonly RuleRepairs[] | null>;
  /** Told whenever it changes; one listener. */
  onHealth(listener: (health: Health) => void): void;
}
