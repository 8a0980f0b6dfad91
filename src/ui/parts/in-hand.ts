/** For `{@attach}`: a panel is in hand, by its heading, once it is there; what was in hand before is so again when it goes. */
export function inHand(panel: HTMLElement): () => void {
  const before = document.activeElement;
  panel.querySelector<HTMLElement>('h1, h2')?.focus();
  return () => (before instanceof HTMLElement && before.isConnected ? before : document.body).focus();
}

/**
 * For `{@attach}`: where what is in hand inside goes away, `next` comes to hand, so that keys go on from there; who went
 * elsewhere stays there.
 */
export const staysInHand =
  (next: (root: HTMLElement) => HTMLElement | null | undefined) =>
  (root: HTMLElement): (() => void) => {
    let isWithin = false;
    // Also where nothing was in hand before: once it went away without a next one.
    const come = ({ target }: FocusEvent) => (isWithin = root.contains(target as Node));
    const leave = ({ target, relatedTarget }: FocusEvent) => {
      if (relatedTarget) return;
      // What was taken away or switched off is left by nobody; which it is shows a moment later.
      setTimeout(() => {
        const own = target as HTMLElement;
        if (own.isConnected && !own.matches(':disabled') && isNowhere()) isWithin = false;
      });
    };
    const isNowhere = () => document.activeElement === null || document.activeElement === document.body;
    const seen = new MutationObserver(() => {
      if (isWithin && isNowhere()) next(root)?.focus();
    });
    document.addEventListener('focusin', come);
    root.addEventListener('focusout', leave);
    seen.observe(root, { childList: true, subtree: true });
    return () => {
      seen.disconnect();
      document.removeEventListener('focusin', come);
      root.removeEventListener('focusout', leave);
    };
  };
