import type { Missing } from '../domain/land/figure.ts';
import { gapsOf } from '../policy/gaps.ts';
import { exceptionInPlay, measuredPairs, type MeasuredPair } from '../policy/measured-pairs.ts';
import type { Finding, PartFinding } from '../policy/shape/finding.ts';
import type { Op } from '../policy/shape/outcome.ts';
import { sayBorderline } from './borderline.ts';
import { boundsText, endWord } from './bounds.ts';
import { displayedText, type Displayed } from './figures.ts';
import { kindText, sayPart, spokenPairs } from './findings.ts';
import type { Labels } from './labels.ts';
import type { Both, Language } from './language.ts';
import { outcomeWord } from './outcomes.ts';
import { countedText, shownPair } from './pair.ts';
import { measureWords, unreportedText } from './publish.ts';

/*
 * A finding as one says it to someone who has never read the clause: no signs of comparison, no needless digits, no number
 * of a parcel or a unit. Figures, bounds and differences are those of `sayFinding`.
 */

type Said = Both<{ readonly bound: string; readonly principle: boolean }>;

const met: Readonly<Record<Op, Said>> = {
  '>=': {
    zh: (p) => `，达到 ${p.bound}${/[a-z0-9²%]$/.test(p.bound) ? ' ' : ''}的要求`,
    en: (p) => `, at least the ${p.bound} asked for`,
  },
  '>': { zh: (p) => `，超过要求的 ${p.bound}`, en: (p) => `, more than the ${p.bound} asked for` },
  '<=': { zh: (p) => `，不超过 ${p.bound}`, en: (p) => `, no more than ${p.bound}` },
  '<': { zh: (p) => `，低于 ${p.bound}`, en: (p) => `, less than ${p.bound}` },
  '=': { zh: () => '，符合要求', en: () => ', as asked for' },
};

const asks = (words: Readonly<Record<Language, string>>): Said => ({
  zh: ({ bound, principle }) => `，${principle ? '原则上' : '要求'}${words.zh} ${bound}`,
  en: ({ bound, principle }) => `, ${principle ? 'in principle' : 'must be'} ${words.en} ${bound}`,
});

const missed: Readonly<Record<Op, Said>> = {
  '>=': asks({ zh: '不低于', en: 'at least' }),
  '>': asks({ zh: '超过', en: 'more than' }),
  '<=': asks({ zh: '不超过', en: 'at most' }),
  '<': asks({ zh: '低于', en: 'less than' }),
  '=': { zh: (p) => `，应为 ${p.bound}`, en: (p) => `, must be ${p.bound}` },
};

const words = {
  within: { zh: (p) => `，在要求的 ${p.bound} 之内`, en: (p) => `, within the ${p.bound} asked for` },
  between: asks({ zh: '为', en: 'within' }),
  oneSite: { zh: '全园是一处，没有分开', en: 'The park is one piece of land' },
} satisfies Record<string, Said | Readonly<Record<Language, string>>>;

/** `207.8000` → `207.8`: of the digits of one figure those that say nothing. */
const plain = (text: string): string =>
  text.replace(/^([^.]*)\.(\d*?)0+(?!\d)/, (_, whole, rest) => whole + (rest && `.${rest}`));

const figure = (language: Language, shown: Displayed): string => plain(displayedText(language, shown));

/** `占地面积 207.8 亩，达到 100 亩的要求`; `工业用地容积率 1.49，原则上不低于 1.5，差 0.01` */
function pairText(language: Language, pairs: readonly MeasuredPair[], principle: boolean, labels: Labels): string {
  const pair = pairs.find(isMissed) ?? pairs[0];
  const { measured, required, margin } = pair;
  const own = labels.measures[measured.what];
  const isMet = !isMissed(pair);
  if (own?.none && measured.value === 0 && !measured.end && isMet) return own.none[language];
  if (isOneSite(pair)) return words.oneSite[language];
  const shown = shownPair(pair, own);
  const name = `${own?.[language] ?? measured.what}${manyText(language, pair)}`;
  const value = `${name}${endWord(language, measured)}${figure(language, shown.measured)}`;
  if (!required || !shown.margin) return value;
  const decimals = shown.required?.against.decimals;
  const bounds = pairs.flatMap((own) => (own.required ? [{ ...own.required, decimals }] : []));
  const isRange = bounds.length > 1;
  const range = boundsText(language, isRange ? bounds : [{ ...bounds[0], op: '=' }], own);
  const bound = isRange ? range : range.replace(/^\S+ /, '');
  const op = required.op === '<=' && required.value === 0 ? '=' : required.op;
  const said = isRange ? (isMet ? words.within : words.between) : (isMet ? met : missed)[op];
  const asked = value + said[language]({ bound, principle });
  const counted = figure(language, shown.measured) === bound ? null : countedText(language, pair, own);
  if (counted) return language === 'zh' ? `${asked}（${counted}）` : `${asked} (${counted})`;
  if (isMet || margin === 0) return asked;
  const off = figure(language, { ...shown.margin, value: Math.abs(shown.margin.value) });
  const over = required.op.startsWith('<') || (required.op === '=' && measured.value > required.value);
  if (language === 'zh') return `${asked}，${over ? '超' : '差'} ${off}`;
  return `${asked}: ${off} ${over ? 'too much' : 'short'}`;
}

/** 超过 and 不满 leave the bound itself out: of these what lies at it is missed. */
const isMissed = ({ margin, required }: MeasuredPair): boolean =>
  margin !== null && (margin < 0 || (margin === 0 && (required?.op === '>' || required?.op === '<')));

/**
 * Whether a figure is asked for in principle alone: a rule of principle may have limbs that are more than that, and is not met
 * (不符合) by these alone.
 */
function isInPrinciple(finding: Finding, pairs: readonly MeasuredPair[]): boolean {
  if (finding.strength !== 'principle') return false;
  if (finding.outcome !== 'fail' || !pairs.some(isMissed)) return true;
  if (measuredPairs(finding).filter(isMissed).length === 1) return false;
  // A limb has its measure below it.
  const { trace } = finding;
  return !trace.some((step, i) => step.outcome === 'fail' && trace[i + 1]?.node === pairs[0].measured.what);
}

const isOneSite = ({ measured, required }: MeasuredPair): boolean =>
  measured.what === 'siteCount' && measured.value === 1 && required?.value === 1;

/** What stands between a name and its figure, which is that of one record: how many miss, `（1 宗）`, `（8 个，最差的）`. */
function manyText(language: Language, { measured: { of } }: MeasuredPair): string {
  if (!of || of.misses === 0) return ' ';
  const isOne = of.misses === 1;
  if (language === 'zh') return `（${of.misses} ${measureWords[of.kind] ?? '个'}${isOne ? '' : '，最差的'}）`;
  return isOne ? ` (1 ${kindText('en', of.kind)}) ` : ` (the worst of ${of.misses} ${kindText('en', of.kind)}s) `;
}

/** Whether what it says of numbers of sites is said already by how they lie. */
const isOfSites = ([{ measured, required }]: readonly MeasuredPair[]): boolean =>
  measured.what === 'siteCount' && required?.value === 1;

/** Of what is missed where one is enough 满足其一, each but the first has 或 before it. */
function eitherOr(language: Language, finding: Finding, said: readonly string[]): readonly string[] {
  if (said.length < 2 || finding.outcome === 'pass') return said;
  if (!finding.trace.some(({ node, depth }) => depth === 0 && node === 'any-of')) return said;
  return said.map((own, i) => (i === 0 ? own : language === 'zh' ? `或${own}` : `or ${own}`));
}

/** What a phase comes to, without what its own findings lack. */
function partText(language: Language, part: PartFinding, labels: Labels): string {
  const rules = part.rules.map((own) => ({ ...own, missing: [] }));
  return sayPart(language, { ...part, rules }, labels, (shown) => figure(language, shown));
}

/** What the figure leaves out because data are missing, by how many records: `资料不全：建筑的用途（3 栋）`. */
function lacksText(language: Language, missing: readonly Missing[], labels: Labels): readonly string[] {
  if (missing.length === 0) return [];
  const [before, and] = language === 'zh' ? ['资料不全：', '、'] : ['incomplete: ', ', '];
  return [
    before +
      gapsOf(missing)
        .map((gap) => unreportedText(language, gap, labels))
        .join(and),
  ];
}

function endingOf(language: Language, finding: Finding, labels: Labels): string | null {
  if (finding.outcome !== 'relaxed') return null;
  const why = exceptionInPlay(finding, labels.exceptions)?.[language];
  if (language === 'zh') return why ? `属“${why}”，由主管部门认定` : '可能适用例外，由主管部门认定';
  return why ? `“${why}” may apply: an authority decides` : 'an exception may apply: an authority decides';
}

/**
 * One finding in plain words. `lie`: how the sites of the park lie, where that is to be said with it. What does not speak for
 * itself (a duty, phases, an exception) has its title before it.
 */
export function plainFinding(language: Language, finding: Finding, labels: Labels, lie: string | null): string {
  const zh = language === 'zh';
  const pairs = spokenPairs(finding).filter((own) => lie === null || !isOfSites(own));
  const limbs = pairs.map((own) => pairText(language, own, isInPrinciple(finding, own), labels));
  const told = [
    ...(lie === null ? [] : [lie]),
    ...eitherOr(language, finding, limbs),
    ...(finding.parts ?? []).map((part) => partText(language, part, labels)),
    ...lacksText(language, finding.missing, labels),
  ];
  const ending = endingOf(language, finding, labels);
  const borderline = sayBorderline(language, finding, labels);
  const parts = [...told, ...(ending ? [ending] : []), ...(borderline ? [borderline] : [])];
  if (parts.length === 0) parts.push(outcomeWord(language, finding.outcome));
  const title =
    pairs.length > 0 && lie === null
      ? ''
      : (labels.titles?.[finding.rule]?.[language] ?? finding.rule) + (zh ? '：' : ': ');
  const said = title + parts.join(zh ? '；' : '; ') + (zh ? '。' : '.');
  return said.charAt(0).toUpperCase() + said.slice(1);
}
