import type { Repriced } from '../supply/plan/check/repricer.ts';
import type { Spared } from '../supply/plan/robust/spare.ts';
import type { Language } from './language.ts';

interface Checked extends Pick<Repriced, 'verdict' | 'townships' | 'unproved'> {
  readonly bound: number | null;
  readonly faults: readonly { readonly what: 'length' | 'price' | 'beyond' | 'bound'; readonly name: string | null }[];
}

const whats: Readonly<Record<Checked['faults'][number]['what'], Readonly<Record<Language, string>>>> = {
  length: { zh: '价格个数不对', en: 'the number of prices is wrong' },
  price: { zh: '价格不可能', en: 'a price cannot be' },
  beyond: { zh: '有更值的园区没有计入', en: 'a park that is worth more was overlooked' },
  bound: { zh: '证明的上界比声称的高', en: 'it proves a higher bound than was stated' },
};

/** What another program finds when it prices a certificate anew. */
export function sayCertificate(language: Language, { verdict, townships, unproved, bound, faults }: Checked): string {
  const zh = language === 'zh';
  const [first] = faults;
  if (verdict === 'rejected' && first)
    return zh
      ? `证明重新定价：不通过，${first.name ?? ''}${whats[first.what].zh}${faults.length > 1 ? `，共 ${faults.length} 处` : ''}`
      : `certificate priced anew: rejected, ${whats[first.what].en}${first.name === null ? '' : ` (${first.name})`}${faults.length > 1 ? `; ${faults.length} faults` : ''}`;
  const proves = bound === null ? '' : zh ? `，影子价格证明最多 ${bound.toFixed(1)} 分` : `; the prices prove ${bound.toFixed(1)} at most`; // prettier-ignore
  if (verdict === 'accepted')
    return zh
      ? `证明重新定价：通过，${townships.all} 个镇街范围逐个查过${proves}`
      : `certificate priced anew: accepted, all ${townships.all} areas looked at${proves}`;
  return zh
    ? `证明重新定价：未查完，查了 ${townships.looked}/${townships.all} 个镇街范围，${unproved} 处没有查到底`
    : `certificate priced anew: open, ${townships.looked} of ${townships.all} areas looked at, ${unproved} neighbourhoods not to the end`;
}

/** When a spare park steps in: `甲县 2026 年目标的园区落空 1 个时转入（23.5 % 的情景）`. */
export function saySpare(
  language: Language,
  { of, after, stepsIn }: { readonly of: string; readonly after: number; readonly stepsIn: number | null },
): string {
  if (language === 'zh')
    return `${of}目标的园区落空 ${after} 个时转入${stepsIn === null ? '' : `（${percent(stepsIn)} 的情景）`}`;
  const parks = after === 1 ? '1 park has' : `${after} parks have`;
  return `steps in once ${parks} fallen through of the target ${of}${stepsIn === null ? '' : ` (${percent(stepsIn)} of the scenarios)`}`;
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** The same in lines, the first of which says what they are of. */
export const saySpared = (language: Language, told: Omit<Spared, 'plan' | 'spares'>): string[] =>
  sparedSentences(language, told).map((sentence, n) =>
    n > 0 ? `  ${sentence}` : `${language === 'zh' ? '备选：' : 'spare: '}${sentence}`,
  );

/** What becomes of the targets where parcels fall through, with spare parks and without, and how much more any plan could do. */
export function sparedSentences(
  language: Language,
  { givenUp, simulated, without, possible, plannedShort }: Omit<Spared, 'plan' | 'spares'>,
): string[] {
  const zh = language === 'zh';
  const { scenarios } = simulated;
  const [own, other] = [simulated, without].map(({ short }) => short.toFixed(1));
  return [
    zh
      ? `${scenarios} 个落空情景里 ${percent(simulated.allMet)} 目标全部达到（不留备选 ${percent(without.allMet)}），少 ${percent(givenUp)} 的分`
      : `all targets are met in ${percent(simulated.allMet)} of ${scenarios} scenarios (${percent(without.allMet)} without), for ${percent(givenUp)} of the points`,
    ...(plannedShort === 0
      ? []
      : [
          zh
            ? `地块一宗不落空，不留备选的计划也缺 ${plannedShort} 个园区；${percent(simulated.asPlanned)} 的情景里各目标都不比这更缺（不留备选 ${percent(without.asPlanned)}）`
            : `the plan without spare parks is ${plannedShort} parks short where nothing falls through; no target is shorter than that in ${percent(simulated.asPlanned)} of the scenarios (${percent(without.asPlanned)} without)`,
        ]),
    zh ? `平均缺 ${own} 个园区（不留备选 ${other} 个）` : `parks short on average: ${own} (${other} without)`,
    zh
      ? `按落空后剩下的地，任何计划至多在 ${percent(possible.allMet)} 的情景里达到全部目标${plannedShort === 0 ? '' : `，至多在 ${percent(possible.asPlanned)} 的情景里不比计划更缺`}`
      : `by what is left of the land no plan meets all targets in more than ${percent(possible.allMet)} of the scenarios${plannedShort === 0 ? '' : `, or keeps to what was planned in more than ${percent(possible.asPlanned)}`}`,
  ];
}
