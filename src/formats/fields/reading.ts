import type { Dictionary } from './dictionary.ts';
import type { Plans } from './plan.ts';
import type { ColumnNotes } from './column-notes.ts';

/** With what the records of a file are read, and which of them. */
export interface Reading {
  readonly dictionary: Dictionary;
  readonly plans: Plans;
  readonly telling: ColumnNotes;
  /** Text and numbers of a table, not the values of an exchange file. */
  readonly plain: boolean;
  /** Number of the record, from 1. */
  readonly row: number;
}
