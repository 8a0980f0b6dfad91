import { metresAcross, type MapFrame } from '../../../domain/land/sheets/map-frames.ts';
import { textWidth, type DrawnText, type Line, type Mark, type Point } from '../drawing.ts';
import { outerFrame, rectangle } from './frame-marks.ts';
import { piecesOf } from '../widths.ts';
import { BLOCK_MM } from './layout.ts';
import { INK, LINES, QUIET } from './look.ts';
import { gridOf } from './on-frame.ts';
import type { MapWords } from './words.ts';

/** What stands in the legend: how it is drawn, and what it is called. */
export interface LegendKey {
  readonly name: string;
  readonly sign:
    | { readonly is: 'area'; readonly fill: string; readonly line: Line }
    | { readonly is: 'circle'; readonly fill: string; readonly radius: number; readonly line?: Line };
}

const LETTERS = 2.2;
const ROW_MM = 4.2;
/** Of many keys. */
const CLOSE_ROW_MM = 3.4;
/** Letters of two lines would touch in less. */
const LEAST_ROW_MM = 2.9;
const HEAD_MM = 5.4;
const PAD = 2;
const SIGN = { width: 6, height: 2.6 };
/** Shares of the width: legend, scale, what it rests on. */
const SHARES = [0.32, 0.22, 0.46];

const text = (said: string, at: Point, more: Partial<DrawnText> = {}): DrawnText => {
  return { is: 'text', text: said, at, align: 'left', mm: LETTERS, colour: INK, ...more };
};

/** The block below the map, from its own upper left corner: legend, scale, and what the sheet rests on. */
export function blockMarks(
  width: number,
  { frame, size }: { readonly frame: MapFrame; readonly size: { readonly width: number; readonly height: number } },
  legend: readonly LegendKey[],
  words: MapWords,
): Mark[] {
  const [first, second] = [width * SHARES[0], width * (SHARES[0] + SHARES[1])];
  return [
    { is: 'area', rings: [outerFrame(0, 0, width, BLOCK_MM)], line: LINES.outer },
    { is: 'lines', lines: [first, second].map((x) => [[x, 0], [x, BLOCK_MM]]), line: LINES.neat }, // prettier-ignore
    ...legendMarks(first, legend, words),
    ...scaleMarks(first, second - first, gridOf(frame, size).stepM, frame, words),
    ...factMarks(second, width - second, words),
  ];
}

/** Areas that are drawn alike, as classes of one colour are, under one key. */
function joined(keys: readonly LegendKey[]): readonly LegendKey[] {
  const all: LegendKey[] = [];
  for (const key of keys) {
    const last = all.at(-1);
    const isAlike = key.sign.is === 'area' && JSON.stringify(last?.sign) === JSON.stringify(key.sign);
    if (last && isAlike) all[all.length - 1] = { ...last, name: `${last.name} / ${key.name}` };
    else all.push(key);
  }
  return all;
}

/** Columns of the legend, each of as many rows as there is room for, and the room of a column and of a name in it, mm. */
function columnsOf(width: number, keys: readonly LegendKey[]) {
  const rowsOf = (mm: number) => Math.floor((BLOCK_MM - HEAD_MM - 1) / mm);
  // Closer where one column is enough then, whose names have all the width, or two are not otherwise.
  const isClose = keys.length > 2 * rowsOf(ROW_MM) || (keys.length > rowsOf(ROW_MM) && keys.length <= rowsOf(CLOSE_ROW_MM)); // prettier-ignore
  const rowMm = isClose ? CLOSE_ROW_MM : ROW_MM;
  const rows = rowsOf(rowMm);
  const columns = Math.max(1, Math.min(2, Math.ceil(keys.length / rows)));
  const room = (width - PAD) / columns;
  return { rowMm, rows, places: rows * columns, room, nameRoom: room - SIGN.width - 3 };
}

function legendMarks(width: number, single: readonly LegendKey[], words: MapWords): Mark[] {
  const alike = joined(single);
  const most = columnsOf(width, alike).nameRoom;
  // Names that have no room together are not cut: each has its own key.
  const keys = alike.every((key) => single.includes(key) || textWidth(key.name, LETTERS) <= most) ? alike : single;
  const { rowMm, rows, places, room, nameRoom } = columnsOf(width, keys);
  // What has no room is counted in the last place.
  const shown = keys.length > places ? keys.slice(0, places - 1) : keys;
  const marks: Mark[] = [text(words.legend, [PAD, 3.4], { isBold: true })];
  const at = (n: number): Point => [PAD + Math.floor(n / rows) * room, HEAD_MM + (n % rows) * rowMm + rowMm / 2];
  for (const [n, { name, sign }] of shown.entries()) {
    const [x, y] = at(n);
    const middle: Point = [x + SIGN.width / 2, y];
    if (sign.is === 'circle') marks.push({ ...sign, at: middle });
    else marks.push({ ...sign, rings: [rectangle(x, y - SIGN.height / 2, SIGN.width, SIGN.height)] });
    marks.push(text(fitted(name, nameRoom), [x + SIGN.width + 1.5, y]));
  }
  if (shown.length < keys.length) {
    const [x, y] = at(places - 1);
    marks.push(text(`… +${keys.length - shown.length}`, [x + SIGN.width + 1.5, y]));
  }
  return marks;
}

/** 比例尺: as a number and as a bar in four parts. */
function scaleMarks(x: number, width: number, stepM: number, { scale }: MapFrame, words: MapWords): Mark[] {
  const middle = x + width / 2;
  const lengthM = barLength(metresAcross(width - 16, scale));
  const mm = (lengthM * 1000) / scale;
  const left = middle - mm / 2;
  const quarter = mm / 4;
  const bar = [0, 1, 2, 3].map((n): Mark => ({
    is: 'area',
    rings: [rectangle(left + n * quarter, 14, quarter, 1.6)],
    fill: n % 2 === 0 ? INK : '#FFFFFF',
    line: LINES.neat,
  }));
  const figure = (part: number) =>
    text(lengthText((lengthM * part) / 4, part === 4), [left + part * quarter, 18], { align: 'middle', mm: 1.9 });
  return [
    text(words.scale(scale), [middle, 7], { align: 'middle', mm: 4, isBold: true }),
    ...bar,
    ...[0, 2, 4].map(figure),
    text(words.grid(stepM), [middle, 25], { align: 'middle', mm: 2, colour: QUIET }),
  ];
}

/** The longest length up to `most` that a quarter of is round. */
function barLength(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most / 4));
  return 4 * power * ([5, 2, 1].find((n) => 4 * n * power <= most) ?? 1);
}

const lengthText = (metres: number, isLast: boolean): string => `${metres}${isLast ? ' m' : ''}`;

function factMarks(x: number, width: number, words: MapWords): Mark[] {
  const names = Math.max(...words.facts.map(([name]) => textWidth(name, LETTERS))) + 2;
  const room = width - PAD - names - 1;
  const most = Math.floor((BLOCK_MM - 2) / LEAST_ROW_MM);
  // What has no room in one line goes on in the next, as long as there are lines.
  const wrapped = words.facts.map(([name, said]) => [name, linesOf(said, room)] as const);
  const isWhole = wrapped.reduce((sum, [, lines]) => sum + lines.length, 0) <= most;
  const facts = isWhole ? wrapped : words.facts.map(([name, said]) => [name, [fitted(said, room)]] as const);
  const rows = facts.flatMap(([name, lines]) => lines.map((line, n) => [n === 0 ? name : '', line] as const));
  const row = Math.min(ROW_MM, (BLOCK_MM - 2) / rows.length);
  return rows.flatMap(([name, said], n) => {
    const y = 1 + row * (n + 0.5);
    return [...(name === '' ? [] : [text(name, [x + PAD, y], { colour: QUIET })]), text(said, [x + PAD + names, y])];
  });
}

/** Lines of a text, broken between words, Chinese ones anywhere. */
function linesOf(said: string, room: number): string[] {
  const lines = [''];
  for (const word of piecesOf(said)) {
    const line = lines.at(-1)! + word;
    if (lines.at(-1) !== '' && textWidth(line.trimEnd(), LETTERS) > room) lines.push(word);
    else lines[lines.length - 1] = line;
  }
  return lines.map((line) => fitted(line.trim(), room));
}

/** Cut where it has no room, with a sign that it is. */
function fitted(said: string, room: number): string {
  if (textWidth(said, LETTERS) <= room) return said;
  const letters = [...said];
  while (letters.length > 1 && textWidth(`${letters.join('')}…`, LETTERS) > room) letters.pop();
  return `${letters.join('')}…`;
}
