import { cellText, type Cell, type ReportTable } from './document.ts';

/*
 * Widths of the columns of a table in characters, a Chinese one being two: figures are never broken, words wrap where there
 * is no room for all of them, and of long remarks and short words the short keep most of theirs.
 */

/** No column asks for more. */
const MOST = 60;
/** Figures with their units up to so long are not broken, words of Chinese up to so long. */
const SHORT = { figure: 14, word: 8 };

interface Room {
  /** Together at least so wide, where that is little. */
  readonly least: number;
  /** Together so wide at most, if figures leave so much. */
  readonly most: number;
  /** Beside what stands in a cell. */
  readonly air: number;
}

/** A Chinese character is as wide as two others. */
export const wide = (text: string): number => [...text].reduce((sum, c) => sum + (c > '\u2e80' ? 2 : 1), 0);

/** Lines a text takes in so many characters: broken between words, within Chinese ones anywhere. */
export const linesIn = (text: string, width: number): number =>
  text.split('\n').reduce((sum, line) => sum + wrapped(line, Math.max(1, width)), 0);

/** Pieces between which a line may be broken: words with the blanks behind them, Chinese characters each by itself. */
export const piecesOf = (line: string): readonly string[] =>
  line.match(/[\u2e80-\u{10ffff}]|[^\u2e80-\u{10ffff}\s]+\s*|\s+/gu) ?? [];

function wrapped(line: string, width: number): number {
  let [lines, used] = [1, 0];
  for (const piece of piecesOf(line)) {
    const own = wide(piece.trimEnd());
    if (used > 0 && used + own > width) [lines, used] = [lines + 1, 0];
    // A word longer than the line is broken itself.
    const full = Math.max(0, Math.ceil(own / width) - 1);
    lines += full;
    used += wide(piece) - full * width;
  }
  return lines;
}

const widest = (lines: readonly string[]): number => Math.max(0, ...lines.map(wide));

interface Column {
  /** With less a figure, a number or a short word is broken. */
  readonly least: number;
  /** With so much nothing wraps. */
  readonly wanted: number;
}

function columnsOf({ head, rows, total }: ReportTable, air: number): Column[] {
  return head.map((title, column) => {
    const cells = [...rows, ...(total ? [total] : [])].map((row) => row[column] ?? '');
    const figures = widest(cells.filter((cell) => typeof cell !== 'string').map(cellText));
    const words = cells.filter((cell) => typeof cell === 'string').flatMap((text) => text.split('\n'));
    // What cannot be broken: a word of Latin letters, a number with its sign; of a head no more than half.
    const unbroken = widest([...words, title].flatMap((line) => line.match(/[!-\u2e7f]+/g) ?? []));
    const short = widest(words.filter((line) => wide(line) <= (/\d/.test(line) ? SHORT.figure : SHORT.word)));
    const wanted = Math.max(wide(title), figures, widest(words)) + air;
    const least = Math.max(figures, Math.min(unbroken, MOST / 3), short, Math.min(wide(title), 6)) + air;
    return { least, wanted: Math.max(least, Math.min(MOST, wanted)) };
  });
}

/** As wide as is wanted, and as there is room for. */
export function widthsOf(table: ReportTable, { least, most, air }: Room): number[] {
  const columns = columnsOf(table, air);
  const whole = columns.reduce((sum, { wanted }) => sum + wanted, 0);
  if (whole <= most) return stretched(table, columns.map(({ wanted }) => wanted), least); // prettier-ignore
  // Of shares by how much is wanted, more or less evenly, the one by which the table comes out lowest.
  const ways = EVENNESS.map((power) => shared(columns, most, power));
  const heights = ways.map((widths) => linesOf(table, widths, air));
  return ways[heights.indexOf(Math.min(...heights))];
}

/** Few words are not stretched more: items and what they come to stand side by side. */
const STRETCH = 2;

/** In proportion to a room that is wider; where that is much wider and words stand last, they get the rest. */
function stretched({ rows }: ReportTable, widths: readonly number[], least: number): number[] {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const times = Math.max(1, least / whole);
  const isWords = rows.every((row) => typeof row.at(-1) === 'string');
  if (times <= STRETCH || !isWords) return widths.map((width) => width * times);
  const front = widths.slice(0, -1).map((width) => width * STRETCH);
  return [...front, least - front.reduce((sum, width) => sum + width, 0)];
}

/** 0.5: as the square root of what is wanted; 1: as what is wanted. */
const EVENNESS = [0.5, 0.75, 1, 1.5, 2.5];

/** No column has less than its least, none more than it wants; found by halving. */
function shared(columns: readonly Column[], most: number, power: number): number[] {
  const at = (share: number) =>
    columns.map((own) => Math.min(own.wanted, Math.max(own.least, share * own.wanted ** power)));
  let [low, high] = [0, MOST];
  for (let n = 0; n < 40; n++) {
    const middle = (low + high) / 2;
    if (at(middle).reduce((sum, width) => sum + width, 0) > most) high = middle;
    else low = middle;
  }
  return at(low);
}

/** Lines of text that the rows are high, together. */
function linesOf({ rows }: ReportTable, widths: readonly number[], air: number): number {
  const high = (cell: Cell, width: number): number => linesIn(cellText(cell), width - air);
  return rows.reduce((sum, row) => sum + Math.max(...row.map((cell, column) => high(cell, widths[column]))), 0);
}
