import type { Dated, Scalar } from './shape/expression.ts';

/** The value in force on `date` (YYYY-MM-DD; `until` is the last day), or undefined. */
export function valueOn<T extends Scalar>(dated: Dated<T>, date: string): T | undefined {
  if (!Array.isArray(dated)) return dated as T;
  return (dated as readonly { from?: string; until?: string; value: T }[]).find((d) => isInForce(d, date))?.value;
}

export const isInForce = (span: { readonly from?: string; readonly until?: string }, date: string): boolean =>
  (span.from === undefined || span.from <= date) && (span.until === undefined || date <= span.until);
