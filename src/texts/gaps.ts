import type { Gap, GapStep } from '../policy/gaps.ts';
import { fieldText, kindText, wholeText } from './findings.ts';
import type { Labels } from './labels.ts';
import type { Language } from './language.ts';

/** Records named in one line; of more the count. */
const mostNamed = 3;

function fieldOf(language: Language, { kind, field, clash }: Gap, labels: Labels): string {
  const name = wholeText(language, kind, field) ?? fieldText(language, kind, field, labels);
  if (!clash) return name;
  return language === 'zh' ? `${name}（填报相互矛盾）` : `${name} (contradicts another value)`;
}

/** Whose they are: `宗地 A、B、C 等 5 个` */
function whoseText(language: Language, { kind, ids }: Gap): string {
  const zh = language === 'zh';
  const named = `${kindText(language, kind)} ${ids.slice(0, mostNamed).join(zh ? '、' : ', ')}`;
  const more = ids.length - mostNamed;
  if (more <= 0) return named;
  return zh ? `${named} 等 ${ids.length} 个` : `${named} and ${more} more`;
}

/** What is to be filled in together, of the same records at once: `园区 P1 的销售价格、土地价格`. */
export function gapsText(language: Language, gaps: readonly Gap[], labels: Labels, within?: string): string {
  const zh = language === 'zh';
  const byWhom = new Map<string, Gap[]>();
  for (const gap of gaps) {
    const whose = whoseText(language, gap);
    byWhom.set(whose, [...(byWhom.get(whose) ?? []), gap]);
  }
  return [...byWhom]
    .map(([whose, own]) => {
      const fields = own.map((gap) => fieldOf(language, gap, labels)).join(zh ? '、' : ', ');
      // In the card of the park it goes without saying whose it is.
      if (own[0].kind === 'park' && own[0].ids[0] === within) return fields;
      if (!zh) return `${fields} of ${whose}`;
      return `${whose}${whose.endsWith('个') ? '' : ' '}的${fields}`;
    })
    .join(zh ? '；' : '; ');
}

/** Entries to be filled in. */
const itemsOf = (gaps: readonly Gap[]): number => gaps.reduce((sum, { ids }) => sum + ids.length, 0);

/** `补 1 项 → 可判 11 条，另 2 条看填了什么` */
export function effectText(language: Language, { gaps, frees, opens }: Omit<GapStep, 'later'>): string {
  const items = itemsOf(gaps);
  const [free, more] = [frees.length, opens.length];
  if (language === 'zh') {
    const ends = [
      ...(free > 0 ? [`可判 ${free} 条`] : []),
      ...(more > 0 ? [`${free > 0 ? '另 ' : ''}${more} 条看填了什么`] : []),
    ];
    return `补 ${items} 项 → ${ends.join('，')}`;
  }
  const rules = (n: number) => (n === 1 ? '1 rule' : `${n} rules`);
  const ends = [
    ...(free > 0 ? [`${rules(free)} can be judged`] : []),
    ...(more > 0
      ? [`${free > 0 ? `${more} more` : rules(more)} ${more === 1 ? 'depends' : 'depend'} on what it says`]
      : []),
  ];
  return `Fill in ${items} → ${ends.join(', ')}`;
}

export const gapWords = {
  zh: {
    title: '先补哪些资料',
    count: (rules: number) => `${rules} 条规则缺资料`,
    /** What the figures mean, once for the whole list. */
    meaning:
      '可判：补齐这一行和上面各行（租赁合同等按份填的，连同其中各项），不论填什么，规则都有结论。看填了什么：填后才知道是否适用、是否算例外，可能还要补。',
    unknown: (rules: number) => `${rules} 条，补齐以下资料即可判断：`,
    later: '以后的阶段才有',
    laterHint: '园区还没有到有这些资料的阶段，现在不必补。',
    rest: (lines: number) => `再看 ${lines} 行`,
    fewer: '收起',
    all: (rules: number) => `逐条看这 ${rules} 条`,
    fold: '收起逐条',
  },
  en: {
    title: 'What to fill in first',
    count: (rules: number) => (rules === 1 ? '1 rule lacks data' : `${rules} rules lack data`),
    meaning:
      'Can be judged: with this line and those above filled in (a list with all its fields), whatever they say. Depends: only what is filled in tells whether the rule applies or an exception does, and it may ask for more.',
    unknown: (rules: number) => `${rules === 1 ? '1 rule' : `${rules} rules`}; fill in:`,
    later: 'Known only at a later stage',
    laterHint: 'The park has not come to the stage at which these are known; they need not be filled in now.',
    rest: (lines: number) => (lines === 1 ? '1 more line' : `${lines} more lines`),
    fewer: 'Fewer',
    all: (rules: number) => (rules === 1 ? 'Show the rule' : `Show the ${rules} rules one by one`),
    fold: 'Hide the rules',
  },
} as const;
