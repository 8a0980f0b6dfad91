import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { ChartOption, ChartPoint } from './shape.ts';

/* The library, as much of it as charts use: a file of its own, loaded when the first chart is shown. */
use([BarChart, LineChart, ScatterChart, GridComponent, MarkLineComponent, SVGRenderer]);

/** Where a point is, px of the chart; `from` to `x` of a bar. */
export interface PlacedPoint {
  readonly x: number;
  readonly y: number;
  readonly from: number;
}

export interface Drawn {
  draw(option: ChartOption): void;
  /** To the size of its box, px; nothing where it has that. */
  resize(width: number, height: number): void;
  places(points: readonly ChartPoint[]): readonly PlacedPoint[];
  end(): void;
}

/** `moves`: what is new slides to its place. */
export function drawnIn(box: HTMLElement, theme: object, moves: boolean): Drawn {
  const chart = init(box, theme, { renderer: 'svg' });
  const placeOf = ({ x, y, from, grid = 0 }: ChartPoint): PlacedPoint => {
    const at = (value: number) => chart.convertToPixel({ gridIndex: grid }, [value, y]);
    const [px, py] = at(x);
    return { x: px, y: py, from: from === undefined ? px : at(from)[0] };
  };
  return {
    draw: (option) => chart.setOption({ animation: moves, animationDuration: 140, ...option }, { notMerge: true }),
    resize(width, height) {
      if (chart.getWidth() !== width || chart.getHeight() !== height) chart.resize({ width, height });
    },
    places: (points) => points.map(placeOf),
    end: () => chart.dispose(),
  };
}
