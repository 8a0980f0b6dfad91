import { realOf } from '../text/real.ts';
import type { LineReader } from '../text/line-reader.ts';
import { stop } from '../refused.ts';
import type { Points } from './points.ts';

/** The lines of a VCT file that say something, without blank lines and comments. */
export class Scanner {
  /** Between the values of a line, as the head says. */
  separator = ',';
  /** Northings stand first. */
  turned = false;
  readonly name: string;
  readonly #lines: LineReader;
  #kept: string | null = null;

  constructor(name: string, lines: LineReader) {
    this.name = name;
    this.#lines = lines;
  }

  /** Null at the end of the file. */
  next(): string | null {
    const kept = this.#kept;
    this.#kept = null;
    return kept ?? this.#read();
  }

  #read(): string | null {
    for (let inComment = false; ;) {
      const line = this.#lines.next()?.trim();
      if (line === undefined) return null;
      if (isMark(line, 'comment', 'begin')) inComment = true;
      else if (isMark(line, 'comment', 'end')) inComment = false;
      else if (!inComment && line !== '') return line;
    }
  }

  /** The line read last is read again. */
  back(line: string): void {
    this.#kept = line;
  }

  /** A line that has to be there. */
  must(): string {
    return this.next() ?? stop('truncated', { name: this.name, record: 0 });
  }

  /** The next line of a section, null at its end. */
  within(section: string): string | null {
    const line = this.must();
    return isMark(line, section, 'end') ? null : line;
  }

  /** The rest of a section. */
  pass(section: string): void {
    while (this.within(section) !== null);
  }

  count(): number {
    const line = this.must();
    return /^\d{1,9}$/.test(line) ? Number(line) : this.wrong(line, 'vct-count');
  }

  /** Values of a line, each without the blanks around it. */
  cells(line: string): string[] {
    return line.split(this.separator).map((cell) => cell.trim());
  }

  points(count: number, into: Points): void {
    for (let i = 0; i < count; i++) this.#point(into);
  }

  #point(into: Points): void {
    const line = this.must();
    const end = line.indexOf(this.separator);
    const after = line.indexOf(this.separator, end + 1);
    const x = realOf(line.slice(0, Math.max(0, end)));
    const y = realOf(line.slice(end + 1, after < 0 ? undefined : after));
    if (Number.isNaN(x) || Number.isNaN(y)) this.wrong(line, 'number');
    if (this.turned) into.add(y, x);
    else into.add(x, y);
  }

  wrong(line: string, detail: string): never {
    return stop('bad-line', { line: this.#lines.line, text: line.slice(0, 80), detail });
  }
}

/** `PolygonBegin`, `PolygonEnd`, in whatever case. */
const isMark = (line: string, section: string, edge: 'begin' | 'end'): boolean =>
  line.length === section.length + edge.length && line.toLowerCase() === section + edge;
