import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { FormatRefusal } from '../contract.ts';
import { mostRingPoints } from '../limits.ts';
import { isCutOff, jsonFault } from './json-fault.ts';
import { textPlaceOf } from './text-place.ts';

/** Deeper than any GeoJSON; what walks the value can then recurse without fear. */
export const deepest = 64;

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

/** JSON text to a value, or the place where it stops being JSON. */
export function parseJson(text: string): Result<unknown, FormatRefusal> {
  // Of many short texts none is looked at: there are more brackets in what is nested too deep.
  const found = text.length > deepest ? scan(text) : null;
  if (found && 'deepAt' in found) return refuse('not-json', { ...textPlaceOf(text, found.deepAt), detail: 'too-deep' });
  if (found)
    return refuse('too-many-points', { where: found.longIn > 0 ? `#${found.longIn}` : '$', most: mostRingPoints });
  try {
    return ok(JSON.parse(text) as unknown);
  } catch {
    const at = jsonFault(text) ?? text.length;
    return refuse('not-json', { ...textPlaceOf(text, at), detail: isCutOff(text, at) ? 'cut-off' : 'syntax' });
  }
}
