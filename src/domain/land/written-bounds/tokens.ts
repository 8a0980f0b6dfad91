import { limitNames } from './names.ts';

/** Behind a figure: per cent where the condition is a share, metres where it is a length. */
type BoundsUnit = 'share' | 'length';

export interface BoundsForm {
  readonly unit?: BoundsUnit;
  /** What the condition is called, which may stand before or between its bounds. */
  readonly names: readonly string[];
}

export type Sign = '≥' | '>' | '≤' | '<' | '=';
export interface Figure {
  readonly is: 'number';
  readonly value: number;
  readonly percent: boolean;
}
export type Token =
  | Figure
  /** Before its number, or behind it: 不小于1.5, 1.5以上. */
  | { readonly is: 'sign' | 'behind'; readonly sign: Sign }
  /** 限高: what the condition is called, and that it ends there. */
  | { readonly is: 'limit' }
  /** 含, 不含: whether the number belongs to it. */
  | { readonly is: 'with' | 'without' }
  | { readonly is: 'to' | 'and' | 'between' | 'name' };

const not = '(?:不得?|不应|不宜|不能|不可|不许|未|非|(?:must|should|shall)?not?)(?:be)?';
const orEqual = '(?:\\(?(?:或者?|、)?等于\\)?|orequalto)';
const ascii = '(?:more|greater|higher|larger)than|above|over';
const below = '(?:less|lower|smaller|fewer)than|below|under';

const limit = new RegExp(limitNames.map((name) => name.replaceAll(' ', '')).join('|'), 'y');

/** In the order in which they are tried: the longer ones first. */
const words: readonly (readonly [RegExp, Token])[] = [
  [/≥|>=|=>|≧|⩾|≮/y, { is: 'sign', sign: '≥' }],
  [/≤|<=|=<|≦|⩽|≯/y, { is: 'sign', sign: '≤' }],
  [/[>〉]/y, { is: 'sign', sign: '>' }],
  [/[<〈]/y, { is: 'sign', sign: '<' }],
  [/=/y, { is: 'sign', sign: '=' }],
  [new RegExp(`${not}(?:(?:小|低|少)于|${below})`, 'y'), { is: 'sign', sign: '≥' }],
  [new RegExp(`${not}(?:大于|高于|多于|超过|超出|突破|超|${ascii}|exceed(?:ing)?)`, 'y'), { is: 'sign', sign: '≤' }],
  [new RegExp(`(?:大|高|多)于${orEqual}|(?:${ascii})${orEqual}`, 'y'), { is: 'sign', sign: '≥' }],
  [new RegExp(`(?:小|低|少)于${orEqual}|(?:${below})${orEqual}`, 'y'), { is: 'sign', sign: '≤' }],
  [/等于或者?[大高多]于/y, { is: 'sign', sign: '≥' }],
  [/等于或者?[小低少]于/y, { is: 'sign', sign: '≤' }],
  [/至少|最少|最低|最小|下限|达到|atleast|min(?:imum)?\.?/y, { is: 'sign', sign: '≥' }],
  [/至多|最多|最高|最大|上限|atmost|upto|max(?:imum)?\.?/y, { is: 'sign', sign: '≤' }],
  [new RegExp(`大于|高于|多于|超过|超出|${ascii}`, 'y'), { is: 'sign', sign: '>' }],
  [new RegExp(`小于|低于|少于|不满|未满|不足|不到|${below}`, 'y'), { is: 'sign', sign: '<' }],
  [/等于/y, { is: 'sign', sign: '=' }],
  [/[及或]?以上|[及或]更[高大多]|起|or(?:more|above|over|higher|greater)/y, { is: 'behind', sign: '≥' }],
  [/[及或]?以下|以内|之内|[及或]更[低小少]|or(?:less|below|under|lower)/y, { is: 'behind', sign: '≤' }],
  [/\(?不(?:包含|包括|含)(?:本数|\d+(?:\.\d+)?%?)?\)?|\(?exclusive\)?/y, { is: 'without' }],
  [/\((?:包含|包括|含)(?:本数|\d+(?:\.\d+)?%?)?\)|含(?:本数)?|\(?inclusive\)?/y, { is: 'with' }],
  [/介于|之间|间|between/y, { is: 'between' }],
  [limit, { is: 'limit' }],
  [/控制|指标|要求|必须|应当|应该|须|需|应|宜|从|在|为|:|from|(?:must|should|shall)(?:be)?|is|of/y, { is: 'name' }],
  [/[~∼〜⁓\-‐‑‒–—―−至到]+|\.{2,6}|to/y, { is: 'to' }],
  [/并且|而且|同时|且|并|和|及|与|and|&|[,，;；、/]/y, { is: 'and' }],
];
const figure = /(\d{1,9}(?:\.\d{1,9})?|\.\d{1,9})(%|percent|pct|m(?:et(?:er|re)s?)?(?![a-z])|米|公尺)?/y;

/** The parts of a text made plain; null where one of them is unknown or has the unit of something else. */
export function tokensOf(text: string, { unit, names }: BoundsForm): Token[] | null {
  const called = names.map(plain);
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    figure.lastIndex = at;
    const number = figure.exec(text);
    const percent = /^[%p]/.test(number?.[2] ?? '');
    if (number?.[2] !== undefined && unit !== (percent ? 'share' : 'length')) return null;
    limit.lastIndex = at;
    // Height limit says more than height.
    const named = number || limit.test(text) ? null : nameAt(text, at, called);
    const found = number || named !== null ? null : wordAt(text, at);
    if (number) tokens.push({ is: 'number', value: Number(number[1]), percent });
    else if (named !== null) tokens.push({ is: 'name' });
    else if (found) tokens.push(found.token);
    else return null;
    at = number ? figure.lastIndex : (named ?? found!.end);
  }
  return tokens;
}

function wordAt(text: string, at: number): { readonly token: Token; readonly end: number } | null {
  for (const [pattern, token] of words) {
    pattern.lastIndex = at;
    if (pattern.test(text)) return { token, end: pattern.lastIndex };
  }
  return null;
}

/** Where the name that begins there ends, with what stands in brackets behind another, 容积率(FAR); null where none does. */
function nameAt(text: string, at: number, called: readonly string[]): number | null {
  const isBracketed = text[at] === '(';
  const from = isBracketed ? at + 1 : at;
  const name = called.find((known) => known !== '' && text.startsWith(known, from));
  if (name === undefined) return null;
  const end = from + name.length;
  if (!isBracketed) return end;
  return text[end] === ')' ? end + 1 : null;
}

/** Characters that are another, or the same one as it is written elsewhere. */
const same: Readonly<Record<string, string>> = { 於: '于', 過: '过', 間: '间', 內: '内', 與: '与', 數: '数' };

/** In one width, case and script, without blanks and what stands around it. */
export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .toLowerCase()
    .replace(/[於過間內與數]/g, (character) => same[character])
    .replace(/\(%\)/g, '%')
    .replace(/^["'“‘]+|["'”’]+$/g, '')
    .replace(/[。.;；]$/, '');
