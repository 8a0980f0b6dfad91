import type { Parcel } from '../../src/domain/land/model.ts';
import type { Random } from './random.ts';

const round = (x: number, digits: number): number => Math.round(x * 10 ** digits) / 10 ** digits;
const day = (rnd: Random, from: number, to: number): string =>
  `${rnd.whole(from, to)}-${String(rnd.whole(1, 12)).padStart(2, '0')}-${String(rnd.whole(1, 28)).padStart(2, '0')}`;

const idle = (rnd: Random): Partial<Parcel> => {
  const suppliedOn = day(rnd, 2018, 2021);
  const agreedStart = day(rnd, 2022, 2023);
  if (rnd.chance(0.5)) return { suppliedOn, agreedStart };
  const developed = rnd.chance(0.7);
  return {
    suppliedOn,
    agreedStart,
    startedOn: agreedStart,
    stoppedOn: day(rnd, 2024, 2025),
    developedShare: round(developed ? rnd.between(0.05, 0.32) : rnd.between(0.34, 0.6), 2),
    investedShare: round(developed ? rnd.between(0.08, 0.4) : rnd.between(0.06, 0.24), 2),
  };
};

const yields = (rnd: Random, share: number): Partial<Parcel> => ({
  taxPerMuWan: round(rnd.between(8, 26) * share, 1),
  outputPerMuWan: round(rnd.between(260, 620) * share, 0),
  investmentPerMuWan: round(rnd.between(240, 460) * share, 0),
});

/** What the supply plan weighs: cost, first usable year, suitability. */
const candidate = (m2: number, rnd: Random): Partial<Parcel> => ({
  costWan: round((m2 / (2000 / 3)) * rnd.between(45, 120), 0),
  readyYear: rnd.pick([2026, 2026, 2027, 2027, 2028]),
  suitability: rnd.whole(38, 96),
  ...(rnd.chance(0.2) ? { planYear: rnd.whole(2026, 2028) } : rnd.chance(0.3) ? { planYear: null } : {}),
});

/** State of use of a parcel and the evidence for it. */
export const useOf = (landClass: string, m2: number, rnd: Random): Partial<Parcel> => {
  const works = landClass.startsWith('10') || landClass.startsWith('11');
  const market = landClass.startsWith('09') || landClass === '0802' || landClass === '0701';
  if (!works && !market) return { status: 'in-use' };
  const status = works
    ? rnd.weighted([
        ['in-use', 83],
        ['idle', 4.5],
        ['low-efficiency', 6.5],
        ['approved-not-supplied', 4.5],
        ['vacant', 1],
        ['planned', 0.5],
      ])
    : rnd.weighted([
        ['in-use', 984],
        ['idle', 6],
        ['approved-not-supplied', 7],
        ['vacant', 3],
      ]);
  if (status === 'idle') return { status, ...idle(rnd), ...candidate(m2, rnd) };
  if (status === 'low-efficiency')
    return { status, ...yields(rnd, 0.22), ...candidate(m2, rnd), floorAreaM2: round(m2 * rnd.between(0.15, 0.5), 0) };
  if (status === 'approved-not-supplied')
    return {
      status,
      approvedOn: day(rnd, 2019, 2025),
      plannedFar: works ? '>1.5,<2.5' : '>1.1,<1.8',
      ...candidate(m2, rnd),
    };
  if (status !== 'in-use' || !works) return { status };
  return { status, ...(rnd.chance(0.3) ? yields(rnd, 1) : {}), ...(rnd.chance(0.2) ? { landUseTermYears: 50 } : {}) };
};
