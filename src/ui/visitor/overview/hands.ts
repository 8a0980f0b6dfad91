import type { Point, Size } from './view.ts';

export interface Held {
  move(dx: number, dy: number): void;
  zoom(factor: number, at: Point): void;
  resized(size: Size): void;
}

/** A finger that trembles presses. */
const STILL_PX = 5;

/** The picture in hand: dragged, pinched, wheeled; a press that moved is no press. An attachment of its element. */
export const hands =
  (held: Held) =>
  (element: HTMLElement): (() => void) => {
    const down = new Map<number, Point>();
    let wandered = 0;
    const at = (event: { clientX: number; clientY: number }): Point => {
      const box = element.getBoundingClientRect();
      return { x: event.clientX - box.left, y: event.clientY - box.top };
    };
    const spread = (): number => {
      const [a, b] = [...down.values()];
      return Math.max(Math.hypot(a.x - b.x, a.y - b.y), 1);
    };
    function press(event: PointerEvent) {
      if (down.size === 0) wandered = 0;
      down.set(event.pointerId, at(event));
    }
    function drag(event: PointerEvent) {
      const before = down.get(event.pointerId);
      if (!before) return;
      const now = at(event);
      const [dx, dy] = [now.x - before.x, now.y - before.y];
      wandered += Math.hypot(dx, dy);
      if (wandered < STILL_PX) return;
      // From now on what is dragged stays in hand beyond the edge; sooner, a mark would not be pressed.
      if (!element.hasPointerCapture(event.pointerId)) element.setPointerCapture(event.pointerId);
      const apart = down.size === 2 ? spread() : 0;
      down.set(event.pointerId, now);
      held.move(dx / down.size, dy / down.size);
      if (apart > 0) held.zoom(spread() / apart, now);
    }
    const lift = (event: PointerEvent) => void down.delete(event.pointerId);
    function wheel(event: WheelEvent) {
      event.preventDefault();
      held.zoom(Math.exp(-event.deltaY / 400), at(event));
    }
    function click(event: MouseEvent) {
      if (wandered < STILL_PX) return;
      event.stopPropagation();
      wandered = 0;
    }
    const observer = new ResizeObserver(([{ contentRect }]) => {
      if (contentRect.width > 0) held.resized({ width: contentRect.width, height: contentRect.height });
    });
    observer.observe(element);
    const heard = new AbortController();
    const { signal } = heard;
    element.addEventListener('pointerdown', press, { signal });
    element.addEventListener('pointermove', drag, { signal });
    element.addEventListener('pointerup', lift, { signal });
    element.addEventListener('pointercancel', lift, { signal });
    element.addEventListener('wheel', wheel, { signal, passive: false });
    element.addEventListener('click', click, { signal, capture: true });
    return () => {
      heard.abort();
      observer.disconnect();
    };
  };
