import type { ReadChoices } from '../../city/view.ts';
import type { VertexPrecision } from '../../domain/geometry/measure/uncertainty.ts';

/** What was open when the page was left: never the land itself, only the names of the files and what was said of them. */
export interface LeftOpen {
  readonly names: readonly string[];
  readonly choices: ReadChoices;
  readonly precision: VertexPrecision | null;
}

const key = 'yuantu.open';

/** Kept by the tab alone, as long as it is there. Storage may be closed to us: then a reload asks nothing. */
export function keepOpen(open: LeftOpen | null): void {
  try {
    if (open) sessionStorage.setItem(key, JSON.stringify(open));
    else sessionStorage.removeItem(key);
  } catch {
    // Not kept; the page works as before.
  }
}

export function leftOpen(): LeftOpen | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    return isLeftOpen(kept) ? kept : null;
  } catch {
    return null;
  }
}

const isLeftOpen = (value: unknown): value is LeftOpen =>
  typeof value === 'object' &&
  value !== null &&
  'choices' in value &&
  typeof value.choices === 'object' &&
  'precision' in value &&
  'names' in value &&
  Array.isArray(value.names) &&
  value.names.every((name) => typeof name === 'string');

/** Whether these are the files that were open, in whatever order. */
export const areThose = (left: LeftOpen, names: readonly string[]): boolean =>
  JSON.stringify(left.names.toSorted()) === JSON.stringify(names.toSorted());
