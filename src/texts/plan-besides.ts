import type { Repriced } from '../supply/plan/check/repricer.ts';
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
