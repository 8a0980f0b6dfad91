import { fixed } from '../../../texts/figures.ts';
import { ACCENT, INK, WASH } from './ink.ts';
import type { ChartView, ChartWords } from './shape.ts';

/** How far a plan is at a time: its points and those that no plan exceeds; null where there is none yet. */
export interface CurveStep {
  readonly seconds: number;
  readonly incumbent: number | null;
  readonly bound: number | null;
}

/** 当前解与上界: steps over time, what may still be won filled. `seconds`: the time there is. */
export function curve(steps: readonly CurveStep[], seconds: number, words: ChartWords): ChartView {
  const own = words.curve;
  const at = (of: 'incumbent' | 'bound') =>
    steps.flatMap((step) => (step[of] === null ? [] : [[step.seconds, step[of]]]));
  const line = { type: 'line' as const, step: 'end' as const, showSymbol: false, silent: true };
  const both = steps.filter(({ incumbent, bound }) => incumbent !== null && bound !== null);
  const gap = both.map((step) => [step.seconds, step.bound! - step.incumbent!]);
  const last = steps.at(-1);
  const end = (text: string, color: string, distance: number) => ({
    endLabel: { show: true, formatter: text, color, fontWeight: 500, offset: [0, distance] as [number, number] },
  });
  // A plan that misses much is worth less than nothing, and the gap is put on it all the same.
  const hidden = { lineStyle: { width: 0 }, z: 1, stack: 'gap', stackStrategy: 'all' as const };
  return {
    name: own.name,
    height: 168,
    option: {
      grid: { left: 48, right: 96, top: 22, bottom: 24 },
      xAxis: { type: 'value', min: 0, max: Math.max(seconds, last?.seconds ?? 0), splitLine: { show: false }, axisLine: { show: true }, axisLabel: { formatter: '{value} s', hideOverlap: true } }, // prettier-ignore
      yAxis: {
        type: 'value',
        name: own.unit,
        scale: true,
        ...range(steps),
        axisLabel: { formatter: (value: number) => fixed(value, Number.isInteger(value) ? 0 : 1) },
      },
      series: [
        { ...line, ...hidden, data: both.map((step) => [step.seconds, step.incumbent!]) },
        { ...line, ...hidden, data: gap, areaStyle: { color: WASH, opacity: 1 } },
        {
          ...line,
          data: at('bound'),
          lineStyle: { color: INK, width: 1.5, type: [3, 2] },
          z: 2,
          ...(last?.bound == null ? {} : end(`${own.bound} ${fixed(last.bound, 1)}`, INK, -7)),
        },
        {
          ...line,
          data: at('incumbent'),
          lineStyle: { color: ACCENT, width: 2 },
          z: 3,
          ...(last?.incumbent == null ? {} : end(`${own.incumbent} ${fixed(last.incumbent, 1)}`, ACCENT, 7)),
        },
        { type: 'scatter', silent: true, data: at('incumbent').slice(-1), symbolSize: 6, itemStyle: { color: ACCENT, opacity: 1 }, z: 4 }, // prettier-ignore
      ],
    },
    points: steps.map((step) => ({
      x: step.seconds,
      y: step.incumbent ?? step.bound ?? 0,
      text: own.at(fixed(step.seconds, 1), figure(step.incumbent), figure(step.bound)),
    })),
    table: {
      columns: [own.seconds, own.incumbent, own.bound, own.gap],
      rows: steps.map((step) => [fixed(step.seconds, 1), figure(step.incumbent), figure(step.bound), gapText(step)]),
    },
  };
}

/** What is far from where it has come to, as first plans and first bounds are, is cut off: the rest could not be read. */
function range(steps: readonly CurveStep[]): Partial<Record<'min' | 'max' | 'interval', number>> {
  const [plans, bounds] = [steps.flatMap((step) => step.incumbent ?? []), steps.flatMap((step) => step.bound ?? [])];
  const [plan, bound] = [plans.at(-1), bounds.at(-1)];
  if (plan === undefined || bound === undefined) return {};
  const most = 0.15 * Math.abs(plan) + Math.min(bound - plan, Math.abs(plan));
  const floor = Math.max(Math.min(...plans), plan - most);
  const roof = Math.min(Math.max(...bounds), bound + most);
  const interval = roundStep((roof - floor) / 3);
  return { interval, min: Math.floor(floor / interval) * interval, max: Math.ceil(roof / interval) * interval };
}

/** 1, 2 or 5 of a power of ten, no less than `least`. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least || 1));
  return (([1, 2, 5, 10] as const).find((n) => n * power >= least) ?? 10) * power;
}

const figure = (value: number | null): string => (value === null ? '—' : fixed(value, 1));

/** As a part of the plan there is. */
const gapText = ({ incumbent, bound }: CurveStep): string =>
  incumbent === null || bound === null || incumbent === 0
    ? '—'
    : `${fixed((100 * Math.max(0, bound - incumbent)) / Math.abs(incumbent), 2)} %`;
