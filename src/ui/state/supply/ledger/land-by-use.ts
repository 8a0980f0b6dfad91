import type { LedgerTable } from '../../../../supply/ledger/shape.ts';

interface Land {
  readonly stockM2: number;
  readonly newM2: number;
}

/** 汇总表 for a chart: units, and the uses that have land, each with that of every unit. */
export interface LandByUse {
  readonly units: readonly (string | null)[];
  readonly uses: readonly { readonly use: string | null; readonly land: readonly Land[] }[];
}

export function landByUse({ columns, rows }: LedgerTable): LandByUse {
  const unit = columns.findIndex(({ id }) => id === 'unit');
  const uses = [...new Set(columns.flatMap(({ use }) => (use === undefined ? [] : [use])))];
  const placeOf = (id: 'stock-area' | 'new-area', use: string | null) =>
    columns.findIndex((column) => column.id === id && column.use === use);
  const figure = (cell: unknown) => (typeof cell === 'number' ? cell : 0);
  return {
    units: rows.map(({ cells }) => (cells[unit] === null ? null : String(cells[unit] as string))),
    uses: uses
      .map((use) => {
        const [stock, fresh] = [placeOf('stock-area', use), placeOf('new-area', use)];
        return { use, land: rows.map(({ cells }) => ({ stockM2: figure(cells[stock]), newM2: figure(cells[fresh]) })) };
      })
      .filter(({ land }) => land.some(({ stockM2, newM2 }) => stockM2 + newM2 > 0)),
  };
}
