import type { ParcelPoints } from '../../../domain/land/sheets/boundary-points.ts';
import { metresAcross, type MapFrame } from '../../../domain/land/sheets/map-frames.ts';
import type { SheetLand } from '../../../domain/land/sheets/sheet-land.ts';
import type { Drawing, DrawnText, Mark } from '../drawing.ts';
import { drawingSize, type Paper } from '../paper.ts';
import { blockMarks } from './block-marks.ts';
import { clippedLine, clippedRing } from './clip.ts';
import { frameMarks, gridMarks, NORTH_ROOM, northMarks, rectangle } from './frame-marks.ts';
import { Labels } from './labels.ts';
import { landLabels, landMarks } from './land-marks.ts';
import { BAND_MM, BLOCK_MM, TICK_MM, TITLE_MM } from './layout.ts';
import { legendOf } from './legend.ts';
import { INK, LINES, QUIET } from './look.ts';
import { moved } from './moved.ts';
import { onFrame, ringsOn } from './on-frame.ts';
import { pointMarks } from './point-marks.ts';
import type { MapWords } from './words.ts';

/** Map sheets 图幅 of a park, true to scale: the overview first, where it takes several. */
export function mapSheets(
  whole: SheetLand,
  points: readonly ParcelPoints[],
  paper: Paper,
  words: MapWords,
): readonly Drawing[] {
  const land = { ...whole, frames: whole.frames.filter((frame) => hasLand(whole, frame)) };
  const { frames, overview } = land;
  const subtitle = (n: number) => (frames.length > 1 ? words.sheet(n + 1, frames.length) : '');
  return [
    ...(overview ? [sheetOf(land, { frame: overview, subtitle: words.overview, points: null }, paper, words)] : []),
    ...frames.map((frame, n) => sheetOf(land, { frame, subtitle: subtitle(n), points }, paper, words)),
  ];
}

/** Between sites that lie apart there are sheets without land of the park: nobody prints them. */
function hasLand({ parcels, size }: SheetLand, frame: MapFrame): boolean {
  const on = onFrame(frame);
  return parcels.some(({ parts }) => ringsOn(parts, on).some((ring) => clippedRing(ring, size).length > 2));
}

interface Shown {
  readonly frame: MapFrame;
  readonly subtitle: string;
  /** Null on an overview, which is too small for them. */
  readonly points: readonly ParcelPoints[] | null;
}

function sheetOf(land: SheetLand, shown: Shown, paper: Paper, words: MapWords): Drawing {
  const { width, height } = drawingSize(paper);
  const { size } = land;
  const { frame } = shown;
  const labels = new Labels(size);
  labels.keepFree(size.width - NORTH_ROOM.width, 0, NORTH_ROOM.width, NORTH_ROOM.height);
  const edges = shown.points ? [] : sheetEdges(land, frame, labels);
  landLabels(land, frame, words, labels);
  const { marks: dots, unnamed } = shown.points
    ? pointMarks(shown.points, frame, size, labels)
    : { marks: [], unnamed: 0 };
  const map = [
    ...landMarks(land, frame),
    ...gridMarks(frame, size),
    ...edges,
    ...dots,
    ...labels.marks,
    ...northMarks(size, words.north),
    ...frameMarks(frame, size),
  ];
  const legend = legendOf(land, frame, words, { shown: dots.length > 0, unnamed });
  const isOf = shown.points === null && land.frames.length > 1;
  const keys = isOf
    ? [...legend, { name: words.sheetEdge, sign: { is: 'area', fill: '#FFFFFF', line: LINES.outer } } as const]
    : legend;
  return {
    title: shown.subtitle === '' ? words.title : `${words.title} ${shown.subtitle}`,
    about: words.about,
    width,
    height,
    marks: [
      ...titleMarks(width, shown.subtitle, words),
      ...moved(map, BAND_MM, TITLE_MM + TICK_MM),
      ...moved(blockMarks(width, { frame, size }, keys, words), 0, height - BLOCK_MM),
    ],
  };
}

function titleMarks(width: number, subtitle: string, words: MapWords): Mark[] {
  const text = (said: string, x: number, align: DrawnText['align'], mm: number, more: Partial<DrawnText> = {}) =>
    ({ is: 'text', text: said, at: [x, 5], align, mm, colour: INK, ...more }) as const;
  return [
    text(words.title, width / 2, 'middle', 5.2, { isBold: true }),
    ...(words.sample === '' ? [] : [text(words.sample, 0, 'left', 2.8, { colour: QUIET })]),
    ...(subtitle === '' ? [] : [text(subtitle, width, 'right', 3, {})]),
  ];
}

/** Where the sheets lie on their overview, with their numbers. */
function sheetEdges({ frames, size }: SheetLand, overview: MapFrame, labels: Labels): Mark[] {
  const on = onFrame(overview);
  return frames.flatMap((frame, n): Mark[] => {
    const [x, y] = on([frame.west, frame.north]);
    const width = (metresAcross(size.width, frame.scale) * 1000) / overview.scale;
    const height = (metresAcross(size.height, frame.scale) * 1000) / overview.scale;
    const ring = rectangle(x, y, width, height);
    labels.put({ is: 'text', text: String(n + 1), at: [Math.max(2, x + 3), Math.max(3, y + 3.4)], align: 'middle', mm: 4, colour: QUIET, isBold: true }); // prettier-ignore
    return [{ is: 'lines', lines: clippedLine([...ring, ring[0]], size), line: { ...LINES.outer, isDashed: true } }];
  });
}
