import { init } from 'echarts/core';
import { describe, expect, it } from 'vitest';
import { uiTexts } from '../../../texts/ui/index.ts';
import { budget } from './budget.ts';
import { curve, type CurveStep } from './curve.ts';
import './engine.ts';
import { frontier } from './frontier.ts';
import { ACCENT, FAIL, INK, PALE, WASH } from './ink.ts';
import { rates } from './rates.ts';
import type { ChartView } from './shape.ts';
import { supplied } from './supplied.ts';
import { targets } from './targets.ts';

const words = uiTexts.zh.charts;

/** What the library itself makes of a chart, and where its values lie. */
function drawn({ option, height }: ChartView) {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: 600, height });
  chart.setOption({ animation: false, ...option });
  const svg = chart.renderToSVGString();
  const at = (x: number, y: number, gridIndex = 0) => chart.convertToPixel({ gridIndex }, [x, y]) as [number, number];
  const paths = [...svg.matchAll(/<path d="([^"]*)"([^>]*)>/g)].map(([, d, rest]) => ({
    points: [...d.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]),
    rest,
  }));
  const texts = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
  return { svg, paths, at, texts };
}
const near = (points: number[][], wanted: readonly (readonly number[])[]) =>
  wanted.every(([x, y]) => points.some(([px, py]) => Math.abs(px - x) < 0.6 && Math.abs(py - y) < 0.6));

const steps: readonly CurveStep[] = [
  { seconds: 1, incumbent: null, bound: 4900 },
  { seconds: 2, incumbent: 4100, bound: 4800 },
  { seconds: 6, incumbent: 4400, bound: 4700 },
  { seconds: 9, incumbent: 4553.9, bound: 4573.1 },
];

describe('the curve of a search', () => {
  it('is drawn as steps, each value held until the next is there', () => {
    const { paths, at } = drawn(curve(steps, 20, words));
    const incumbent = paths.find(({ rest }) => rest.includes(`stroke="${ACCENT}"`))!;
    const corners = [at(2, 4100), at(6, 4100), at(6, 4400), at(9, 4400), at(9, 4553.9)];
    expect(incumbent.points).toHaveLength(corners.length);
    expect(near(incumbent.points, corners)).toBe(true);
    const bound = paths.find(({ rest }) => rest.includes(`stroke="${INK}"`) && rest.includes('stroke-dasharray'))!;
    expect(near(bound.points, [at(1, 4900), at(2, 4900), at(2, 4800), at(6, 4800), at(9, 4573.1)])).toBe(true);
  });

  it('has the gap between them filled, from the first plan on', () => {
    const { paths, at } = drawn(curve(steps, 20, words));
    const gap = paths.find(({ rest }) => rest.includes(`fill="${WASH}"`))!;
    expect(near(gap.points, [at(2, 4100), at(6, 4400), at(9, 4553.9), at(2, 4800), at(6, 4700), at(9, 4573.1)])).toBe(true); // prettier-ignore
    expect(Math.min(...gap.points.map(([x]) => x))).toBeCloseTo(at(2, 4100)[0], 0);
  });

  it('tells the same in its table, with the gap as a part of the plan', () => {
    const { table, points } = curve(steps, 20, words);
    expect(table.rows[0]).toEqual(['1.0', '—', '4,900.0', '—']);
    expect(table.rows.at(-1)).toEqual(['9.0', '4,553.9', '4,573.1', '0.42 %']);
    expect(points.at(-1)).toMatchObject({ x: 9, y: 4553.9 });
  });

  it('keeps to where the search has come to: a first plan that is worth far less does not press all else together', () => {
    const far = [{ seconds: 0.1, incumbent: -90_000, bound: 800_000 }, ...steps.slice(1)];
    const { at } = drawn(curve(far, 20, words));
    expect(at(9, 4400)[1] - at(9, 4573.1)[1]).toBeGreaterThan(10);
  });

  it('writes what is less than nothing with a true minus', () => {
    const lost = steps.map((step) => ({ ...step, incumbent: step.incumbent && -step.incumbent, bound: -4000 }));
    const { texts } = drawn(curve(lost, 20, words));
    expect(texts.filter((text) => text.startsWith('−')).length).toBeGreaterThan(2);
    expect(texts.filter((text) => text.startsWith('-'))).toEqual([]);
  });

  it('is empty where nothing is found yet', () => {
    expect(drawn(curve([], 60, words)).texts).toContain('60 s');
  });
});

it('the frontier has a point for each plan, the chosen one filled, and the plan itself beside them', () => {
  const plans = [1, 2, 3].map((n) => ({ costWan: 40_000 * n, floorAreaM2: 300_000 * n, parks: 4 * n }));
  const view = frontier(plans, { costWan: 90_000, floorAreaM2: 600_000, parks: 7 }, 1, words);
  const { svg, texts } = drawn(view);
  expect(svg.match(new RegExp(`fill="${ACCENT.replace(/[()]/g, '\\$&')}"`, 'g'))).toHaveLength(1);
  expect(texts).toContain('本计划');
  expect(view.points.map(({ x, y }) => [x, y])).toEqual([[40_000, 30], [80_000, 60], [120_000, 90]]); // prettier-ignore
  expect(view.table.rows.at(-1)).toEqual(['本计划', '90,000', '60.00', '7']);
});

it('land by unit and use is to one scale: bars are as long as the land is large, stock first', () => {
  const land = (stockM2: number, newM2: number) => ({ stockM2, newM2 });
  const view = supplied(
    ['甲区', '乙区'],
    [
      { title: '工业', land: [land(200_000, 100_000), land(0, 0)] },
      { title: '住宅', land: [land(0, 50_000), land(150_000, 0)] },
    ],
    words,
  );
  const { svg, at, texts } = drawn(view);
  const bars = [...svg.matchAll(/<path d="M([\d.]+) ([\d.]+)l([\d.]+) 0l0 8[^>]*fill="([^"]*)"/g)];
  const lengths = bars.flatMap(([, , , length, color]) =>
    Number(length) > 0 ? [[color, Number(length)] as const] : [],
  );
  const px = at(300, 0)[0] - at(0, 0)[0];
  expect(lengths.map(([color]) => color)).toEqual([INK, PALE, INK, PALE]);
  expect(lengths.map(([, length]) => Math.round((length / px) * 300))).toEqual([300, 150, 225, 75]);
  expect(Number(bars.find(([, , , , color]) => color === PALE)![1])).toBeCloseTo(at(300, 0)[0], 1);
  expect(texts).toContain('450');
  expect(view.table.rows).toEqual([['甲区', '450.00', '75.00'], ['乙区', '0.00', '225.00']]); // prettier-ignore
  // Nothing is pointed at where there is nothing.
  expect(view.points.map(({ text }) => text)).toEqual([
    '甲区 工业 450.00 亩（存量 300.00，新增 150.00）',
    '甲区 住宅 75.00 亩（存量 0.00，新增 75.00）',
    '乙区 住宅 225.00 亩（存量 225.00，新增 0.00）',
  ]);
});

it('rates say between what they lie where data are missing, and have the floor of the law as a line', () => {
  const open = { value: 0.1, least: 0.08, most: 0.2 };
  const known = { value: 0.65, least: 0.65, most: 0.65 };
  const none = { value: null, least: null, most: null };
  const view = rates(['甲区', '乙区'], [{ title: '闲置率', rates: [open, none] }, { title: '供地率', rates: [known, known], floor: 0.6 }], words); // prettier-ignore
  expect(view.table.rows).toEqual([
    ['甲区', '10.0 %（资料不全，8.0–20.0）', '65.0 %'],
    ['乙区', '— %', '65.0 %'],
  ]);
  const { paths, at, texts } = drawn(view);
  const floor = paths.find(({ rest }) => rest.includes('stroke-dasharray'))!;
  expect(floor.points.every(([x]) => Math.abs(x - at(0.6, 0, 1)[0]) < 1)).toBe(true);
  expect(texts.filter((text) => text === '65.0')).toHaveLength(2);
});

it('targets stand with what there is, what is planned and what is missing', () => {
  const view = targets(
    [
      { name: '甲区', required: 10, there: 6, planned: 1 },
      { name: '乙区', required: 5, there: 2, planned: 4 },
    ],
    words,
  );
  expect(view.table.rows).toEqual([['甲区', '6', '1', '10', '3'], ['乙区', '2', '4', '5', '0']]); // prettier-ignore
  const { svg, texts } = drawn(view);
  expect(texts).toContain('7 / 10，差 3');
  expect(texts).toContain('6 / 5');
  expect(svg.split(`fill="${FAIL}"`)).toHaveLength(3);
});

it('a budget says what is left, and what goes beyond its limit', () => {
  const view = budget('资金', '万元', [{ years: '2026', used: 169_240, most: 186_000 }, { years: '2027', used: 5, most: 4 }], words); // prettier-ignore
  expect(view.table.rows).toEqual([['2026', '169,240.0', '186,000.0', '16,760.0'], ['2027', '5.0', '4.0', '−1.0']]); // prettier-ignore
  expect(view.points[0].text).toBe('2026：已用 169,240.0，上限 186,000.0，余 16,760.0 万元');
  expect(drawn(view).svg).toContain(`fill="${FAIL}"`);
});
