import type { Geometry } from 'geojson';
import { boundsAround, type Bounds } from '../../../domain/geometry/columns/bounds.ts';
import { ringsOf } from '../../../domain/geometry/draw/drawn-rings.ts';
import type { Key } from '../../../domain/land/change.ts';
import type { Outlines } from '../../../city/ledger/outlines.ts';
import type { Ledger, RowView } from '../../../supply/ledger/shape.ts';

/** A row of the plan on its sheet, by the number it has there and in the list. */
export interface SheetRow {
  readonly place: number;
  readonly view: RowView;
  readonly shapes: readonly Geometry[];
  readonly bounds: Bounds;
  /** Code of its district; null where its land says none. */
  readonly district: string | null;
}

export interface PlanSheet {
  /** Null: all of the plan. */
  readonly district: string | null;
  readonly rows: readonly SheetRow[];
  readonly bounds: Bounds;
}

/** Keys of all land of the plan's rows, each once. */
export const keysOfRows = ({ rows }: Ledger): readonly Key[] => [...new Set(rows.flatMap(({ parcels }) => parcels))];

/** A sheet of all rows that have land, and one of each district where there are several. */
export function planSheets(ledger: Ledger, keys: readonly Key[], { parcels }: Outlines): readonly PlanSheet[] {
  const outlines = new Map(keys.map((key, n) => [key, parcels[n]]));
  const rows = ledger.rows.flatMap((view, n): SheetRow[] => {
    const own = view.parcels.flatMap((key) => outlines.get(key) ?? []);
    if (own.length === 0) return [];
    const shapes = own.map(({ shape }) => shape);
    return [{ place: n + 1, view, shapes, bounds: boundsOf(shapes), district: own[0].district }];
  });
  if (rows.length === 0) return [];
  const districts = [...new Set(rows.map(({ district }) => district))];
  const sheets = districts.map((district) => sheetOf(district, rows.filter((row) => row.district === district))); // prettier-ignore
  return districts.length > 1 ? [sheetOf(null, rows), ...sheets] : [sheetOf(null, rows)];
}

const sheetOf = (district: string | null, rows: readonly SheetRow[]): PlanSheet => ({
  district,
  rows,
  bounds: boundsAround(rows.flatMap(({ bounds }) => [...bounds])),
});

function boundsOf(shapes: readonly Geometry[]): Bounds {
  const points = shapes.flatMap(ringsOf).flat();
  return boundsAround(points.flatMap(([lon, lat]) => [lon, lat, lon, lat]));
}

/** What each district has of the plan, in the order in which they come up. */
export function districtLines(
  rows: readonly SheetRow[],
): readonly { readonly district: string | null; readonly rows: number; readonly areaM2: number }[] {
  return [...new Set(rows.map(({ district }) => district))].map((district) => {
    const own = rows.filter((row) => row.district === district);
    return { district, rows: own.length, areaM2: own.reduce((sum, { view }) => sum + (view.areaM2 ?? 0), 0) };
  });
}
