import { fixed } from '../../../texts/figures.ts';
import { bar, barColumns, ends, heightOf, track } from './bars.ts';
import { INK } from './ink.ts';
import type { ChartPoint, ChartView, ChartWords } from './shape.ts';

/** A share 率, and between what ends it lies where data are missing; null: nothing to be a share of. */
interface ChartRate {
  readonly value: number | null;
  readonly least: number | null;
  readonly most: number | null;
}

/** A rate of every row; `floor`: what the law asks for at least. */
export interface RateColumn {
  readonly title: string;
  readonly rates: readonly ChartRate[];
  readonly floor?: number | null;
}

/** 各区县的率: a bar each, pale as far as it may be where data are missing, the floor a line across all rows. */
export function rates(places: readonly string[], columns: readonly RateColumn[], words: ChartWords): ChartView {
  const share = (value: number | null) => (value === null ? '—' : fixed(100 * value, 1));
  const text = ({ value, least, most }: ChartRate) =>
    isOpen({ value, least, most }) ? words.rates.between(share(value), share(least), share(most)) : `${share(value)} %`;
  return {
    name: words.rates.name,
    height: heightOf(places.length),
    option: barColumns(
      places,
      columns.map(({ title, rates: own, floor }) => {
        const end = endOf(own, floor);
        return {
          title: `${title} %`,
          most: end,
          series: [
            track(own.map((rate) => (isOpen(rate) ? Math.min(rate.most!, end) : 0))),
            bar(
              own.map(({ value }) => value ?? 0),
              INK,
              { z: 2, ...(floor == null ? {} : { markLine: floorLine(floor) }) },
            ),
            ends(
              own.map(() => end),
              (row) => share(own[row].value),
            ),
          ],
        };
      }),
      { room: 0.34 },
    ),
    points: columns.flatMap(
      ({ title, rates: own }, grid) =>
      own.map((rate, row): ChartPoint => ({ grid, x: rate.value ?? 0, from: 0, y: row, text: `${places[row]} ${title} ${text(rate)}` })), // prettier-ignore
    ),
    table: {
      columns: [words.place, ...columns.map(({ title }) => title)],
      rows: places.map((place, row) => [place, ...columns.map(({ rates: own }) => text(own[row]))]),
    },
  };
}

/** Where the axis ends: what data that are missing could make of a rate may lie far beyond all rates, and is cut off there. */
const endOf = (own: readonly ChartRate[], floor: number | null | undefined): number =>
  1.2 * Math.max(floor ?? 0, ...own.map(({ value }) => value ?? 0)) || 1;

const isOpen = ({ least, most }: ChartRate): boolean => least !== null && most !== null && most - least > 5e-4;

const floorLine = (xAxis: number) => ({
  silent: true,
  symbol: 'none',
  lineStyle: { color: INK, width: 1, type: [3, 2] as number[] },
  label: { show: false },
  data: [{ xAxis }],
});
