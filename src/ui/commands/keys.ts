/**
 * A key as the table of commands writes it: `Mod+Shift+O`, `L`, `/`; `Mod` is ⌘ on a Mac and Ctrl elsewhere. A letter alone
 * counts only while nothing is typed, and can be turned off (WCAG 2.1.4).
 */
export type KeyName = string;

const named: Readonly<Record<string, string>> = { '+': 'Plus', '=': 'Plus', '-': 'Minus' };
const said: Readonly<Record<string, string>> = { Plus: '+', Minus: '−' };

export const isMac = (): boolean => /mac|iphone|ipad/i.test(navigator.platform);

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** What was pressed, as the table writes it. Of a sign such as `/` or `?` Shift is part of it already. */
export function keyOf({ key, ctrlKey, metaKey, shiftKey, altKey }: Pressed, mac: boolean): KeyName {
  const base = named[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  const shift = shiftKey && (/^[A-Z]$/.test(base) || key.length > 1);
  const mod = mac ? metaKey : ctrlKey;
  const other = mac ? ctrlKey : metaKey;
  return [mod && 'Mod', other && 'Other', altKey && 'Alt', shift && 'Shift', base].filter(Boolean).join('+');
}

/** Whether it would be typed where letters are typed. */
export const isPlain = (key: KeyName): boolean => !key.startsWith('Mod');

/** A letter, digit or sign alone, with Shift or without; not Enter, Delete or the like. */
export const isCharacter = (key: KeyName): boolean =>
  isPlain(key) && (key in said || key.replace(/^Shift\+/, '').length === 1);

/** A Mac's own signs, in its own order. */
const SIGNS = { Alt: '⌥', Shift: '⇧', Mod: '⌘' } as const;

/** As people read it: `Ctrl Shift O`, `⇧⌘O`. */
export function keyText(key: KeyName, mac: boolean): string {
  const parts = key.split('+');
  const base = parts.at(-1)!;
  const sign = said[base] ?? base;
  if (!mac) return [...parts.slice(0, -1).map((part) => (part === 'Mod' ? 'Ctrl' : part)), sign].join(' ');
  const held = Object.entries(SIGNS).filter(([part]) => parts.includes(part));
  return held.map(([, own]) => own).join('') + sign;
}

/** As `aria-keyshortcuts` has it. */
export const keyAria = (key: KeyName, mac: boolean): string => key.replace('Mod', mac ? 'Meta' : 'Control');
