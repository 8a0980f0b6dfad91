import { expect, it } from 'vitest';
import type { PackLabels } from '../../policy/labels.ts';
import type { Finding } from '../../policy/shape/finding.ts';
import type { PublishedPark } from '../collect/published-park.ts';
import { lawOf } from './law.ts';

const counted = (rule: string, most: number): Finding => ({
  rule,
  clause: '15',
  phrase: '',
  strength: 'principle',
  outcome: 'advisory',
  measured: [{ what: 'siteCount', value: 4, unit: 'count' }],
  required: [{ what: 'siteCount', op: '<=', value: most, unit: 'count' }],
  margin: { value: most - 4, unit: 'count' },
  missing: [],
  trace: [],
  repairs: [],
});

const labels = {
  measures: { siteCount: { zh: '分园数', en: 'sites' } },
  fields: Object.fromEntries(
    ['address', 'freeAreaM2', 'rentYuanPerM2Month', 'industries', 'contactPhone', 'smallFirms'].map((field) => [
      `park.${field}`,
      { zh: field, en: field },
    ]),
  ),
  values: {},
  titles: { adjacent: { zh: '宗地相邻', en: 'Adjacent parcels' } },
  exceptions: {},
  knownFrom: {},
} as unknown as PackLabels;

const parkOf = (findings: readonly Finding[], apartM: number): PublishedPark =>
  ({
    facts: { park: { id: 'P' }, sites: { state: 'value', value: [1, 2, 3, 4] } },
    findings,
    apartM: [apartM],
    townships: [0],
  }) as unknown as PublishedPark;

it('how sites lie is said with the rule that asks for one, whichever comes first', () => {
  const park = parkOf([counted('count', 3), counted('adjacent', 1)], 500);
  expect(lawOf(park, labels).findings.map(({ words }) => words.zh)).toEqual([
    '分园数 4，原则上不超过 3，超 1。',
    '宗地相邻：四处分园，相距 500 米，同属一个镇（街道）。',
  ]);
});

it('sites that nearly touch are told without a figure', () =>
  expect(lawOf(parkOf([counted('adjacent', 1)], 2), labels).findings[0].words.zh).toBe(
    '宗地相邻：四处分园，相距不到 10 米，同属一个镇（街道）。',
  ));

it('what was reported and contradicts itself is not told as unreported', () => {
  const missing = [{ kind: 'park', id: 'P', field: 'smallFirms', clash: true }] as const;
  const { unreported } = lawOf(parkOf([{ ...counted('small', 0), outcome: 'unknown', missing }], 2), labels);
  expect(unreported.at(-1)).toEqual({
    zh: 'smallFirms（填报相互矛盾）',
    en: 'smallFirms (what is reported contradicts itself)',
  });
});
