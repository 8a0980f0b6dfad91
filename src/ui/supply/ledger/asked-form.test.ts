import { expect, it, vi } from 'vitest';
import { askedForm } from './asked-form.ts';

it('a form that is asked for ends by Escape, but not while characters are composed', () => {
  const form = Object.assign(new EventTarget(), { querySelector: () => null, scrollIntoView: () => undefined });
  const end = vi.fn();
  askedForm(end)(form as unknown as HTMLFormElement);
  const press = (keys: object) => form.dispatchEvent(Object.assign(new Event('keydown'), keys));
  press({ key: 'Enter', isComposing: false });
  press({ key: 'Escape', isComposing: true });
  expect(end).not.toHaveBeenCalled();
  press({ key: 'Escape', isComposing: false });
  expect(end).toHaveBeenCalledOnce();
});
