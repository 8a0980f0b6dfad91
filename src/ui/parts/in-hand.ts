/** For `{@attach}`: a panel is in hand, by its heading, once it is there; what was in hand before is so again when it goes. */
export function inHand(panel: HTMLElement): () => void {
  const before = document.activeElement;
  panel.querySelector<HTMLElement>('h1, h2')?.focus();
  return () => (before instanceof HTMLElement && before.isConnected ? before : document.body).focus();
}
