import type { GridRow } from './grid.ts';

/** What has the number that rows of a table are matched by: `id`, or a column of its own (BSM); for the name of the file 来源文件. */
export type LandKey = string;

/** What a person said of a table of fields 字段表; what is not said is told from the table. */
export interface TableChoice {
  /** Sheet of a workbook. */
  readonly sheet?: string;
  /** Heading of the column of numbers, and what of the land has them. */
  readonly key?: { readonly column: string; readonly land: LandKey };
  /** Field of a parcel by heading, `conditions.far` for a part of one; null: none, kept as it is. */
  readonly columns?: Readonly<Record<string, string | null>>;
}

/** By name of the file. */
export type TableChoices = Readonly<Record<string, TableChoice>>;

/**
 * How a number of the table is that of a parcel: to the letter; but for width, blanks and case 全角、空格、大小写; or as a
 * figure, for zeros in front and `.0` behind, as spreadsheets take off and put on.
 */
export const MATCHES = ['exact', 'written', 'figure'] as const;
export type MatchHow = (typeof MATCHES)[number];

export interface RowMatch {
  readonly row: number;
  readonly how: MatchHow;
}

/** One number several times, in the table or on the land; which of `rows` and `parcels` were put together. */
export interface Ambiguous {
  readonly number: string;
  readonly rows: readonly number[];
  readonly parcels: readonly number[];
  readonly taken: 'first-row' | 'first-parcel' | 'every-parcel' | 'none';
}

export interface Match {
  readonly column: number;
  readonly heading: string;
  readonly land: LandKey;
  /** By parcel; rows and parcels by their place. */
  readonly rowOf: ReadonlyMap<number, RowMatch>;
  readonly ambiguous: readonly Ambiguous[];
}

/** A column of a table and what it was taken for. */
export interface JoinedColumn {
  readonly heading: string;
  readonly column: number;
  /** `conditions.far` for a part of one; null where it is kept as it is. */
  readonly field: string | null;
  readonly unit: string | null;
  /** It is one of those that mean the number. */
  readonly isNumber: boolean;
}

/** A cell that its field does not take: it is kept as it is written, and not computed with. */
interface UnreadCell {
  readonly row: number;
  readonly heading: string;
  readonly field: string;
  readonly value: string;
  /** Beyond what anyone believes, though of its type. */
  readonly isBeyond: boolean;
}

/** A table put to land 挂接: what became of its columns, rows and cells. */
export interface TableJoin {
  /** Of the file. */
  readonly name: string;
  /** Of a workbook; and all of its sheets that have rows. */
  readonly sheet: string | null;
  readonly sheets: readonly string[];
  readonly headings: readonly string[];
  /** Without those that sum up others. */
  readonly rows: readonly GridRow[];
  readonly totals: number;
  readonly columns: readonly JoinedColumn[];
  /** Null where no row has the number of a parcel. */
  readonly match: Match | null;
  readonly unread: readonly UnreadCell[];
  /** More such cells than are named one by one. */
  readonly unreadFurther: number;
}
