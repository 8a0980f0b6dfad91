import { fixed } from '../../../texts/figures.ts';
import { bar, barColumns, ends, heightOf, track } from './bars.ts';
import { FAIL, INK } from './ink.ts';
import type { ChartView, ChartWords } from './shape.ts';

/** What is used of something there is only so much of in a span of years. */
export interface ChartBudget {
  /** 2026, or 2026–2028. */
  readonly years: string;
  readonly used: number;
  readonly most: number;
}

/** 各年预算: what is used of what there is; `unit` is 万元 of money, 亩 of land. */
export function budget(what: string, unit: string, spans: readonly ChartBudget[], words: ChartWords): ChartView {
  const texts = words.budget;
  const left = ({ used, most }: ChartBudget) => fixed(most - used, 1);
  return {
    name: texts.name(what),
    height: heightOf(spans.length),
    option: barColumns(
      spans.map(({ years }) => years),
      [
        {
          title: `${what} ${unit}`,
          most: Math.max(...spans.map(({ used, most }) => Math.max(used, most))),
          series: [
            track(spans.map(({ most }) => most)),
            {
              ...bar([], INK),
              data: spans.map(({ used, most }) => ({ value: used, itemStyle: { color: used > most ? FAIL : INK } })),
              z: 2,
            },
            ends(
              spans.map(({ used, most }) => Math.max(used, most)),
              (row) => `${fixed(spans[row].used, 1)} / ${fixed(spans[row].most, 1)}`,
              (row) => (spans[row].used > spans[row].most ? FAIL : INK),
            ),
          ],
        },
      ],
      { nameShare: 0.18, room: 0.42 },
    ),
    points: spans.map((span, row) => ({
      x: Math.max(span.used, span.most),
      from: 0,
      y: row,
      text: texts.at(span.years, fixed(span.used, 1), fixed(span.most, 1), left(span), unit),
    })),
    table: {
      columns: [texts.years, `${texts.used} ${unit}`, `${texts.most} ${unit}`, `${texts.left} ${unit}`],
      rows: spans.map((span) => [span.years, fixed(span.used, 1), fixed(span.most, 1), left(span)]),
    },
  };
}
