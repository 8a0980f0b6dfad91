/** What becomes of a row that is dragged. */
interface DragOut {
  /** It moves, out of its list or not yet. */
  readonly onMove: (isOut: boolean) => void;
  /** It was let go; not out of its list where that was given up. */
  readonly onEnd: (isOut: boolean) => void;
}

/** So far a pointer may go astray in a click. */
const LEAST_PX = 5;

/** 拖出: a row that is dragged out of the list it stands in; Escape gives it up. */
export function dragOut({ onMove, onEnd }: DragOut): (row: HTMLElement) => () => void {
  return (row) => {
    let stop: AbortController | null = null;
    const down = (begin: PointerEvent) => {
      if (begin.button !== 0 || (begin.target as HTMLElement).closest('button')) return;
      stop?.abort();
      const over = (stop = new AbortController());
      const list = row.parentElement!;
      let isDragged = false;
      const isOut = ({ clientX: x, clientY: y }: PointerEvent) => {
        const box = list.getBoundingClientRect();
        return x < box.left || x > box.right || y < box.top - 8 || y > box.bottom + 8;
      };
      const end = (out: boolean) => {
        over.abort();
        if (isDragged) onEnd(out);
      };
      const on = <K extends keyof WindowEventMap>(type: K, hear: (event: WindowEventMap[K]) => void) =>
        addEventListener(type, hear, { signal: over.signal, capture: true });
      on('pointermove', (event) => {
        isDragged ||= Math.hypot(event.clientX - begin.clientX, event.clientY - begin.clientY) >= LEAST_PX;
        if (isDragged) onMove(isOut(event));
      });
      on('pointerup', (event) => end(isOut(event)));
      on('pointercancel', () => end(false));
      on('keydown', (event) => {
        if (event.key !== 'Escape' || !isDragged) return;
        event.stopPropagation();
        end(false);
      });
    };
    row.addEventListener('pointerdown', down);
    return () => {
      stop?.abort();
      row.removeEventListener('pointerdown', down);
    };
  };
}
