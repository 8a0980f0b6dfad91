import { describe, expect, it } from 'vitest';
import { keyAria, keyOf, keyText } from './keys.ts';

const none = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

describe('a key', () => {
  it.each([
    [{ key: 'k', ctrlKey: true }, false, 'Mod+K'],
    [{ key: 'k', metaKey: true }, true, 'Mod+K'],
    [{ key: 'k', ctrlKey: true }, true, 'Other+K'],
    [{ key: 'O', ctrlKey: true, shiftKey: true }, false, 'Mod+Shift+O'],
    [{ key: 'l' }, false, 'L'],
    [{ key: 'L', shiftKey: true }, false, 'Shift+L'],
    [{ key: '+', shiftKey: true }, false, 'Plus'],
    [{ key: '=' }, false, 'Plus'],
    [{ key: '/' }, false, '/'],
    [{ key: 'l', altKey: true }, false, 'Alt+L'],
  ])('is told as the table writes it: %j', (pressed, mac, name) =>
    expect(keyOf({ ...none, ...pressed }, mac)).toBe(name),
  );

  it('is read as people know it', () => {
    expect(keyText('Mod+Shift+O', false)).toBe('Ctrl Shift O');
    expect(keyText('Mod+Shift+O', true)).toBe('⇧⌘O');
    expect(keyText('Minus', false)).toBe('−');
    expect(keyAria('Mod+K', false)).toBe('Control+K');
    expect(keyAria('Mod+K', true)).toBe('Meta+K');
  });
});
