import type { Borderline, Finding } from '../policy/shape/finding.ts';
import { basisNames } from './bases.ts';
import { displayed, displayedText } from './figures.ts';
import type { Labels } from './labels.ts';
import type { Language } from './language.ts';
import { outcomeWord } from './outcomes.ts';

/** 临界, with the word itself before it; null where the finding is not borderline. */
export function sayBorderline(language: Language, finding: Finding, labels: Labels): string | null {
  const text = borderlineText(language, finding, labels);
  return text && (language === 'zh' ? '临界：' : 'borderline: ') + text;
}

/** What would decide otherwise, with its figure, and what settles it; null where the finding is not borderline. */
export function borderlineText(language: Language, finding: Finding, labels: Labels): string | null {
  const { borderline = [] } = finding;
  if (borderline.length === 0) return null;
  const zh = language === 'zh';
  const bases = borderline.filter((b) => b.on !== 'precision');
  if (bases.length > 0) {
    const said = bases.map((b) => sayBasis(language, finding, b, labels));
    return said.join(zh ? '，' : ', ') + settledBy(language, finding);
  }
  if (borderline.some((b) => b.sigma !== undefined))
    return zh
      ? '在两倍中误差之内，须重新测量或以登记面积为准'
      : 'within two standard errors; a new survey or the registered area would settle it';
  const { text, word } = wordsOf(language, finding, borderline[0], labels);
  if (borderline[0].basis === 'registered')
    return zh
      ? `登记面积的末位之内也可为 ${text}，结论是“${word}”；须以写得更细的登记面积为准`
      : `within the last digit of the registered area it may be ${text}: "${word}"; a registered area with more digits would settle it`;
  return zh
    ? `在坐标精度之内也可为 ${text}，结论是“${word}”；须核对界址点`
    : `within the precision of the coordinates it may be ${text}: "${word}"; check the boundary points`;
}

/** `按椭球面积 99.9962 亩，结论是“未达原则性要求”` */
function sayBasis(language: Language, finding: Finding, other: Borderline, labels: Labels): string {
  const { text, word } = wordsOf(language, finding, other, labels);
  const name = basisNames[other.basis][language];
  return language === 'zh'
    ? `按${name} ${text}，结论是“${word}”`
    : `on the ${name} basis ${text} it would be "${word}"`;
}

/** The other figure, as its measure is written, and what it comes to. */
function wordsOf(language: Language, finding: Finding, { what, value, outcome }: Borderline, labels: Labels) {
  const own = finding.measured.find((m) => m.what === what) ?? finding.measured[0];
  const bound = finding.required.find((r) => r.what === own.what)?.value;
  const against = typeof bound === 'number' ? { bound } : {};
  const text = displayedText(language, displayed(value, own.unit, labels.measures[own.what], against));
  return { text, word: outcomeWord(language, outcome) };
}

/** A registered area outranks the others: where it decided already, what is left to do is to find out why they differ. */
function settledBy(language: Language, finding: Finding): string {
  const zh = language === 'zh';
  if (ownFigure(finding)?.basis === 'registered')
    return zh
      ? '；已按登记面积判断，请核对登记面积与界线'
      : '; judged by the registered area: check it against the boundary';
  return zh ? '；以登记面积为准可定论' : '; a registered area would settle it';
}

/** The figure that has a basis: the land, or a ratio to it. */
const ownFigure = ({ measured }: Finding) => measured.find((m) => m.basis !== undefined);
