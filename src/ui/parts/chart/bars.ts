import type { BarSeriesOption, ScatterSeriesOption } from 'echarts/charts';
import { INK, TRACK } from './ink.ts';
import type { ChartOption, ChartSeries } from './shape.ts';

/* Bars that lie: a row each, as high as a row of a table, named at its left. */

const ROW = 28;
const HEAD = 22;
const FOOT = 4;

export const heightOf = (rows: number): number => HEAD + rows * ROW + FOOT;

/** A bar of a row. */
export function bar(data: readonly number[], color: string, more: Partial<BarSeriesOption> = {}): BarSeriesOption {
  return { type: 'bar', silent: true, data: [...data], barWidth: 8, itemStyle: { color }, ...more };
}

/** Behind the bar of a row, as far as it may go. */
export const track = (data: readonly number[], more: Partial<BarSeriesOption> = {}): BarSeriesOption =>
  bar(data, TRACK, { barGap: '-100%', z: 1, ...more });

/** What is written at the end of a row, beyond all that is drawn of it. */
export const ends = (
  at: readonly number[],
  text: (row: number) => string,
  color: (row: number) => string = () => INK,
): ScatterSeriesOption => ({
  type: 'scatter',
  silent: true,
  symbolSize: 0,
  itemStyle: { opacity: 1 },
  z: 4,
  data: at.map((value, row) => ({
    value: [value, row],
    label: { show: true, position: 'right', distance: 6, color: color(row), formatter: text(row) },
  })),
});

/** A tick across the bar of a row, at what is asked for. */
export const ticks = (at: readonly number[], color: (row: number) => string): ScatterSeriesOption => ({
  type: 'scatter',
  silent: true,
  symbol: 'rect',
  symbolSize: [2, 16],
  z: 3,
  data: at.map((value, row) => ({ value: [value, row], itemStyle: { color: color(row), opacity: 1 } })),
});

/** One column of bars beside the names of the rows. */
export interface BarColumn {
  readonly title: string;
  /** Where its axis ends. */
  readonly most: number;
  readonly series: readonly ChartSeries[];
}

/** `names` of the rows take this part of the width; `room`: the part of a column that is left free at its end, for figures. */
export function barColumns(
  names: readonly string[],
  columns: readonly BarColumn[],
  { nameShare = 0.2, room = 0.42 } = {},
): ChartOption {
  const width = (1 - nameShare) / columns.length;
  const part = (share: number) => `${100 * share}%`;
  return {
    grid: columns.map((_, n) => ({
      left: part(nameShare + n * width),
      width: part(width * 0.96),
      top: HEAD,
      bottom: FOOT,
      containLabel: false,
    })),
    xAxis: columns.map(({ title, most }, n) => ({
      type: 'value',
      gridIndex: n,
      min: 0,
      max: (most || 1) / (1 - room),
      position: 'top',
      name: title,
      nameLocation: 'start',
      nameGap: 0,
      nameTextStyle: { align: 'left', verticalAlign: 'bottom', padding: [0, 0, 6, 0] },
      axisLabel: { show: false },
      splitLine: { show: false },
    })),
    yAxis: columns.map((_, n) => ({
      type: 'category',
      gridIndex: n,
      inverse: true,
      data: [...names],
      axisLabel: { show: n === 0, color: INK, overflow: 'truncate', width: 84 },
    })),
    series: columns.flatMap(({ series }, n) => series.map((own) => ({ ...own, xAxisIndex: n, yAxisIndex: n }))),
  } as ChartOption;
}
