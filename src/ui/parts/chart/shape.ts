import type { BarSeriesOption, LineSeriesOption, ScatterSeriesOption } from 'echarts/charts';
import type { GridComponentOption, MarkLineComponentOption } from 'echarts/components';
import type { ComposeOption } from 'echarts/core';
import type { uiTexts } from '../../../texts/ui/index.ts';

/** What is drawn, in the words of the library; colours are tokens of the look (`ink.ts`). */
export type ChartOption = ComposeOption<
  BarSeriesOption | LineSeriesOption | ScatterSeriesOption | GridComponentOption | MarkLineComponentOption
>;
export type ChartSeries = BarSeriesOption | LineSeriesOption | ScatterSeriesOption;

/** A place of the chart that is pointed at, by pointer or keys, and what is said of it. */
export interface ChartPoint {
  /** Of its axes; of a category its place. */
  readonly x: number;
  readonly y: number;
  /** A bar is pointed at along all of it, from this value on. */
  readonly from?: number;
  /** Place of its axes, where there are several. */
  readonly grid?: number;
  readonly text: string;
}

/** The same figures to be read 图后的表. */
export interface ChartTable {
  /** The first is the head of the rows. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What a colour of the drawing stands for. */
interface ChartKey {
  readonly text: string;
  readonly color: string;
}

/** A chart: made of data and words alone. */
export interface ChartView {
  readonly name: string;
  readonly option: ChartOption;
  readonly points: readonly ChartPoint[];
  readonly table: ChartTable;
  readonly keys?: readonly ChartKey[];
  /** px it wants to be high; a row of a bar chart is as high as one of a table. */
  readonly height: number;
}

export type ChartWords = (typeof uiTexts)['zh']['charts'];
