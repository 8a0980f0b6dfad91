import type { Case } from './case.ts';

const none = 'not-applicable';

const firms = (all: unknown, small: unknown, makers: unknown, first: string, second: string): Case => ({
  name: `${String(small)} small firms and ${String(makers)} manufacturers of ${String(all)}`,
  expect: { 'firms.small': first, 'tenants.manufacturing': second },
  park: { firms: all, smallFirms: small, manufacturingFirms: makers },
});

/** 第3、13、29条: at least half are small, more than half make something; 1–2 industries; 500万元. */
export const others: readonly Case[] = [
  firms(10, 5, 6, 'pass', 'pass'),
  firms(10, 4, 5, 'advisory', 'advisory'),
  firms(10, 11, 11, 'unknown', 'unknown'),
  firms(undefined, 5, 5, 'unknown', 'unknown'),
  ...[[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((industries, n) => ({
    name: `${n} industries`,
    expect: { 'industry.count': n === 1 || n === 2 ? 'pass' : 'advisory' },
    park: { industries },
  })),
  ...(
    [
      ['renovated', 500, 'advisory'],
      ['renovated', 499.99, none],
      ['renovated', undefined, 'unknown'],
      ['new', undefined, 'advisory'],
    ] as const
  ).map(([origin, investmentWan, outcome]) => ({
    name: `${origin} for ${investmentWan}万元, not registered`,
    expect: { 'report.register': outcome },
    park: { origin, investmentWan, registeredOn: null },
  })),
];
