import type { Project } from '../../domain/land/model.ts';
import type { TxtDialect } from '../contract.ts';
import type { Encoding } from '../text/decode.ts';
import type { Plot } from './lines.ts';
import { plotRingsOf } from './rings.ts';

/** Top-level member of the exchange file: how the TXT it came from is written, where that is not as custom has it. */
export const mannerMember = '界址点文件写法';

/** What `mannerMember` holds, each only where it differs from custom: GBK, CR LF after every line, a closing point Jn, 圈号 by plot. */
export interface Manner {
  readonly 编码?: 'UTF-8' | 'UTF-8 BOM';
  readonly 换行?: 'LF';
  readonly 闭合点?: 'J1' | '不写';
  readonly 圈号?: '全文件连编';
  readonly 末行?: '不换行';
}

/** How a file is written; null where it is as custom has it. */
export function mannerOf(bytes: Uint8Array, text: string, encoding: Encoding, plots: readonly Plot[]): Manner | null {
  const closing = closingOf(plots);
  const hasBom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const manner: Manner = {
    // Text of bytes below 128 is the same in both.
    ...(encoding === 'UTF-8' && (hasBom || bytes.length !== text.length) && { 编码: hasBom ? 'UTF-8 BOM' : 'UTF-8' }),
    ...(/[^\r]\n/.test(text.slice(0, 4096)) && { 换行: 'LF' }),
    ...(!/[\r\n]$/.test(text) && { 末行: '不换行' }),
    ...(closing && { 闭合点: closing }),
    ...(runsOn(plots) && { 圈号: '全文件连编' }),
  };
  return Object.keys(manner).length > 0 ? manner : null;
}

/** By the first ring that shows it. */
function closingOf(plots: readonly Plot[]): Manner['闭合点'] {
  const first = plots.find(({ points }) => points.length > 3);
  if (!first) return undefined;
  const { rings, open } = plotRingsOf(first);
  if (open > 0) return '不写';
  const [ring] = rings;
  return ring[0].name === ring[ring.length - 1].name ? 'J1' : undefined;
}

/** Whether 圈号 go on from one plot to the next. */
function runsOn(plots: readonly Plot[]): boolean {
  const [one, two] = plots.filter(({ points }) => points.length > 0);
  return two !== undefined && Number(two.points[0].ring) === Number(one.points[one.points.length - 1].ring) + 1;
}

/** How the TXT a project came from is written, as far as it says so; anyone can have edited it. */
export function storedManner({ extra }: Project): Omit<TxtDialect, 'encoding'> & {
  readonly encoding?: 'utf-8' | 'utf-8-bom';
  readonly lineEnd: '\n' | '\r\n';
  /** What stands after the last line. */
  readonly fileEnd: '' | '\n' | '\r\n';
} {
  const stored = extra?.[mannerMember];
  const said = (typeof stored === 'object' && stored !== null ? stored : {}) as Readonly<Record<string, unknown>>;
  const encoding = said['编码'] === 'UTF-8' ? 'utf-8' : said['编码'] === 'UTF-8 BOM' ? 'utf-8-bom' : undefined;
  const closing = said['闭合点'] === 'J1' ? 'J1' : said['闭合点'] === '不写' ? 'none' : undefined;
  const lineEnd = said['换行'] === 'LF' ? '\n' : '\r\n';
  return {
    ...(encoding && { encoding }),
    ...(closing && { closing }),
    ...(said['圈号'] === '全文件连编' && { rings: 'file' as const }),
    lineEnd,
    fileEnd: said['末行'] === '不换行' ? '' : lineEnd,
  };
}
