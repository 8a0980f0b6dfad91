import type { Postgis } from './postgis.ts';

export interface BenchOptions {
  /** Parcels of the set; a benchmark may use fewer where it says so. */
  readonly size: number;
  /** CPU seconds after which nothing more is begun of what may take long; a benchmark says how much was done. */
  readonly seconds: number;
  /** A PostgreSQL with PostGIS to measure against; null where there is none: then its rows are left out and said so. */
  readonly postgis: Postgis | null;
  /** Progress, to stderr. */
  readonly say: (line: string) => void;
}

/** One contender or one judgement: the cells of a row, in the order of the head. */
export interface BenchTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface BenchReport {
  /** What was run, on how much, how often; a sentence or two. */
  readonly about: string;
  readonly table: BenchTable;
  /** Each thing that was compared for correctness, and how it came out. */
  readonly checks: readonly string[];
  /** Time of the peer ÷ ours, by peer: what the table shows, as numbers. */
  readonly ratios: Readonly<Record<string, number>>;
  /** Packages measured against, by name: their versions are printed. */
  readonly peers: readonly string[];
  /** Peers that take part elsewhere and are not here, each with what to install. */
  readonly missing?: readonly string[];
}

/** One benchmark against its peers, in one process or run. */
export interface Benchmark {
  readonly name: string;
  readonly title: string;
  /** Whether a database is worth starting for it. */
  readonly usesPostgis: boolean;
  readonly run: (options: BenchOptions) => Promise<BenchReport>;
}
