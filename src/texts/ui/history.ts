import type { Language } from '../language.ts';

const zh = {
  thisRule: '本条规则的数值',
  unchanged: '自政策包收录以来没有变更。数值变更时旧值不删除，只注明止日。',
  packs: '政策包',
  inUse: '现在所用',
  rules: (n: number) => (n === 0 ? '只收录名称文号，没有条文' : `${n} 条规则`),
  span: (from: string, until: string) =>
    from && until ? `${from} 至 ${until}` : from ? `${from} 起` : until ? `至 ${until} 止` : '未写明施行日期',
  plannedFrom: (day: string) => `未写明施行日期，${day} 起按草案规划`,
  repeals: (title: string, number: string) => `拟废止：${title}${number ? `（${number}）` : ''}`,
};

const en: typeof zh = {
  thisRule: 'Figures of this rule',
  unchanged: 'Unchanged since the pack was made. When a figure changes the old one is kept and given its last day.',
  packs: 'Policy packs',
  inUse: 'in use',
  rules: (n) => (n === 0 ? 'title and number only, no text' : `${n} rules`),
  span: (from, until) =>
    from && until ? `${from} to ${until}` : from ? `from ${from}` : until ? `until ${until}` : 'no day of force stated',
  plannedFrom: (day) => `no day of force stated; used for planning from ${day}`,
  repeals: (title, number) => `would repeal: ${title}${number ? ` (${number})` : ''}`,
};

export const history: Readonly<Record<Language, typeof zh>> = { zh, en };
