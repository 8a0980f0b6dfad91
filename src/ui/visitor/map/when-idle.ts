/** Does what can wait until the page has nothing else to do. */
export function whenIdle(call: () => void): void {
  if (window.requestIdleCallback) window.requestIdleCallback(call, { timeout: 2000 });
  else setTimeout(call, 300);
}
