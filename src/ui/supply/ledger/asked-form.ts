/** For `{@attach}`: a form that comes up where it was asked for is in view and in hand, and Escape ends it alone. */
export const askedForm = (onEnd: () => void) => (form: HTMLFormElement) => {
  const first = form.querySelector('input');
  first?.focus();
  // What is proposed in it gives way to what is typed.
  first?.select();
  form.scrollIntoView({ block: 'nearest' });
  const keys = (event: KeyboardEvent) => {
    // Escape gives up what is composed, not the form.
    if (event.key !== 'Escape' || event.isComposing) return;
    event.stopPropagation();
    onEnd();
  };
  form.addEventListener('keydown', keys);
  return () => form.removeEventListener('keydown', keys);
};
