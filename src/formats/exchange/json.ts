import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { FormatRefusal } from '../contract.ts';
import { mostRingPoints } from '../limits.ts';

/** Deeper than any GeoJSON; what walks the value can then recurse without fear. */
const deepest = 64;

/** Line and column (from 1) of a character. */
function placeOf(text: string, index: number): { line: number; column: number } {
  const before = text.slice(0, index).split('\n');
  return { line: before.length, column: before[before.length - 1].length + 1 };
}

type Scan = { readonly deepAt: number } | { readonly longIn: number } | null;

/**
 * One look at the brackets before anything is built: the index of the first one nested deeper than `deepest`, or the
 * number from 1 of the feature (0: none) with more arrays side by side than a ring may have points.
 */
function scan(text: string): Scan {
  let depth = 0;
  let feature = 0;
  let inString = false;
  const arrays = new Uint32Array(deepest + 2);
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (inString) {
      if (c === 0x5c) i++;
      else if (c === 0x22) inString = false;
    } else if (c === 0x22) inString = true;
    else if (c === 0x5b || c === 0x7b) {
      if (++depth > deepest) return { deepAt: i };
      // Features are the objects of the array in the first object.
      if (c === 0x7b && depth === 3) feature++;
      else if (c === 0x5b && depth === 2) feature = 0;
      if (c === 0x5b && ++arrays[depth] > mostRingPoints) return { longIn: feature };
      arrays[depth + 1] = 0;
    } else if (c === 0x5d || c === 0x7d) depth--;
  }
  return null;
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
  const found = scan(text);
  if (found && 'deepAt' in found) return refuse('not-json', { ...placeOf(text, found.deepAt), detail: 'too-deep' });
  if (found)
    return refuse('too-many-points', { where: found.longIn > 0 ? `#${found.longIn}` : '$', most: mostRingPoints });
  try {
    return ok(JSON.parse(text) as unknown);
  } catch (error) {
    const message = (error as Error).message;
    return refuse('not-json', { ...placeOf(text, errorIndex(text, message)), detail: 'syntax' });
  }
}
