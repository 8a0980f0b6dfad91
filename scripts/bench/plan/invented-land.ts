import { random, type Random } from '../../sample/random.ts';

/** What the invented city is made of: 16 jurisdictions in 180 townships. All names and numbers are invented. */
const TOWNSHIPS_OF = [5, 5, 5, 5, 12, 12, 12, 12, 12, 15, 15, 14, 14, 14, 14, 14];
const URBAN_FROM = 4;
const RURAL_FROM = 9;

/** By township the jurisdiction it belongs to. */
export const jurisdictionOf: readonly number[] = TOWNSHIPS_OF.flatMap((count, jurisdiction) =>
  Array.from({ length: count }, () => jurisdiction),
);
export const JURISDICTIONS = TOWNSHIPS_OF.length;
export const isZone = (jurisdiction: number): boolean => jurisdiction < URBAN_FROM;
/** Whether parks may be smaller there, and land is dear. */
export const isUrban = (jurisdiction: number): boolean => jurisdiction < RURAL_FROM;

/** A parcel as the generator thinks of it. */
export interface InventedParcel {
  readonly township: number;
  readonly landMu: number;
  readonly suitability: number;
  readonly plotRatio: number;
  readonly costWan: number;
  readonly ready: number;
  readonly kinds: number;
  readonly fallThrough: number;
  readonly xKm: number;
  readonly yKm: number;
  readonly near: readonly number[];
}

const TOWNSHIP_KM = 6.4;
const CELL_KM = 0.12;
const ROW_KM = 0.104;

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));
const gauss = (rnd: Random): number =>
  Math.sqrt(-2 * Math.log(rnd.next() + 1e-12)) * Math.cos(2 * Math.PI * rnd.next());
const rounded = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;

/** How many of `size` parcels lie in each township: some have many, some few, those of zones twice as many. */
function counts(size: number, rnd: Random): number[] {
  const weights = jurisdictionOf.map(
    (_, township) => Math.exp(0.5 * gauss(rnd)) * (isZone(jurisdictionOf[township]) ? 2 : 1),
  );
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const found = weights.map((weight) => Math.floor((size * weight) / sum));
  const left = size - found.reduce((total, count) => total + count, 0);
  return found.map((count, township) => count + (township < left ? 1 : 0));
}

interface Cell {
  readonly column: number;
  readonly row: number;
  readonly xKm: number;
  readonly yKm: number;
}

/** Cells of a honeycomb in which a cluster of parcels lies: thinned out, thickest round three spots. */
function clusterCells(count: number, rnd: Random): Cell[] {
  const spots = Array.from({ length: 3 }, () => [rnd.between(-0.6, 0.6), rnd.between(-0.6, 0.6)] as const);
  const candidates = Math.ceil(count / 0.5) + 6;
  const reach = Math.ceil(Math.sqrt(candidates)) + 2;
  const cells: Cell[] = [];
  for (let row = -reach; row <= reach; row++)
    for (let column = -reach; column <= reach; column++)
      cells.push({ column, row, xKm: (column + (row & 1 ? 0.5 : 0)) * CELL_KM, yKm: row * ROW_KM });
  const out = (cell: Cell) => cell.xKm ** 2 + cell.yKm ** 2;
  return cells
    .sort((a, b) => out(a) - out(b))
    .slice(0, candidates)
    .map((cell) => {
      const pull = spots.reduce(
        (sum, [x, y]) => sum + Math.exp(-((cell.xKm - x) ** 2 + (cell.yKm - y) ** 2) / 0.05),
        0,
      );
      return { cell, pull: pull + 1.2 * rnd.next() };
    })
    .sort((a, b) => b.pull - a.pull)
    .slice(0, count)
    .map(({ cell }) => cell);
}

/** Neighbours of a cell that come after it: the three others have it as theirs. */
const cellsAfter = (row: number): readonly (readonly [number, number])[] =>
  row & 1
    ? [
        [1, 0],
        [0, 1],
        [1, 1],
      ]
    : [
        [1, 0],
        [-1, 1],
        [0, 1],
      ];

/** Borders of a cluster: six of seven pairs of cells beside each other share one. By place, both ways. */
function bordersOf(cells: readonly Cell[], firstPlace: number, rnd: Random): number[][] {
  const at = new Map(cells.map(({ column, row }, n) => [`${column},${row}`, n]));
  const near: number[][] = cells.map(() => []);
  for (const [n, { column, row }] of cells.entries())
    for (const [right, down] of cellsAfter(row)) {
      const other = at.get(`${column + right},${row + down}`);
      if (other === undefined || !rnd.chance(0.85)) continue;
      near[n].push(firstPlace + other);
      near[other].push(firstPlace + n);
    }
  return near;
}

/** One parcel, but for where it lies. */
function parcelOf(township: number, worth: number, rnd: Random) {
  const landMu = rounded(clamp(12 * Math.exp(0.75 * gauss(rnd)), 2, 90), 1);
  const suitability = clamp(worth + 15 * gauss(rnd), 5, 98);
  const plotRatio = rounded(clamp(1.9 + 0.5 * gauss(rnd), 0.8, 3.5), 2);
  const costWan = (isUrban(jurisdictionOf[township]) ? 75 : 50) * Math.exp(0.35 * gauss(rnd)) * landMu;
  const [ready, kinds] = [rnd.next(), rnd.next()];
  return {
    township,
    landMu,
    suitability,
    plotRatio,
    costWan,
    ready: ready < 0.55 ? 0 : ready < 0.8 ? 1 : 2,
    kinds: kinds < 0.6 ? 1 : kinds < 0.85 ? 2 : 3,
    fallThrough: rnd.between(0.03, 0.2),
  };
}

/** Parcels of the invented city, those of a township together; the same for the same size and seed. */
export function inventedLand(size: number, seed: number): InventedParcel[] {
  const rnd = random(`plan/${size}/${seed}`);
  const parcels: InventedParcel[] = [];
  for (const [township, count] of counts(size, rnd).entries()) {
    const clusters = clamp(Math.round(count / 25), 1, 8);
    const worth = 45 + 12 * gauss(rnd);
    for (let cluster = 0, left = count; cluster < clusters && left > 0; cluster++) {
      const usual = Math.max(1, Math.round((count / clusters) * rnd.between(0.6, 1.4)));
      const own = cluster === clusters - 1 ? left : Math.min(left, usual);
      left -= own;
      const xKm = (township % 15) * TOWNSHIP_KM + rnd.between(1, 5.4);
      const yKm = Math.floor(township / 15) * TOWNSHIP_KM + rnd.between(1, 5.4);
      const cells = clusterCells(own, rnd);
      const clusterWorth = worth + 8 * gauss(rnd);
      const near = bordersOf(cells, parcels.length, rnd);
      for (const [n, cell] of cells.entries())
        parcels.push({
          ...parcelOf(township, clusterWorth, rnd),
          xKm: xKm + cell.xKm + rnd.between(-0.01, 0.01),
          yKm: yKm + cell.yKm + rnd.between(-0.01, 0.01),
          near: near[n],
        });
    }
  }
  return parcels;
}
