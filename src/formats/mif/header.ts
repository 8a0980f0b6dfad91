import { stop } from '../refused.ts';
import { realOf } from '../text/real.ts';
import type { LineReader } from '../text/line-reader.ts';

interface MifColumn {
  readonly name: string;
  /** `char`, `decimal`, `date`, …, without width. */
  readonly type: string;
}
export interface MifHeader {
  readonly delimiter: string;
  /** What follows `CoordSys`; null without one. */
  readonly coordSys: string | null;
  readonly columns: readonly MifColumn[];
  /** x′ = x · mx + dx, y′ = y · my + dy */
  readonly transform: readonly [mx: number, my: number, dx: number, dy: number];
}

const MOST_COLUMNS = 1000;

/** What stands before `Data`. */
export function readHeader(name: string, lines: LineReader): MifHeader {
  let [delimiter, coordSys, columns] = ['\t', null as string | null, [] as MifColumn[]];
  let transform: MifHeader['transform'] = [1, 1, 0, 0];
  for (;;) {
    const line = lines.next()?.replace(/^\ufeff/, '').trim(); // prettier-ignore
    if (line === undefined) return stop('truncated', { name, record: 0 });
    const [, keyword, rest] = /^(\w+)\s*(.*)$/.exec(line) ?? [];
    switch (keyword?.toLowerCase()) {
      case 'data':
        return { delimiter, coordSys, columns, transform };
      case 'delimiter':
        delimiter = /^"(.)"/.exec(rest)?.[1] ?? delimiter;
        break;
      case 'coordsys':
        coordSys = rest;
        break;
      case 'transform':
        transform = transformOf(rest);
        break;
      case 'columns':
        columns = columnsOf(lines, line, rest);
    }
  }
}

function transformOf(rest: string): MifHeader['transform'] {
  const [mx, my, dx, dy] = rest.split(/[\s,]+/).map(realOf);
  // A factor of 0 stands for none.
  return [mx || 1, my || 1, dx || 0, dy || 0];
}

function columnsOf(lines: LineReader, line: string, count: string): MifColumn[] {
  if (!/^\d{1,6}$/.test(count) || Number(count) > MOST_COLUMNS)
    stop('bad-line', { line: lines.line, text: line.slice(0, 80), detail: 'vct-count' });
  return Array.from({ length: Number(count) }, () => {
    const [, name = '', type = ''] = /^\s*(\S+)\s+([A-Za-z]+)/.exec(lines.next() ?? '') ?? [];
    return { name, type: type.toLowerCase() };
  });
}
