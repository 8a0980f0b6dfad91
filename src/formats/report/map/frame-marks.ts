import type { FrameSize, MapFrame } from '../../../domain/land/sheets/map-frames.ts';
import type { DrawnText, Mark, Point } from '../drawing.ts';
import { BAND_MM, TICK_MM } from './layout.ts';
import { INK, LINES } from './look.ts';
import { gridOf } from './on-frame.ts';

/** Half an arm of a cross of the grid, and a tick at the frame, mm. */
const CROSS = 1.6;
const TICK = 1.4;
const LETTERS = 1.9;

/** Crosses of the grid on the map. */
export function gridMarks(frame: MapFrame, size: FrameSize): Mark[] {
  const { eastings, northings } = gridOf(frame, size);
  const within = (at: number, most: number) => Math.min(most, Math.max(0, at));
  const lines = eastings.flatMap(({ at: x }) =>
    northings.flatMap(({ at: y }): Point[][] => [
      [
        [within(x - CROSS, size.width), y],
        [within(x + CROSS, size.width), y],
      ],
      [
        [x, within(y - CROSS, size.height)],
        [x, within(y + CROSS, size.height)],
      ],
    ]),
  );
  return lines.length > 0 ? [{ is: 'lines', lines, line: LINES.grid }] : [];
}

/** The frame round the map, with the figures of the grid: eastings above and below, northings on both sides. */
export function frameMarks(frame: MapFrame, size: FrameSize): Mark[] {
  const { width, height } = size;
  const { eastings, northings } = gridOf(frame, size);
  const figure = (metres: number, at: Point, align: DrawnText['align']): DrawnText => {
    return { is: 'text', text: String(metres), at, align, mm: LETTERS, colour: INK };
  };
  const ticks: Point[][] = [
    ...eastings.flatMap(({ at }): Point[][] => [
      [
        [at, 0],
        [at, -TICK],
      ],
      [
        [at, height],
        [at, height + TICK],
      ],
    ]),
    ...northings.flatMap(({ at }): Point[][] => [
      [
        [0, at],
        [-TICK, at],
      ],
      [
        [width, at],
        [width + TICK, at],
      ],
    ]),
  ];
  return [
    { is: 'area', rings: [rectangle(0, 0, width, height)], line: LINES.neat },
    ...(ticks.length > 0 ? [{ is: 'lines', lines: ticks, line: LINES.neat } as const] : []),
    ...eastings.flatMap(({ metres, at }) => [
      figure(metres, [at, -TICK - 1.6], 'middle'),
      figure(metres, [at, height + TICK + 1.6], 'middle'),
    ]),
    ...northings.flatMap(({ metres, at }) => [
      figure(metres, [-TICK - 0.6, at], 'right'),
      figure(metres, [width + TICK + 0.6, at], 'left'),
    ]),
    {
      is: 'area',
      rings: [outerFrame(-BAND_MM, -TICK_MM, width + 2 * BAND_MM, height + 2 * TICK_MM)],
      line: LINES.outer,
    },
  ];
}

export const rectangle = (x: number, y: number, width: number, height: number): Point[] => [
  [x, y],
  [x + width, y],
  [x + width, y + height],
  [x, y + height],
];

/** All of its line within the drawing: a page cuts off what stands outside. */
export const outerFrame = (x: number, y: number, width: number, height: number): Point[] =>
  rectangle(x + LINES.outer.mm / 2, y, width - LINES.outer.mm, height);

/** 指北针: grid north, in the upper right corner of the map. */
export function northMarks({ width }: FrameSize, word: string): Mark[] {
  const x = width - 7;
  return [
    { is: 'text', text: word, at: [x, 4], align: 'middle', mm: 3.2, colour: INK, isBold: true, hasHalo: true },
    {
      is: 'area',
      rings: [
        [
          [x, 6],
          [x + 2, 15],
          [x, 13.2],
          [x - 2, 15],
        ],
      ],
      fill: INK,
    },
  ];
}

/** So far the arrow reaches into the map, from its upper right corner, mm. */
export const NORTH_ROOM = { width: 12, height: 17 };
