import { palettes, type Palette, type Theme } from '../palette.ts';
import type { DrawnGhost, PlannedBuilding } from './contract.ts';
import { HintBox } from './hint-box.ts';
import { placedLabels, type ScreenLabel } from './labels.ts';
import { paintPicture, spotOf, type Pen } from './paint.ts';
import { paintRise } from './paint-mass.ts';
import { FONTS, paintCrosshair, paintFault, paintLabel, paintSnap } from './paint-marks.ts';
import { pictureOf, type Picture } from './picture.ts';
import { paintRoof, placedRoofs, roofsOf, type Roof } from './roofs.ts';
import type { Screen } from './screen.ts';
import type { Spot } from './signal.ts';

/**
 * What is drawn of a tool: a canvas over the map, because a source of the library is cut into tiles by a worker and would come
 * some frames after the pointer, at a tenth of a metre; drawn in the same frame as the map, so that it never lags behind it.
 */
export class Overlay {
  readonly #canvas = document.createElement('canvas');
  readonly #pen: Pen;
  readonly #hint: HintBox;
  readonly #widths = new Map<string, number>();
  readonly #hatches = new Map<string, CanvasPattern | string>();
  #drawn: DrawnGhost | null = null;
  #picture: Picture | null = null;
  #crosshair: Spot | null = null;
  #roofs: readonly Roof[] = [];
  #theme: Theme;
  #isBlank = true;

  constructor(container: HTMLElement, theme: Theme) {
    this.#theme = theme;
    this.#canvas.className = 'tool-overlay';
    this.#canvas.setAttribute('aria-hidden', 'true');
    const pen = this.#canvas.getContext('2d');
    if (!pen) throw new Error('The browser gives no 2D canvas to draw on.');
    this.#pen = pen;
    container.append(this.#canvas);
    this.#hint = new HintBox(container);
  }

  get drawn(): DrawnGhost | null {
    return this.#drawn;
  }

  set(drawn: DrawnGhost | null): void {
    this.#drawn = drawn;
    this.#picture = null;
  }

  setRoofs(buildings: readonly PlannedBuilding[]): void {
    this.#roofs = roofsOf(buildings);
  }

  setCrosshair(at: Spot | null): void {
    this.#crosshair = at;
  }

  setTheme(theme: Theme): void {
    this.#theme = theme;
  }

  destroy(): void {
    this.#canvas.remove();
    this.#hint.remove();
  }

  draw(screen: Screen): void {
    const picture = this.#drawn && (this.#picture ??= pictureOf(this.#drawn));
    const isSeen = picture !== null && !isNothing(picture);
    const roofs = screen.tilt ? this.#roofs : [];
    const isEmpty = !isSeen && !this.#crosshair && roofs.length === 0;
    if (isEmpty && this.#isBlank) return;
    this.#isBlank = isEmpty;
    if (!isSeen) this.#hint.hide();
    // Without a size it is empty: a clearing that nothing is drawn after leaves what was there in some browsers.
    if (isEmpty) return void (this.#canvas.width = 0);
    const pen = this.#wiped();
    const palette = palettes[this.#theme];
    this.#paintRoofs(pen, roofs, screen, palette);
    if (isSeen) this.#paint(pen, picture, screen, palette);
    if (this.#crosshair && !picture?.snap) paintCrosshair(pen, this.#crosshair, palette);
  }

  #paint(pen: Pen, picture: Picture, screen: Screen, palette: Palette): void {
    paintPicture(pen, picture, screen, { palette, hatch: this.#hatch(palette.verdict.fail) });
    const { fills, rise } = picture;
    const drawn = fills.filter(({ role }) => role === 'shape' || role === 'copy');
    if (rise && screen.tilt) for (const { rings } of drawn) paintRise(pen, rings, rise, screen, palette);
    const hand = picture.hand && spotOf(screen, picture.hand);
    const labels = placedLabels(picture.labels.map((label) => onScreen(label, screen)), {
      ...this.#box(),
      middle: middleOf(picture, screen),
      hand,
      hint: this.#hint.show(picture, hand, this.#box()),
      widthOf: (text, font) => this.#widthOf(text, FONTS[font]),
    }); // prettier-ignore
    for (const label of labels) paintLabel(pen, label, palette);
    for (const at of picture.faults) paintFault(pen, spotOf(screen, at), palette);
    if (picture.snap) paintSnap(pen, spotOf(screen, picture.snap.at), palette);
  }

  #paintRoofs(pen: Pen, roofs: readonly Roof[], screen: Screen, palette: Palette): void {
    const widthOf = (text: string): number => this.#widthOf(text, FONTS.plain);
    for (const roof of placedRoofs(roofs, screen, this.#box(), widthOf)) paintRoof(pen, roof, widthOf, palette);
  }

  #box(): { readonly width: number; readonly height: number } {
    return { width: this.#canvas.clientWidth, height: this.#canvas.clientHeight };
  }

  /** As large and fine as the screen has it now, and empty. */
  #wiped(): Pen {
    const ratio = window.devicePixelRatio || 1;
    const { clientWidth, clientHeight } = this.#canvas;
    const [width, height] = [Math.round(clientWidth * ratio), Math.round(clientHeight * ratio)];
    if (this.#canvas.width !== width || this.#canvas.height !== height)
      [this.#canvas.width, this.#canvas.height] = [width, height];
    this.#pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.#pen.clearRect(0, 0, clientWidth, clientHeight);
    return this.#pen;
  }

  #widthOf(text: string, font: string): number {
    const key = font + text;
    const known = this.#widths.get(key);
    if (known !== undefined) return known;
    if (this.#widths.size > MOST_WIDTHS) this.#widths.clear();
    this.#pen.font = font;
    const { width } = this.#pen.measureText(text);
    this.#widths.set(key, width);
    return width;
  }

  #hatch(colour: string): CanvasPattern | string {
    const known = this.#hatches.get(colour) ?? hatchOf(this.#pen, colour);
    this.#hatches.set(colour, known);
    return known;
  }
}

/** Of a tool that waits nothing is drawn. */
const isNothing = ({ fills, lines, points, labels, snap, faults }: Picture): boolean =>
  fills.length + lines.length + points.length + labels.length + faults.length === 0 && snap === null;

/** Lines at 45°. */
function hatchOf(own: Pen, colour: string): CanvasPattern | string {
  const tile = document.createElement('canvas');
  tile.width = tile.height = HATCH_PX;
  const pen = tile.getContext('2d');
  if (!pen) return colour;
  pen.strokeStyle = colour;
  pen.lineWidth = 1.25;
  for (const dx of [-HATCH_PX, 0, HATCH_PX]) {
    pen.moveTo(dx, HATCH_PX);
    pen.lineTo(dx + HATCH_PX, 0);
  }
  pen.stroke();
  return own.createPattern(tile, 'repeat') ?? colour;
}

const HATCH_PX = 7;
/** Figures change with each move of the hand; the widths of old ones are let go. */
const MOST_WIDTHS = 2000;

const onScreen = ({ xy, ...label }: Picture['labels'][number], screen: Screen): ScreenLabel => ({
  ...label,
  ends: xy.length > 2 ? [spotOf(screen, xy, 0), spotOf(screen, xy, 1)] : [spotOf(screen, xy, 0)],
});

/** The middle of the box around what is drawn. */
function middleOf({ lines }: Picture, screen: Screen): Spot {
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { xy, role } of lines) {
    if (role === 'guide') continue;
    for (let i = 0; i < xy.length; i += 2) {
      [west, east] = [Math.min(west, xy[i]), Math.max(east, xy[i])];
      [north, south] = [Math.min(north, xy[i + 1]), Math.max(south, xy[i + 1])];
    }
  }
  return spotOf(screen, Float64Array.of((west + east) / 2, (north + south) / 2));
}
