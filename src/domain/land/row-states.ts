/** A row a record had from a version on, and the state before; null: the one it had at first, undefined: no longer known. */
export interface RowState {
  readonly version: number;
  readonly row: number;
  readonly before: RowState | null | undefined;
}

/** The latest states of a record; whether it had others before is told by the last of them. */
export function shortened(state: RowState, most: number): RowState {
  const states: RowState[] = [];
  let at: RowState | null | undefined = state;
  for (; at && states.length < most; at = at.before) states.push(at);
  return states.reduceRight<RowState | null | undefined>((before, own) => ({ ...own, before }), at && undefined)!;
}

/** The same states in other rows. */
export function withRows(state: RowState, rowOf: (row: number) => number): RowState {
  const states: RowState[] = [];
  for (let at: RowState | null | undefined = state; at; at = at.before) states.push(at);
  const first = states[states.length - 1].before;
  return states.reduceRight<RowState | null | undefined>(
    (before, own) => ({ ...own, row: rowOf(own.row), before }),
    first,
  )!;
}
