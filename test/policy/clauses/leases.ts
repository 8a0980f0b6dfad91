import type { Case, Fields } from './case.ts';

const at = {
  signedOn: '2026-03-02', // a Monday; the thirtieth day after it is Wednesday, 1 April
  filedOn: '2026-04-01',
  startOn: '2025-06-01',
  endOn: '2030-05-31',
  paymentPeriodMonths: 12,
  rentYuanPerM2Month: 20,
  marketRentYuanPerM2Month: 20,
  sublet: false,
};
const over = { ...at, filedOn: '2026-04-02', endOn: '2030-06-01', paymentPeriodMonths: 13, rentYuanPerM2Month: 20.01, sublet: true }; // prettier-ignore
const rules = ['lease.term', 'lease.payment', 'lease.filing', 'lease.rent', 'lease.sublet', 'self-use.leased'];
const every = (outcome: string) => Object.fromEntries(rules.map((rule) => [rule, outcome]));
const lease = (name: string, expected: Case['expect'], ...leases: Fields[]): Case => ({
  name,
  expect: expected,
  park: { leases: leases.map((l, i) => ({ id: `L${i}`, ...l })) },
});

/** 第12条 with 民法典 200–204: the day of signing is not counted, a last day off moves on. */
export const leases: readonly Case[] = [
  lease('at every bound', every('pass'), at),
  lease('one step over each', every('fail'), over),
  lease('of two one says nothing', every('unknown'), at, {}),
  lease('of two one says nothing, and one is over', every('fail'), over, {}),
  { name: 'no leases recorded', expect: every('unknown') },
  // Thursday 19 March + 30 days = Saturday 18 April → Monday the 20th
  lease(
    'a last day on a Saturday',
    { 'lease.filing': 'pass' },
    { ...at, signedOn: '2026-03-19', filedOn: '2026-04-20' },
  ),
  lease('a day later', { 'lease.filing': 'fail' }, { ...at, signedOn: '2026-03-19', filedOn: '2026-04-21' }),
  lease('not filed, thirtieth day today', { 'lease.filing': 'pass' }, { ...at, signedOn: '2026-04-20', filedOn: null }),
  lease('not filed, a day ago', { 'lease.filing': 'fail' }, { ...at, signedOn: '2026-04-19', filedOn: null }),
  lease('not signed yet', { 'lease.filing': 'pass' }, { ...at, signedOn: '2026-12-01', filedOn: null }),
  lease('filed before signing', { 'lease.filing': 'unknown' }, { ...at, filedOn: '2026-03-01' }),
  lease('from 29 February', { 'lease.term': 'pass' }, { ...at, startOn: '2024-02-29', endOn: '2029-02-28' }),
];
