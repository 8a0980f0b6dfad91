import { ok, refuse, type Refusal, type Result } from '../../outcome.ts';

/** Denominators a map sheet 图幅 is drawn to. */
export const MAP_SCALES = [500, 1000, 2000, 5000, 10_000] as const;
export type MapScale = (typeof MAP_SCALES)[number];

/** Metres of a plane. */
export interface PlaneBox {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** Ground that a sheet shows: its north-western corner, m, at 1 : `scale`. */
export interface MapFrame {
  readonly scale: number;
  readonly west: number;
  readonly north: number;
}

export interface MapFrames {
  readonly scale: MapScale;
  /** In rows from the north-west. */
  readonly frames: readonly MapFrame[];
  /** 接合表: all of it smaller, where it takes several sheets. */
  readonly overview: MapFrame | null;
}

/** Size of the map on its sheet, mm. */
export interface FrameSize {
  readonly width: number;
  readonly height: number;
}

/** Left free round the land of a park, mm. */
const ROOM_MM = 9;
/** So many sheets of one park are made, no more. */
const MOST_SHEETS = 24;
/** Of an overview, finer than the scales of a sheet. */
const OVERVIEW_SCALES = [1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000];

export const metresAcross = (mm: number, scale: number): number => (mm * scale) / 1000;

function sheetsAcross(box: PlaneBox, size: FrameSize, scale: number): readonly [columns: number, rows: number] {
  const along = (metres: number, mm: number) => {
    const room = metresAcross(mm - 2 * ROOM_MM, scale);
    return Math.max(1, Math.ceil(metres / room - 1e-9));
  };
  return [along(box.east - box.west, size.width), along(box.north - box.south, size.height)];
}

const fitsOne = (box: PlaneBox, size: FrameSize, scale: number): boolean => {
  const [columns, rows] = sheetsAcross(box, size, scale);
  return columns * rows === 1;
};

/** The largest scale at which the land is on one sheet; the smallest there is where it is on none. */
const proposedScale = (box: PlaneBox, size: FrameSize): MapScale =>
  MAP_SCALES.find((scale) => fitsOne(box, size, scale)) ?? MAP_SCALES[MAP_SCALES.length - 1];

/**
 * The sheets that show a box at a scale, or at the proposed one: one, or several edge to edge with an overview. Refused
 * where they would be too many, with the largest scale `fits` at which they are not; 0: none.
 */
export function mapFrames(
  box: PlaneBox,
  size: FrameSize,
  asked: MapScale | null,
): Result<MapFrames, Refusal<'map-takes-too-many-sheets'>> {
  const scale = asked ?? proposedScale(box, size);
  const [columns, rows] = sheetsAcross(box, size, scale);
  if (columns * rows > MOST_SHEETS) {
    const fits = MAP_SCALES.find((own) => {
      const [across, down] = sheetsAcross(box, size, own);
      return across * down <= MOST_SHEETS;
    });
    return refuse('map-takes-too-many-sheets', { scale, sheets: columns * rows, most: MOST_SHEETS, fits: fits ?? 0 });
  }
  const frames = Array.from({ length: rows * columns }, (_, n) =>
    frameOf(box, size, scale, { columns, rows, at: [n % columns, Math.floor(n / columns)] }),
  );
  if (frames.length === 1) return ok({ scale, frames, overview: null });
  const whole = OVERVIEW_SCALES.find((own) => fitsOne(box, size, own)) ?? OVERVIEW_SCALES[OVERVIEW_SCALES.length - 1];
  return ok({ scale, frames, overview: frameOf(box, size, whole, { columns: 1, rows: 1, at: [0, 0] }) });
}

interface Among {
  readonly columns: number;
  readonly rows: number;
  readonly at: readonly [column: number, row: number];
}

/** Sheets lie round the middle of the box, each beginning where the one before ends. */
function frameOf(box: PlaneBox, size: FrameSize, scale: number, { columns, rows, at }: Among): MapFrame {
  const [width, height] = [metresAcross(size.width, scale), metresAcross(size.height, scale)];
  const left = (box.west + box.east) / 2 - (columns * width) / 2;
  const top = (box.south + box.north) / 2 + (rows * height) / 2;
  return { scale, west: left + at[0] * width, north: top - at[1] * height };
}
