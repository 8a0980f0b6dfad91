import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { FormatRefusal } from '../contract.ts';

/** Deeper than any GeoJSON; what walks the value can then recurse without fear. */
const deepest = 64;

/** Line and column (from 1) of a character. */
function placeOf(text: string, index: number): { line: number; column: number } {
  const before = text.slice(0, index).split('\n');
  return { line: before.length, column: before[before.length - 1].length + 1 };
}

/** Index of the first bracket nested deeper than `deepest`, or −1. */
function tooDeepAt(text: string): number {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (inString) {
      if (c === 0x5c) i++;
      else if (c === 0x22) inString = false;
    } else if (c === 0x22) inString = true;
    else if (c === 0x5b || c === 0x7b) {
      if (++depth > deepest) return i;
    } else if (c === 0x5d || c === 0x7d) depth--;
  }
  return -1;
}

/** Where the engine says the error is; engines word it differently, the end of the text where none says. */
function errorIndex(text: string, message: string): number {
  const position = /position (\d+)/.exec(message);
  if (position) return Number(position[1]);
  const token = /^Unexpected token '?(.)/u.exec(message);
  const at = token ? text.indexOf(token[1]) : -1;
  return at >= 0 && at < 2 ? at : text.length;
}

/** JSON text to a value, or the place where it stops being JSON. */
export function parseJson(text: string): Result<unknown, FormatRefusal> {
  const deep = tooDeepAt(text);
  if (deep >= 0) return refuse('not-json', { ...placeOf(text, deep), detail: 'too-deep' });
  try {
    return ok(JSON.parse(text) as unknown);
  } catch (error) {
    const message = (error as Error).message;
    return refuse('not-json', { ...placeOf(text, errorIndex(text, message)), detail: 'syntax' });
  }
}
