import { expect, it, vi } from 'vitest';
import { askedForm } from './asked-form.ts';

it('a form that is asked for ends by Escape, but not while characters are composed', () => {
  const input = { focus: vi.fn(), select: vi.fn() };
  const form = Object.assign(new EventTarget(), { querySelector: () => input, scrollIntoView: () => undefined });
  const end = vi.fn();
  askedForm(end)(form as unknown as HTMLFormElement);
  const press = (keys: object) => form.dispatchEvent(Object.assign(new Event('keydown'), keys));
  press({ key: 'Enter', isComposing: false });
  press({ key: 'Escape', isComposing: true });
  expect(end).not.toHaveBeenCalled();
  press({ key: 'Escape', isComposing: false });
  expect(end).toHaveBeenCalledOnce();
  // What is proposed is written over.
  expect([input.focus, input.select].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
});
