import { fixed } from '../../../texts/figures.ts';
import { ACCENT, INK, PAPER } from './ink.ts';
import type { ChartView, ChartWords } from './shape.ts';

/** A plan on the frontier, or the plan itself. */
export interface FrontierPlan {
  readonly costWan: number;
  readonly floorAreaM2: number;
  /** Parks of it. */
  readonly parks: number;
}

/** 成本与建筑面积: plans from least cost to most floor area, each to be picked; `own` is the plan that was made, `chosen` a place in `plans`. */
export function frontier(
  plans: readonly FrontierPlan[],
  own: FrontierPlan | null,
  chosen: number | null,
  words: ChartWords,
): ChartView {
  const texts = words.frontier;
  const place = ({ costWan, floorAreaM2 }: FrontierPlan) => [costWan, floorAreaM2 / 10_000];
  const fill = (n: number) =>
    n === chosen ? { color: ACCENT } : { color: PAPER, borderColor: ACCENT, borderWidth: 1.5 };
  return {
    name: texts.name,
    height: 200,
    option: {
      grid: { left: 52, right: 20, top: 24, bottom: 40 },
      xAxis: { type: 'value', name: texts.cost, nameLocation: 'middle', nameGap: 24, scale: true, boundaryGap: ['6%', '6%'], splitNumber: 3, axisLabel: { hideOverlap: true }, axisLine: { show: true }, splitLine: { show: false } }, // prettier-ignore
      yAxis: { type: 'value', name: texts.floor, scale: true, boundaryGap: ['8%', '8%'], splitNumber: 3 },
      series: [
        {
          type: 'line',
          silent: true,
          data: plans.map((plan, n) => ({ value: place(plan), itemStyle: fill(n) })),
          symbol: 'circle',
          symbolSize: 9,
          lineStyle: { color: ACCENT, width: 1.5 },
          z: 2,
        },
        {
          type: 'scatter',
          silent: true,
          data: own ? [place(own)] : [],
          symbol: 'rect',
          symbolSize: 9,
          itemStyle: { color: INK, opacity: 1 },
          // Below the line, which rises.
          label: { show: true, position: 'right', offset: [0, 9], formatter: texts.own, color: INK },
          z: 3,
        },
      ],
    },
    points: plans.map((plan) => ({
      x: plan.costWan,
      y: plan.floorAreaM2 / 10_000,
      text: texts.at(fixed(plan.costWan, 0), fixed(plan.floorAreaM2 / 10_000, 2), plan.parks),
    })),
    table: {
      columns: [texts.plan, texts.cost, texts.floor, texts.parks],
      rows: [...plans, ...(own ? [own] : [])].map((plan, n) => [
        plan === own ? texts.own : fixed(n + 1, 0),
        fixed(plan.costWan, 0),
        fixed(plan.floorAreaM2 / 10_000, 2),
        fixed(plan.parks, 0),
      ]),
    },
  };
}
