import type { Position } from 'geojson';
import type { Bounds } from '../../../domain/geometry/columns/bounds.ts';
import type { Padding } from '../../../map/contract.ts';
import type { VisitorState } from '../../../map/visitor/contract.ts';
import type { FirstFile, IdleFile, OutlinesFile } from '../../../publish/shape/published.ts';
import { pilesOf, type Mark, type Pile } from './piles.ts';
import {
  boundsIn,
  fitted,
  moved,
  planeOf,
  toPixel,
  zoomed,
  type Plane,
  type Point,
  type Size,
  type View,
} from './view.ts';

const NO_PADDING: Padding = { top: 16, right: 16, bottom: 16, left: 16 };
/** So much beyond an edge a mark is still drawn, px. */
const BEYOND = 14;

/** The overview as it is drawn: what it is told, where it looks at and how large it is. */
export class DrawnOverview {
  readonly first: FirstFile;
  readonly outlines: OutlinesFile;
  readonly plane: Plane;
  idle = $state.raw<IdleFile['land']>([]);
  told = $state.raw<VisitorState>()!;
  here = $state.raw<Position | null>(null);
  size = $state.raw<Size>({ width: 390, height: 320 });
  #view = $state.raw<View | null>(null);
  /** What is to be in view: it stays so while the picture's size changes, until someone moves it. */
  #fit = $state.raw<{ readonly bounds: Bounds; readonly padding: Padding }>()!;

  onselect: (slug: string | null) => void = () => undefined;

  constructor(first: FirstFile, outlines: OutlinesFile, told: VisitorState) {
    this.first = first;
    this.outlines = outlines;
    this.plane = planeOf(first.bounds);
    this.told = told;
    this.#fit = { bounds: first.bounds, padding: NO_PADDING };
  }

  readonly view: View = $derived.by(
    () => this.#view ?? fitted(this.plane, this.#fit.bounds, this.size, this.#fit.padding),
  );
  readonly bounds: Bounds = $derived.by(() => boundsIn(this.plane, this.view, this.size));
  /** Row of the chosen park; null: none. */
  readonly selected: number | null = $derived.by(() => {
    const row = this.told.selected === null ? -1 : this.first.parks.slug.indexOf(this.told.selected);
    return row < 0 ? null : row;
  });

  /** What is in view of the parks that are listed, and the chosen one whether it is or not. */
  readonly piles: readonly Pile[] = $derived.by(() => {
    const { listed } = this.told;
    const { selected } = this;
    const rows = selected === null || listed.includes(selected) ? listed : [...listed, selected];
    return pilesOf(
      rows.flatMap((row) => this.#markOf(row) ?? []),
      selected,
    );
  });

  /** Its name in the language of the page, the Chinese one where there is no other. */
  nameOf = (row: number): string => {
    const { name, nameEn } = this.first.parks;
    return (this.told.language === 'en' && nameEn[row]) || name[row];
  };

  pixel = (at: Position): Point => toPixel(this.plane, this.view, this.size, at);

  isIn = ({ x, y }: Point): boolean =>
    x > -BEYOND && y > -BEYOND && x < this.size.width + BEYOND && y < this.size.height + BEYOND;

  fit(bounds: Bounds, padding: Padding = NO_PADDING): void {
    this.#fit = { bounds, padding };
    this.#view = null;
  }

  resized = (size: Size): void => {
    this.size = size;
  };

  all(): void {
    this.fit(this.first.bounds);
  }

  move = (dx: number, dy: number): void => {
    this.#view = moved(this.plane, this.view, dx, dy);
  };

  zoom(factor: number, at: Point = { x: this.size.width / 2, y: this.size.height / 2 }): void {
    const whole = fitted(this.plane, this.first.bounds, this.size, NO_PADDING).scale;
    this.#view = zoomed(this.plane, this.view, this.size, factor, at, whole / 2);
  }

  /** A park is chosen; of a pile its ground is looked at nearer, or, where it is one place, the next of its parks is chosen. */
  choose({ rows }: Pile): void {
    const { at, slug } = this.first.parks;
    const places = rows.flatMap((row) => (at[row] ? [at[row]] : []));
    const [lons, lats] = [places.map(([lon]) => lon), places.map(([, lat]) => lat)];
    const box: Bounds = [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
    const padding = { top: 48, right: 48, bottom: 48, left: 48 };
    if (rows.length > 1 && fitted(this.plane, box, this.size, padding).scale > this.view.scale * 1.2)
      return this.fit(box, padding);
    const next = rows[(rows.indexOf(this.selected ?? -1) + 1) % rows.length];
    this.onselect(slug[next]);
  }

  #markOf(row: number): Mark | null {
    const at = this.first.parks.at[row];
    if (!at) return null;
    const point = this.pixel(at);
    return this.isIn(point) ? { ...point, row, outcome: this.first.parks.outcome[row] } : null;
  }
}
