import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { FormatRefusal } from '../contract.ts';
import { mostRingPoints } from '../limits.ts';
import { headerSection, plotSection } from './convention.ts';

export interface Point {
  readonly line: number;
  readonly name: string;
  readonly ring: string;
  /** As they stand: by the convention north, east. */
  readonly pair: readonly [number, number];
}
export interface Plot {
  readonly line: number;
  readonly count: number;
  /** Text of the area attribute; empty when none is stated. */
  readonly area: string;
  /** Attributes from 编号 on, without the `@`. */
  readonly attributes: readonly string[];
  readonly points: Point[];
}
export interface Parsed {
  readonly header: Readonly<Record<string, string>>;
  readonly plots: readonly Plot[];
  /** Most decimals of any coordinate. */
  readonly decimals: number;
  /** Coordinates leave their trailing zeros out: they do not all have the same number of decimals. */
  readonly trimmed: boolean;
}

const number = /^[+-]?\d+(\.\d*)?$/;
const badLine = (line: number, text: string, detail: string) =>
  refuse('bad-line', { line, text: text.slice(0, 80), detail });

/** Lines of the file, whatever ends them, with full-width commas as commas. */
function* linesOf(text: string): Generator<string> {
  const end = /\r\n|\n|\r|$/g;
  for (let at = text.startsWith('\ufeff') ? 1 : 0; at <= text.length; at = end.lastIndex) {
    end.lastIndex = at;
    const found = end.exec(text);
    const stop = found?.index ?? text.length;
    yield text.slice(at, stop).trim().replaceAll('，', ',');
    if (stop === text.length) return;
  }
}

/** The file line by line; the first line that is none of the convention's is refused with its number. */
export function parseLines(text: string): Result<Parsed, FormatRefusal> {
  const header: [string, string][] = [];
  const plots: Plot[] = [];
  let section = plotSection;
  let decimals = 0;
  let fewest = Infinity;
  let padded = false;
  let at = 0;
  for (const line of linesOf(text)) {
    at++;
    if (line === '') continue;
    const opened = /^\[(.*)\]$/.exec(line);
    if (opened) {
      section = opened[1].trim();
      if (section !== headerSection && section !== plotSection) return badLine(at, line, 'section');
    } else if (section === headerSection) {
      const equals = line.indexOf('=');
      if (equals < 1) return badLine(at, line, 'key=value');
      header.push([line.slice(0, equals).trim(), line.slice(equals + 1).trim()]);
    } else {
      const cells = line.split(',').map((cell) => cell.trim());
      const plot = plotOf(cells, at);
      if (plot === null) {
        const point = pointOf(cells, at);
        if (typeof point === 'string') return badLine(at, line, point);
        if (plots.length === 0) return badLine(at, line, 'point-before-plot');
        const plot = plots[plots.length - 1];
        if (plot.points.push(point) > mostRingPoints)
          return refuse('too-many-points', { where: `#${plots.length}`, line: plot.line, most: mostRingPoints });
        for (const cell of [cells[2], cells[3]]) {
          const own = decimalsIn(cell);
          decimals = Math.max(decimals, own);
          fewest = Math.min(fewest, own);
          padded ||= own > 0 && cell.endsWith('0');
        }
      } else if (typeof plot === 'string') return badLine(at, line, plot);
      else plots.push(plot);
    }
  }
  return ok({ header: Object.fromEntries(header), plots, decimals, trimmed: fewest < decimals && !padded });
}

const decimalsIn = (text: string): number => (text.includes('.') ? text.length - text.indexOf('.') - 1 : 0);

/** A plot line ends in `@`; null: not one; text: what is wrong with it. */
function plotOf(cells: readonly string[], line: number): Plot | string | null {
  const ended = cells[cells.length - 1] === '@';
  if (!ended && cells.length < 8) return null;
  const own = ended ? cells.slice(0, -1) : cells;
  if (own.length < 3) return 'fields';
  if (!/^\d+$/.test(own[0])) return 'point-count';
  if (own[1] !== '' && !(number.test(own[1]) && Number(own[1]) >= 0)) return 'area';
  return { line, count: Number(own[0]), area: own[1], attributes: own.slice(2), points: [] };
}

function pointOf(cells: readonly string[], line: number): Point | string {
  // Some programs end every line with a comma.
  const own = cells.length === 5 && cells[4] === '' ? cells.slice(0, 4) : cells;
  if (own.length !== 4) return 'fields';
  const [name, ring, first, second] = own;
  if (!/^\d+$/.test(ring)) return 'ring-number';
  if (!number.test(first) || !number.test(second)) return 'number';
  const pair = [Number(first), Number(second)] as const;
  return Number.isFinite(pair[0]) && Number.isFinite(pair[1]) ? { line, name, ring, pair } : 'number';
}
