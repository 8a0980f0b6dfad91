/** Where the keys enter the table of the ledger: the cell they were on last, or the table without lines. */
export const inTable = (root: ParentNode | null): HTMLElement | null =>
  root?.querySelector<HTMLElement>('[data-cell][tabindex="0"], .box[tabindex="0"]') ?? null;
