/** 底部面板 on a phone: three heights, by button, key or drag. */
export type SheetStop = 'peek' | 'half' | 'full';

const order: readonly SheetStop[] = ['peek', 'half', 'full'];
/** Where the top edge of a sheet that is half up stands, px from the top of the page's main part. */
const HALF_TOP = 356;
/** Of a low window (large letters, a phone on its side) no more than this is left to the map. */
const halfShare = 0.45;
const FULL_TOP = 8;
const peekHeight = 132;

export class Sheet {
  stop = $state<SheetStop>('half');
  /** While dragged: the top edge under the finger. */
  dragTop = $state<number | null>(null);
  #grabbed: { readonly y: number; readonly top: number; readonly height: number } | null = null;

  /** px: half up, and as far up as it goes, below what stands over the map. */
  constructor(
    private readonly halfTop = HALF_TOP,
    private readonly fullTop = FULL_TOP,
  ) {}

  topOf(stop: SheetStop, height: number): number {
    if (stop === 'full') return this.fullTop;
    return stop === 'half'
      ? Math.min(this.halfTop, Math.round(height * halfShare))
      : Math.max(this.fullTop, height - peekHeight);
  }

  /** The same for the style sheet: there before anything could be measured, so that the page does not jump at first. */
  readonly top = $derived.by(() => {
    if (this.dragTop !== null) return `${this.dragTop}px`;
    if (this.stop === 'full') return `${this.fullTop}px`;
    return this.stop === 'half'
      ? `min(${this.halfTop}px, ${halfShare * 100}%)`
      : `max(${this.fullTop}px, 100% - ${peekHeight}px)`;
  });

  /** Something is to be read: a window too low for map and sheet together gives it all its height. */
  read(height: number) {
    if (height < 480) this.stop = 'full';
    else if (this.stop === 'peek') this.stop = 'half';
  }

  raise() {
    this.stop = this.stop === 'full' ? 'half' : order[order.indexOf(this.stop) + 1];
  }

  step(by: 1 | -1) {
    this.stop = order[Math.min(2, Math.max(0, order.indexOf(this.stop) + by))];
  }

  grab(y: number, height: number) {
    this.#grabbed = { y, top: this.topOf(this.stop, height), height };
  }

  drag(y: number) {
    const g = this.#grabbed;
    if (!g || (this.dragTop === null && Math.abs(y - g.y) < 6)) return;
    this.dragTop = Math.min(g.height - peekHeight, Math.max(this.fullTop, g.top + y - g.y));
  }

  /** True when it was a drag and not a press. */
  release(): boolean {
    const { dragTop } = this;
    const g = this.#grabbed;
    this.#grabbed = null;
    this.dragTop = null;
    if (dragTop === null || !g) return false;
    const off = (stop: SheetStop) => Math.abs(this.topOf(stop, g.height) - dragTop);
    this.stop = order.reduce((best, stop) => (off(stop) < off(best) ? stop : best));
    return true;
  }
}
