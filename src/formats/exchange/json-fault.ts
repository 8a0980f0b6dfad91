/** What may come next. `first-…`: the bracket may close at once. */
type Next = 'value' | 'first-value' | 'key' | 'first-key' | 'colon' | 'after';

const space = /[ \t\n\r]*/y;
const number = /-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y;
const word = /true|false|null/y;
const plain = /[^"\\\u0000-\u001f]*/y;
const escape = /\\(["\\/bfnrt]|u[\dA-Fa-f]{4})/y;

/** Index after what the pattern finds at `at`; `at` itself where it finds nothing. */
function after(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** Index after a string that opens at `at`, or of the character at which it stops being one. */
function endOfString(text: string, at: number): { readonly end: number; readonly sound: boolean } {
  let i = at + 1;
  for (;;) {
    i = after(plain, text, i);
    if (text[i] === '"') return { end: i + 1, sound: true };
    const next = after(escape, text, i);
    if (next === i) return { end: i, sound: false };
    i = next;
  }
}

/**
 * Index of the character at which a text stops being JSON (RFC 8259), its length where it ends too early; null where it
 * is JSON. Engines say so of some faults only, each in other words.
 */
export function jsonFault(text: string): number | null {
  const open: ('{' | '[')[] = [];
  let next = 'value' as Next;
  let i = 0;
  for (;;) {
    i = after(space, text, i);
    const c = text[i];
    if (next === 'after' && open.length === 0) return i < text.length ? i : null;
    const within: '{' | '[' | undefined = open[open.length - 1];
    const closes: string = (next === 'first-value' || next === 'after') && within === '[' ? ']' : '}';
    if (c === closes && next !== 'value' && next !== 'key' && next !== 'colon') {
      open.pop();
      next = 'after';
      i++;
    } else if (next === 'after') {
      if (c !== ',') return i;
      next = within === '{' ? 'key' : 'value';
      i++;
    } else if (next === 'colon') {
      if (c !== ':') return i;
      next = 'value';
      i++;
    } else if (c === '"') {
      const { end, sound } = endOfString(text, i);
      if (!sound) return end;
      next = next === 'key' || next === 'first-key' ? 'colon' : 'after';
      i = end;
    } else if (next === 'key' || next === 'first-key') return i;
    else if (c === '{' || c === '[') {
      open.push(c);
      next = c === '{' ? 'first-key' : 'first-value';
      i++;
    } else {
      const end = Math.max(after(number, text, i), after(word, text, i));
      if (end === i) return i;
      next = 'after';
      i = end;
    }
  }
}

/** Nothing is wrong but that it ends: behind the fault stands at most the begin of a number, a word or an escape. */
export const isCutOff = (text: string, at: number): boolean =>
  text.trim() !== '' &&
  text.length - at < 30 &&
  /^([-+.\deE]*|t(ru?)?|f(a(ls?)?)?|n(ul?)?|\\(u[\da-fA-F]{0,3})?)$/.test(text.slice(at));
