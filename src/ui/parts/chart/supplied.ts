import { muOf } from '../../../domain/quantity/units.ts';
import { fixed } from '../../../texts/figures.ts';
import { bar, barColumns, ends, heightOf } from './bars.ts';
import { INK, PALE } from './ink.ts';
import type { ChartPoint, ChartView, ChartWords } from './shape.ts';

/** Land of a place for one use 用途, m²: stock 存量 and new 新增. */
interface SuppliedLand {
  readonly stockM2: number;
  readonly newM2: number;
}

/** A use, with the land of every row. */
export interface UseColumn {
  readonly title: string;
  readonly land: readonly SuppliedLand[];
}

/** 各区县各用途供应面积: a column for every use, all to one scale, stock dark and new land pale. */
export function supplied(places: readonly string[], uses: readonly UseColumn[], words: ChartWords): ChartView {
  const own = words.supplied;
  const all = ({ stockM2, newM2 }: SuppliedLand) => muOf(stockM2 + newM2);
  const most = Math.max(...uses.flatMap(({ land }) => land.map(all)));
  const text = (land: SuppliedLand) => own.at(figure(all(land)), figure(muOf(land.stockM2)), figure(muOf(land.newM2)));
  return {
    name: own.name,
    height: heightOf(places.length),
    keys: [
      { text: own.stock, color: INK },
      { text: own.fresh, color: PALE },
    ],
    option: barColumns(
      places,
      uses.map(({ title, land }) => ({
        title,
        most,
        series: [
          bar(
            land.map(({ stockM2 }) => muOf(stockM2)),
            INK,
            { stack: title },
          ),
          bar(
            land.map(({ newM2 }) => muOf(newM2)),
            PALE,
            { stack: title },
          ),
          // To whole 亩, as there is room; the table and what is pointed at have more.
          ends(land.map(all), (row) => (all(land[row]) > 0 ? fixed(all(land[row]), 0) : '')),
        ],
      })),
    ),
    points: uses.flatMap(({ title, land }, grid) =>
      land.flatMap((one, row): ChartPoint[] =>
        all(one) > 0 ? [{ grid, x: all(one), from: 0, y: row, text: `${places[row]} ${title} ${text(one)}` }] : [],
      ),
    ),
    table: {
      columns: [words.place, ...uses.map(({ title }) => `${title} ${words.mu}`)],
      rows: places.map((place, row) => [place, ...uses.map(({ land }) => figure(all(land[row])))]),
    },
  };
}

const figure = (mu: number): string => fixed(mu, 2);
