/*
 * Items of a numbered list in one cell: 1.容积率1.5～2.5；2.建筑密度≤40%, （1）…（2）…, ①…②…, 一、…二、…. A numeral is taken for one
 * only where the name of a condition follows, or a bound before its name, so that no figure is lost.
 */

/** ①, ⑴, ⒈, ❶, ㈠: signs that are nothing else. */
const signs = /[\u2460-\u249b\u24eb-\u24f4\u2776-\u2793\u3220-\u3229]/g;
/** After a space only what stands behind something that is whole: not 容积率 ≥ 2、建筑密度, FAR 1.5 to 2. Density. */
const begins = '(?<=^\\s*|[,;、。\\n]\\s*|[\\d%)m米上下内]\\s+)';
const ordinal = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';
/** (1), （一）、, 1), 1、 */
const closed = `(?:\\(${ordinal}\\)|${begins}${ordinal}\\))[.、]?|${begins}${ordinal}、`;
/** 1.容积率; 1.1.0≤容积率, but not 1.1≤容积率, which has no numeral. */
const dotted = `${begins}${ordinal}[.:]`;
const figure = '\\d+(?:\\.\\d+)?\\s*%?\\s*';
const sign = '[<≤〈]=?\\s*';

/** In one width, with a break where an item begins; `names`: a pattern of what conditions are called. */
export function withoutNumerals(written: string, names: string): string {
  const items = `(?:${closed})\\s*(?=(?:${figure}${sign})?(?:${names}))|${dotted}\\s*(?=(?:\\d+\\.\\d+\\s*%?\\s*${sign})?(?:${names}))`;
  return written.replace(signs, '\n').normalize('NFKC').replace(new RegExp(items, 'gi'), '\n');
}
