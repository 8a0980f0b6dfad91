import type { FrameSize } from '../../../domain/land/sheets/map-frames.ts';
import { textWidth, type DrawnText, type Mark, type Point } from '../drawing.ts';
import { clippedLine } from './clip.ts';
import { LINES } from './look.ts';

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Air round a text, mm. */
const AIR = 0.3;
/** Where a name stands round its point: nearest first, and as far as a leader may lead, mm. */
const NEAR = 0.9;
const LEADERS = [4, 6.5, 9];
const TURNS = [1, 0, 2, 7, 3, 6, 5, 4].map((n) => (n * Math.PI) / 4);

/** Texts on a map, none over another: who comes first has the place. */
export class Labels {
  readonly marks: Mark[] = [];
  readonly #taken: Box[] = [];
  readonly #frame: FrameSize;
  /** Borders a name beside its point stands off, as long as there is room elsewhere. */
  #lines: readonly (readonly Point[])[] = [];

  constructor(frame: FrameSize) {
    this.#frame = frame;
  }

  /** Ground no text may stand on. */
  keepFree(left: number, top: number, width: number, height: number): void {
    this.#taken.push({ left, top, right: left + width, bottom: top + height });
  }

  keepOff(lines: readonly (readonly Point[])[]): void {
    this.#lines = lines;
  }

  /** Where a circle has room over a place, else below or beside it; over it, within the frame, where it has none. Held free from then on. */
  circleNear([x, y]: Point, distance: number, radius: number): Point {
    const { width, height } = this.#frame;
    const boxAt = ([cx, cy]: Point): Box => {
      return { left: cx - radius, top: cy - radius, right: cx + radius, bottom: cy + radius };
    };
    const places: Point[] = [
      [x, y - distance],
      [x, y + distance + 3],
      [x - 3 * distance, y],
      [x + 3 * distance, y],
    ];
    const within = (at: number, most: number) => Math.min(most - radius - AIR, Math.max(radius + AIR, at));
    const at = places.find((place) => this.#isFree(boxAt(place))) ?? [within(x, width), within(y - distance, height)];
    this.#taken.push(boxAt(at));
    return at;
  }

  /** Whether there was room for all of these lines. */
  put(...texts: readonly DrawnText[]): boolean {
    const boxes = texts.map(boxOf);
    if (!boxes.every((box) => this.#isFree(box))) return false;
    this.#taken.push(...boxes);
    this.marks.push(...texts);
    return true;
  }

  /** A name beside its point: close by, else at the end of a leader, and only where all is full on a border; whether there was room. */
  putBeside(at: Point, text: Omit<DrawnText, 'at' | 'align'>): boolean {
    return this.#putRound(at, text, (box) => !this.#isStruck(box)) || this.#putRound(at, text, () => true);
  }

  #putRound(at: Point, text: Omit<DrawnText, 'at' | 'align'>, mayStand: (box: Box) => boolean): boolean {
    const width = textWidth(text.text, text.mm);
    for (const [n, distance] of [NEAR, ...LEADERS].entries())
      for (const turn of TURNS) {
        const [dx, dy] = [Math.cos(turn), -Math.sin(turn)];
        const end: Point = [at[0] + dx * distance, at[1] + dy * distance];
        // The text lies outward of the end, its nearer side on it.
        const middle: Point = [end[0] + (dx * width) / 2 + dx * AIR, end[1] + (dy * text.mm) / 2];
        const placed: DrawnText = { ...text, at: middle, align: 'middle' };
        const box = boxOf(placed);
        if (!this.#isFree(box) || !mayStand(box)) continue;
        if (n > 0) this.marks.push({ is: 'lines', lines: [[at, end]], line: LINES.leader });
        return this.put(placed);
      }
    return false;
  }

  #isStruck({ left, top, right, bottom }: Box): boolean {
    const within = { width: right - left, height: bottom - top };
    return this.#lines.some(
      (line) => clippedLine(line.map(([x, y]): Point => [x - left, y - top]), within).length > 0, // prettier-ignore
    );
  }

  #isFree(box: Box): boolean {
    const { width, height } = this.#frame;
    if (box.left < AIR || box.top < AIR || box.right > width - AIR || box.bottom > height - AIR) return false;
    return this.#taken.every(
      (other) =>
        box.right <= other.left || box.left >= other.right || box.bottom <= other.top || box.top >= other.bottom,
    );
  }
}

function boxOf({ text, at: [x, y], align, mm }: DrawnText): Box {
  const width = textWidth(text, mm);
  const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2;
  return { left: left - AIR, right: left + width + AIR, top: y - mm / 2 - AIR, bottom: y + mm / 2 + AIR };
}
