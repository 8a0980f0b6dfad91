/** The map: letters are keys there again. */
export const toMap = (): void => document.querySelector<HTMLElement>('.maplibregl-canvas')?.focus();

/** The map, and the buttons of the tools: nothing is typed there. */
const isFree = (target: EventTarget | null): boolean =>
  target === document.body ||
  (target instanceof HTMLElement && target.matches('.maplibregl-canvas, [role=toolbar] button'));

/** A digit that is pressed where nothing is typed: it need not be clicked for. Null: it is none, or belongs to what has the focus. */
export function freeDigit({ target, key, ctrlKey, metaKey, altKey }: KeyboardEvent): string | null {
  return isFree(target) && !ctrlKey && !metaKey && !altKey && /^[\d.]$/.test(key) ? key : null;
}
