import type { ParkView } from '../../../city/view.ts';
import type { Key } from '../../../domain/land/change.ts';
import type { BuildingFacts, ParcelFacts } from '../../../domain/land/facts.ts';
import type { Figure, Input } from '../../../domain/land/figure.ts';
import type { Building, Parcel } from '../../../domain/land/model.ts';
import { muOf } from '../../../domain/quantity/units.ts';

/** 建筑: one as the table shows it; its figures are those of what lies inside the park. */
export interface BuildingRow {
  readonly key: Key;
  readonly record: Building;
  readonly name: string;
  /** 地上层数 */
  readonly storeys: number | null;
  readonly footprintM2: number | null;
  readonly floorM2: number | null;
  readonly countedM2: number | null;
  /** Of it inside the park, 0–1: the rest does not count. */
  readonly insideShare: number;
}

/** 地块 of the park, or of what it was before or would be with what is in hand. */
export interface ParcelRow {
  readonly key: Key;
  readonly record: Parcel;
  readonly areaM2: number | null;
  readonly mu: number | null;
  /** Taken in 调入 or left out 调出 by what is in hand. */
  readonly moves: 'in' | 'out' | null;
}

const valueOf = (input: Input<Figure>): number | null => (input.state === 'value' ? input.value.value : null);
const plus = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b);

/** A building that reaches over several parcels of the park is one row. */
export function buildingRows({ facts }: Pick<ParkView, 'facts'>): readonly BuildingRow[] {
  const rows = new Map<Key, BuildingRow>();
  for (const own of facts.buildings) {
    const row = buildingRow(own);
    const first = rows.get(own.key);
    rows.set(own.key, first ? joined(first, row) : row);
  }
  return [...rows.values()];
}

const buildingRow = ({
  key,
  building,
  footprint,
  floorArea,
  countedFloorArea,
  insideShare,
}: BuildingFacts): BuildingRow => ({
  key,
  record: building,
  name: building.name ?? building.id,
  storeys: building.storeyHeightsM?.length ?? building.storeys ?? null,
  footprintM2: valueOf(footprint),
  floorM2: valueOf(floorArea),
  countedM2: valueOf(countedFloorArea),
  insideShare,
});

const joined = (a: BuildingRow, b: BuildingRow): BuildingRow => ({
  ...a,
  footprintM2: plus(a.footprintM2, b.footprintM2),
  floorM2: plus(a.floorM2, b.floorM2),
  countedM2: plus(a.countedM2, b.countedM2),
  insideShare: a.insideShare + b.insideShare,
});

/** Those that are left out by what is in hand stay in their place, marked. */
export function parcelRows(now: Pick<ParkView, 'facts'>, before: Pick<ParkView, 'facts'> | null): readonly ParcelRow[] {
  const own = now.facts.parcels;
  if (!before) return own.map((parcel) => parcelRow(parcel, null));
  const [keys, were] = [keysOf(own), keysOf(before.facts.parcels)];
  const out = before.facts.parcels.filter(({ key }) => !keys.has(key));
  return [
    ...own.map((parcel) => parcelRow(parcel, were.has(parcel.key) ? null : 'in')),
    ...out.map((parcel) => parcelRow(parcel, 'out')),
  ];
}

const keysOf = (parcels: readonly ParcelFacts[]): ReadonlySet<Key> => new Set(parcels.map(({ key }) => key));

function parcelRow({ key, parcel, area }: ParcelFacts, moves: ParcelRow['moves']): ParcelRow {
  const areaM2 = valueOf(area);
  return { key, record: parcel, areaM2, mu: areaM2 === null ? null : muOf(areaM2), moves };
}

/** 合计 of a column: of the rows shown, none left out; null where one of them is not known. */
export const sumOf = <R>(rows: readonly R[], of: (row: R) => number | null): number | null =>
  rows.reduce<number | null>((sum, row) => plus(sum, of(row)), 0);

/** Storey heights as they are typed: one for all, or each from the ground up. */
export function heightsText({
  storeyHeightsM,
  storeyHeightM,
}: Pick<Building, 'storeyHeightsM' | 'storeyHeightM'>): string {
  if (!storeyHeightsM) return storeyHeightM === undefined ? '' : String(storeyHeightM);
  // 6, then 4.5 four times over: 6+4.5×4
  const runs: [number, number][] = [];
  for (const height of storeyHeightsM) {
    const last = runs.at(-1);
    if (last?.[0] === height) last[1]++;
    else runs.push([height, 1]);
  }
  return runs.map(([height, times]) => (times > 1 ? `${height}×${times}` : String(height))).join('+');
}

/** Fields that say so: `4.8` of every storey, `6+4.5×4` of each from the ground up; null where it is neither. */
export function typedHeights(text: string): Readonly<Record<string, unknown>> | null {
  const parts = text
    .normalize('NFKC')
    .replace(/m$/i, '')
    .split(/[+,，、/\s]+/)
    .filter((part) => part !== '');
  const heights = parts.flatMap((part) => {
    const match = /^(\d+(?:\.\d+)?)(?:[×x*](\d{1,3}))?$/i.exec(part);
    return match ? Array<number>(Number(match[2] ?? 1)).fill(Number(match[1])) : [NaN];
  });
  if (heights.length === 0 || heights.some((height) => !(height > 0 && height <= 100)) || heights.length > 200)
    return null;
  if (heights.length === 1) return { storeyHeightM: heights[0], storeyHeightsM: null };
  return { storeyHeightsM: heights, storeyHeightM: null, storeys: heights.length };
}
