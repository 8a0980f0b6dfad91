import type { LedgerCell, LedgerColumnId, LedgerTable } from '../../supply/ledger/shape.ts';

/** Rows and area of what falls under one word, m². */
export interface Share {
  readonly code: string | null;
  readonly rows: number;
  readonly areaM2: number;
}

const placeOf = ({ columns }: LedgerTable, id: LedgerColumnId, use?: string | null): number =>
  columns.findIndex((column) => column.id === id && column.use === use);

const numberOf = (cell: LedgerCell | undefined): number => (typeof cell === 'number' ? cell : 0);

/** A total of the table; 0 where there is none. */
export const totalOf = (table: LedgerTable, id: LedgerColumnId, use?: string | null): number =>
  numberOf(table.totals?.cells[placeOf(table, id, use)]);

/** Its ceiling 以内; null where it has none. */
export const mostOf = (table: LedgerTable, id: LedgerColumnId): number | null =>
  table.totals?.most?.[placeOf(table, id)] ?? null;

/** Lines of a table that counts its rows, by what each is of. */
export const linesOf = (table: LedgerTable, id: LedgerColumnId): readonly Share[] =>
  table.rows.map(({ cells }) => ({
    code: codeIn(cells[placeOf(table, id)]),
    rows: numberOf(cells[placeOf(table, 'rows')]),
    areaM2: numberOf(cells[placeOf(table, 'area')]),
  }));

const codeIn = (cell: LedgerCell | undefined): string | null =>
  typeof cell === 'string' || typeof cell === 'number' ? String(cell) : null;

/** Rows of a table by what stands in a column, in the order in which it comes up, those without at last. */
export function sharesBy(table: LedgerTable, id: LedgerColumnId): readonly Share[] {
  const [by, area] = [placeOf(table, id), placeOf(table, 'area')];
  const shares = new Map<string | null, Share>();
  for (const { cells } of table.rows) {
    const code = codeIn(cells[by]);
    const { rows, areaM2 } = shares.get(code) ?? { rows: 0, areaM2: 0 };
    shares.set(code, { code, rows: rows + 1, areaM2: areaM2 + numberOf(cells[area]) });
  }
  const known = [...shares.values()].filter(({ code }) => code !== null);
  return [...known, ...[...shares.values()].filter(({ code }) => code === null)];
}

interface UseShare {
  readonly use: string | null;
  readonly areaM2: number;
  readonly newM2: number;
  readonly stockM2: number;
}

/** Uses that have land in the summary, with what of it is new and what is stock. */
export const usesOf = (table: LedgerTable): readonly UseShare[] =>
  table.columns.flatMap(({ id, use }) => {
    if (id !== 'area' || use === undefined) return [];
    const areaM2 = totalOf(table, 'area', use);
    const [newM2, stockM2] = [totalOf(table, 'new-area', use), totalOf(table, 'stock-area', use)];
    return areaM2 > 0 ? [{ use, areaM2, newM2, stockM2 }] : [];
  });
