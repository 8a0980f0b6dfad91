/** Does what the map is to show once the page itself has been drawn: a card is read before the map has moved. */
export function inNextFrame(call: () => unknown): () => void {
  let handle = requestAnimationFrame(() => (handle = requestAnimationFrame(() => void call())));
  return () => cancelAnimationFrame(handle);
}
