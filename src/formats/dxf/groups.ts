import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { FormatRefusal } from '../contract.ts';
import { mostRingPoints } from '../limits.ts';
import { realOf } from '../text/real.ts';

/** One pair of lines of a DXF file: a group code, which says what the value is, and the value. */
export interface Group {
  readonly code: number;
  readonly value: string;
  /** Line of the code, from 1. */
  readonly line: number;
}

/** Everything from one group 0 to the next: an entity, a table entry, a section mark. */
export interface Item {
  readonly type: string;
  readonly groups: readonly Group[];
  readonly line: number;
}

/** A vertex has two groups or three; what stands in a ring beyond that is its own width, bulge and the like. */
const mostInItem = 4 * mostRingPoints;
const mostInAll = 10_000_000;

/** The items of an ASCII DXF in order. A code that is no whole number ends the reading with its line. */
export function itemsOf(text: string): Result<readonly Item[], FormatRefusal> {
  const items: Item[] = [];
  let groups: Group[] = [];
  let all = 0;
  let line = 1;
  for (let at = 0; at < text.length; line += 2) {
    const [codeText, afterCode] = lineAt(text, at);
    const [valueText, afterValue] = lineAt(text, afterCode);
    at = afterValue;
    const trimmed = codeText.trim();
    if (trimmed === '' && valueText === '' && at >= text.length) break;
    if (!/^-?\d{1,5}$/.test(trimmed))
      return refuse('bad-line', { line, text: codeText.slice(0, 60), detail: 'group-code' });
    const code = Number(trimmed);
    if (code === 999) continue;
    const value = code === 1 || code === 3 || code === 1000 ? valueText : valueText.trim();
    if (code === 0) {
      groups = [];
      items.push({ type: value.toUpperCase(), groups, line });
      // What stands after the end is none of the drawing.
      if (items[items.length - 1].type === 'EOF') break;
    } else if (groups.push({ code, value, line }) > mostInItem) {
      const { type: where, line: first } = items[items.length - 1] ?? { type: 'DXF', line: 1 };
      return refuse('too-many-points', { where, line: first, most: mostRingPoints });
    } else if (++all > mostInAll)
      return refuse('too-large', { where: 'DXF', what: 'groups', found: `> ${mostInAll}`, most: mostInAll });
  }
  return ok(items);
}

/** The line at `at` without its end, and where the next begins. */
function lineAt(text: string, at: number): [string, number] {
  const end = text.indexOf('\n', at);
  const stop = end < 0 ? text.length : end;
  const line = text.slice(at, stop > at && text[stop - 1] === '\r' ? stop - 1 : stop);
  return [line, end < 0 ? text.length : end + 1];
}

export const textOf = ({ groups }: Item, code: number): string | undefined =>
  groups.find((group) => group.code === code)?.value;

/** The number of a group; NaN where it is written wrong, `otherwise` where it is not there. */
export function numberOf(item: Item, code: number, otherwise: number): number {
  const text = textOf(item, code);
  return text === undefined ? otherwise : realOf(text);
}
