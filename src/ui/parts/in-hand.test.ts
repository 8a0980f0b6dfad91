import { afterEach, expect, it, vi } from 'vitest';
import { staysInHand } from './in-hand.ts';

afterEach(() => void vi.unstubAllGlobals());

/** A page of which only what has focus is told; `changes` is what the browser calls once something in the panel is another. */
function opened() {
  let changes = () => {};
  const body = {};
  const page = Object.assign(new EventTarget(), { body, activeElement: body });
  vi.stubGlobal('document', page);
  vi.stubGlobal(
    'MutationObserver',
    class {
      observe = () => undefined;
      disconnect = () => (changes = () => {});
      constructor(call: () => void) {
        changes = call;
      }
    },
  );
  const [inside, outside] = [{}, {}];
  const focus = vi.fn();
  const root = Object.assign(new EventTarget(), { contains: (own: unknown) => own === inside });
  const end = staysInHand(() => ({ focus }) as unknown as HTMLElement)(root as unknown as HTMLElement);
  const at = (own: object) => {
    page.activeElement = own;
    if (own !== body) page.dispatchEvent(Object.defineProperty(new Event('focusin'), 'target', { value: own }));
  };
  return { at, body, inside, outside, focus, end, changed: () => changes() };
}

it('where what is in hand goes away the next comes to hand', () => {
  const { at, body, inside, focus, changed, end } = opened();
  changed();
  expect(focus).not.toHaveBeenCalled();
  at(inside);
  changed();
  expect(focus).not.toHaveBeenCalled();
  at(body);
  changed();
  expect(focus).toHaveBeenCalledOnce();
  end();
  changed();
  expect(focus).toHaveBeenCalledOnce();
});

it('who went elsewhere after it went away stays there', () => {
  const { at, body, inside, outside, focus, changed } = opened();
  at(inside);
  at(body);
  at(outside);
  at(body);
  changed();
  expect(focus).not.toHaveBeenCalled();
});
