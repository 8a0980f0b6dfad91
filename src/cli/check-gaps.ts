import { effectText, gapWords } from '../texts/gaps.ts';
import type { Language } from '../texts/language.ts';
import { outcomeWord } from '../texts/outcomes.ts';
import type { CheckDocument } from './check-document.ts';

type Park = CheckDocument['parks'][number];

/** What unknown findings lack, step by step with the rules that each decides; what is of a later stage in one line. */
export function gapLines({ findings, gaps }: Pick<Park, 'findings' | 'gaps'>, language: Language): string[] {
  if (gaps.length === 0) return [];
  const zh = language === 'zh';
  const words = gapWords[language];
  const titles = new Map(
    findings.map(({ rule, title, clause }) => [
      rule,
      zh ? `${title}（第 ${clause} 条）` : `${title} (clause ${clause})`,
    ]),
  );
  const named = (rules: readonly string[]) => rules.map((rule) => titles.get(rule) ?? rule).join(zh ? '、' : ', ');
  const line = ({ message, ...step }: Park['gaps'][number]) =>
    `    ${effectText(language, step)}  ${message}${zh ? '：' : ': '}${named([...step.frees, ...step.opens])}`;
  const later = gaps.filter((step) => step.later);
  const all = {
    gaps: later.flatMap((step) => step.gaps),
    frees: later.flatMap((step) => step.frees),
    opens: later.flatMap((step) => step.opens),
  };
  const unknown = findings.filter(({ outcome }) => outcome === 'unknown').length;
  return [
    `  ${outcomeWord(language, 'unknown')}  ${words.unknown(unknown)}`,
    ...gaps.filter((step) => !step.later).map(line),
    ...(later.length > 0
      ? [
          `    ${words.later}${zh ? '：' : ': '}${effectText(language, all)}  ${later.map(({ message }) => message).join(zh ? '；' : '; ')}`,
        ]
      : []),
    `    ${words.meaning}`,
  ];
}
