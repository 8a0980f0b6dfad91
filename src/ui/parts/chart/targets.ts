import { fixed } from '../../../texts/figures.ts';
import { bar, barColumns, ends, heightOf, ticks } from './bars.ts';
import { ACCENT, FAIL, INK } from './ink.ts';
import type { ChartView, ChartWords } from './shape.ts';

/** Parks of a jurisdiction against what is asked of it 目标. */
export interface ChartTarget {
  readonly name: string;
  readonly required: number;
  /** Those there are or that are on their way, and those the plan adds. */
  readonly there: number;
  readonly planned: number;
}

/** 各单元目标: what is there, what the plan adds, and a tick at what is asked for. */
export function targets(own: readonly ChartTarget[], words: ChartWords): ChartView {
  const texts = words.targets;
  const shortOf = ({ required, there, planned }: ChartTarget) => Math.max(0, required - there - planned);
  const head = ({ required, there, planned }: ChartTarget) => `${fixed(there + planned, 0)} / ${fixed(required, 0)}`;
  const colour = (row: number) => (shortOf(own[row]) > 0 ? FAIL : INK);
  return {
    name: texts.name,
    height: heightOf(own.length),
    keys: [
      { text: texts.there, color: INK },
      { text: texts.planned, color: ACCENT },
    ],
    option: barColumns(
      own.map(({ name }) => name),
      [
        {
          title: texts.parks,
          most: Math.max(...own.map(({ required, there, planned }) => Math.max(required, there + planned))),
          series: [
            bar(
              own.map(({ there }) => there),
              INK,
              { stack: 'parks' },
            ),
            bar(
              own.map(({ planned }) => planned),
              ACCENT,
              { stack: 'parks' },
            ),
            ticks(
              own.map(({ required }) => required),
              colour,
            ),
            ends(
              own.map(({ required, there, planned }) => Math.max(required, there + planned)),
              (row) =>
                [head(own[row]), ...(shortOf(own[row]) > 0 ? [texts.short(shortOf(own[row]))] : [])].join(texts.and),
              colour,
            ),
          ],
        },
      ],
      { nameShare: 0.26, room: 0.34 },
    ),
    points: own.map((target, row) => ({
      x: Math.max(target.required, target.there + target.planned),
      from: 0,
      y: row,
      text: texts.at(target.name, target.there, target.planned, target.required, shortOf(target)),
    })),
    table: {
      columns: [words.place, texts.there, texts.planned, texts.required, texts.missing],
      rows: own.map((target) => [
        target.name,
        ...[target.there, target.planned, target.required, shortOf(target)].map((n) => fixed(n, 0)),
      ]),
    },
  };
}
