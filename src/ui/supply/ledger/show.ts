import type { LedgerLine, RowView } from '../../../supply/ledger/shape.ts';
import type { App } from '../../state/app.svelte.ts';

/** The land of a line on the map; with `fly` it is gone to. */
export function showLine(app: App, { of }: LedgerLine, fly: boolean): void {
  if (of?.kind === 'park') app.selectPark(of.id, fly);
  else if (of?.kind === 'parcel') void app.selectParcel(of.id, fly, 'replace');
  else if (of?.kind === 'supplyRow') {
    const row = app.supply.ledger.byKey.get(of.key);
    if (row) showRow(app, row, fly);
  }
}

export function showRow(app: App, { row, parcels }: RowView, fly: boolean): void {
  const [first] = row.parcelIds ?? [];
  if (first === undefined) return;
  app.supply.ledger.shown = parcels[0] ?? null;
  void app.selectParcel(first, fly && parcels.length === 1, 'replace');
  if (fly && parcels.length > 1) void app.showParcels(new Set(row.parcelIds));
}
