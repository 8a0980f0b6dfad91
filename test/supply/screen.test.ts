import { describe, expect, it } from 'vitest';
import type { Parcel } from '../../src/domain/land/model.ts';
import { labelsOf } from '../../src/policy/labels.ts';
import { explained } from '../../src/supply/screen/explain.ts';
import { evidenceText, sayConsequence, sayDecision, sayDoubt, sayScreenProblem } from '../../src/texts/screen.ts';
import { DAY, landOf, pack, screened, told, works, screen } from './land.ts';

type Fields = Partial<Parcel>;
const labels = labelsOf(pack);
const park = { system: 'planning-guide-2023', code: '1401' } as const;
const homes = { system: 'planning-guide-2023', code: '0701' } as const;

/** Name, record, class, basis, stock; on `DAY` unless another day is given. */
type Case = readonly [string, Fields, string | null, string | null, string | null, string?];

const unstarted: Fields = { suppliedOn: '2021-04-01', agreedStart: '2022-09-28' };
const begun: Fields = { ...unstarted, startedOn: '2022-10-01', stoppedOn: '2024-06-30' };
const yielding: Fields = { floorAreaM2: 20_000, taxPerMuWan: 12, outputPerMuWan: 400, investmentPerMuWan: 300 };

describe('idle land 53号令', () => {
  it.each([
    ['one year after the agreed day, to the day', { agreedStart: '2025-11-28' }, 'suspected-idle', 'not-started', 'supplied-not-used'], // prettier-ignore
    ['the day before', { agreedStart: '2025-11-29' }, 'in-use', 'start-due-later', 'supplied-not-used'],
    ['from 29 February to the end of February', { agreedStart: '2024-02-29' }, 'suspected-idle', 'not-started', 'supplied-not-used', '2025-02-28'], // prettier-ignore
    ['and not the day before', { agreedStart: '2024-02-29' }, 'in-use', 'start-due-later', 'supplied-not-used', '2025-02-27'], // prettier-ignore
    ['from 28 February to 28 February of a leap year', { agreedStart: '2023-02-28' }, 'suspected-idle', 'not-started', 'supplied-not-used', '2024-02-28'], // prettier-ignore
    ['agreed for later', { suppliedOn: '2026-01-05', agreedStart: '2027-01-01' }, 'in-use', 'start-due-later', 'supplied-not-used'], // prettier-ignore
    ['no agreed day: two years after the hand-over', { handedOverOn: '2024-11-28' }, 'suspected-idle', 'not-started', 'supplied-not-used'], // prettier-ignore
    ['no agreed day, the day before', { handedOverOn: '2024-11-29' }, 'in-use', 'start-due-later', 'supplied-not-used'],
    ['an agreed day outranks the hand-over', { handedOverOn: '2020-01-01', agreedStart: '2026-01-01' }, 'in-use', 'start-due-later', 'supplied-not-used'], // prettier-ignore
    ['supplied, no day at all', { suppliedOn: '2019-01-01' }, 'in-use', 'start-unknown', 'supplied-not-used'],
    ['started in time', { ...unstarted, startedOn: '2022-10-01' }, 'in-use', 'begun', null],
    ['started late is started', { ...unstarted, startedOn: '2025-10-01' }, 'in-use', 'begun', null],
    ['started and built', { ...unstarted, startedOn: '2022-10-01', floorAreaM2: 20_000 }, 'in-use', 'used', null],
    ['a start after the day of judgement is none yet', { ...unstarted, startedOn: '2026-11-29' }, 'suspected-idle', 'not-started', 'supplied-not-used'], // prettier-ignore
    ['built on, the start not recorded', { ...unstarted, ...yielding }, 'in-use', 'used', null],
    ['something stands there, the register says idle', { ...unstarted, floorAreaM2: 500, status: 'idle' }, 'suspected-idle', 'recorded', 'used-not-enough'], // prettier-ignore
    ['production that is to begin is none yet', { ...unstarted, productionOn: '2027-06-01' }, 'suspected-idle', 'not-started', 'supplied-not-used'], // prettier-ignore
    ['homes too', { landClass: homes, ...unstarted }, 'suspected-idle', 'not-started', 'supplied-not-used'],
    ['a public green has no one to build', { landClass: park, ...unstarted }, 'in-use', 'no-duty', null],
    ['stopped a year to the day, a third less a little', { ...begun, stoppedOn: '2025-11-28', developedShare: 0.3333 }, 'suspected-idle', 'stopped', 'used-not-enough'], // prettier-ignore
    ['stopped a day less', { ...begun, stoppedOn: '2025-11-29', developedShare: 0.1 }, 'in-use', 'begun', 'used-not-enough'], // prettier-ignore
    ['a third itself is enough', { ...begun, developedShare: 1 / 3, investedShare: 0.3 }, 'in-use', 'used', null],
    ['a quarter itself is enough', { ...begun, developedShare: 0.5, investedShare: 0.25 }, 'in-use', 'used', null],
    ['invested short, developed not', { ...begun, developedShare: 0.5, investedShare: 0.2499 }, 'suspected-idle', 'stopped', 'used-not-enough'], // prettier-ignore
    ['shares of what they are made of', { ...begun, developedAreaM2: 3000, dueAreaM2: 10_000 }, 'suspected-idle', 'stopped', 'used-not-enough'], // prettier-ignore
    ['the stated share outranks them', { ...begun, developedShare: 0.9, developedAreaM2: 3000, dueAreaM2: 10_000 }, 'in-use', 'used', null], // prettier-ignore
    ['investment by amounts', { ...begun, investedWan: 200, totalInvestmentWan: 1000 }, 'suspected-idle', 'stopped', 'used-not-enough'], // prettier-ignore
    ['neither share known', begun, 'suspected-idle', 'stopped-share-unknown', 'used-not-enough'],
    ['short but not stopped', { ...unstarted, startedOn: '2026-01-01', developedShare: 0.1 }, 'in-use', 'begun', 'used-not-enough'], // prettier-ignore
  ] as Case[])('%s', (...own) => {
    const [, fields, name, basis, stock, date = DAY] = own as unknown as Case;
    expect(told(fields, date)).toMatchObject({ class: name, basis, stock });
  });
});

describe('low efficiency and approved land', () => {
  it.each([
    ['two figures below', { ...yielding, taxPerMuWan: 4.99, outputPerMuWan: 99 }, 'low-efficiency', 'signs', 'low-efficiency'], // prettier-ignore
    ['one below', { ...yielding, taxPerMuWan: 4.99 }, 'in-use', 'used', null],
    ['the thresholds themselves are no miss', { floorAreaM2: 16_000, taxPerMuWan: 5, outputPerMuWan: 100, investmentPerMuWan: 150 }, 'in-use', 'used', null], // prettier-ignore
    ['the plot ratio by floor area', { ...yielding, floorAreaM2: 15_999, taxPerMuWan: 1 }, 'low-efficiency', 'signs', 'low-efficiency'], // prettier-ignore
    ['a tax refund', { ...yielding, taxPerMuWan: -3, outputPerMuWan: 10 }, 'low-efficiency', 'signs', 'low-efficiency'],
    ['homes yield nothing and are none', { landClass: homes, floorAreaM2: 100, taxPerMuWan: 0 }, 'in-use', 'used', null], // prettier-ignore
    ['two years without tax are enough', { ...yielding, yearsWithoutTax: 2 }, 'low-efficiency', 'no-tax', 'low-efficiency'], // prettier-ignore
    ['one year is not', { ...yielding, yearsWithoutTax: 1 }, 'in-use', 'used', null],
    ['stopped for a year', { ...yielding, productionStoppedOn: '2025-11-28' }, 'low-efficiency', 'production-stopped', 'low-efficiency'], // prettier-ignore
    ['stopped a day less', { ...yielding, productionStoppedOn: '2025-11-29' }, 'in-use', 'used', null],
    ['figures are missing and the register says low', { floorAreaM2: 9000, status: 'low-efficiency' }, 'low-efficiency', 'recorded', 'low-efficiency'], // prettier-ignore
    ['figures say no, whatever the register says', { ...yielding, status: 'low-efficiency' }, 'in-use', 'used', null],
    ['approved, not supplied', { approvedOn: '2022-06-27' }, 'approved-not-supplied', 'not-supplied', 'approved-not-supplied'], // prettier-ignore
    ['approved in a year', { approvalYear: 2022 }, 'approved-not-supplied', 'not-supplied', 'approved-not-supplied'],
    ['approved by number', { approvalNo: '澄政土〔2022〕8号' }, 'approved-not-supplied', 'not-supplied', 'approved-not-supplied'], // prettier-ignore
    ['approved after the day', { approvedOn: '2026-12-01' }, 'in-use', 'nothing-known', null],
    [
      'vacant, approved after the day',
      { status: 'vacant', approvedOn: '2028-01-01' },
      'not-supplied',
      'recorded',
      null,
    ],
    ['approved this year, the day not known', { approvalYear: 2026 }, 'not-supplied', 'approved-lately', null],
    ['approved by the number of the province', { provinceApprovalNo: '豫政土〔2019〕1号' }, 'approved-not-supplied', 'not-supplied', 'approved-not-supplied'], // prettier-ignore
    ['supplied', { approvedOn: '2019-01-01', ...unstarted, startedOn: '2022-09-01' }, 'in-use', 'begun', null],
    ['supplied after the day of judgement', { approvedOn: '2019-01-01', suppliedOn: '2026-12-01' }, 'approved-not-supplied', 'not-supplied', 'approved-not-supplied'], // prettier-ignore
    ['approved and built on: the supply is not recorded', { approvedOn: '2019-01-01', ...yielding }, 'in-use', 'used', null], // prettier-ignore
    ['free land', { status: 'vacant' }, 'not-supplied', 'recorded', null],
    ['land as planned', { status: 'planned' }, 'not-supplied', 'recorded', null],
    ['the register alone', { status: 'idle' }, 'suspected-idle', 'recorded', 'supplied-not-used'],
    ['nothing at all', {}, 'in-use', 'nothing-known', null],
  ] as Case[])('%s', (...own) => {
    const [, fields, name, basis, stock, date = DAY] = own as unknown as Case;
    expect(told(fields, date)).toMatchObject({ class: name, basis, stock });
  });

  it('storage is looked at, in any system', () => {
    for (const landClass of [
      { system: 'planning-guide-2023', code: '110101' },
      { system: 'gb50137-2011', code: 'M2' },
      { system: 'gbt21010-2017', code: '0604' },
    ] as const)
      expect(told({ landClass, taxPerMuWan: 1, outputPerMuWan: 1 }).class).toBe('low-efficiency');
    // Railways go by the digits of industry.
    expect(told({ landClass: { system: 'land-survey-3', code: '1001' }, taxPerMuWan: 1, outputPerMuWan: 1 }).class).toBe('in-use'); // prettier-ignore
  });
});

describe('the steps of 认定', () => {
  const notice: Fields = { ...unstarted, noticeNo: '澄闲调〔2026〕3号', noticeOn: '2026-10-20' };
  const finding: Fields = {
    ...notice,
    findingNo: '澄闲认〔2026〕1号',
    findingOn: '2026-11-20',
    delayCause: 'enterprise',
  };

  it.each([
    ['suspected', unstarted, 'suspected', 'suspected-idle'],
    ['investigated', notice, 'investigating', 'suspected-idle'],
    ['a day of finding without its number is none', { ...notice, findingOn: '2026-11-20' }, 'investigating', 'suspected-idle'], // prettier-ignore
    ['found', finding, 'found', 'idle'],
    ['found tomorrow', { ...finding, findingOn: '2026-11-29' }, 'investigating', 'suspected-idle'],
    ['notified later', { ...notice, noticeOn: '2027-06-01' }, 'suspected', 'suspected-idle'],
    ['taken back', { ...finding, disposal: '无偿收回', disposedOn: '2026-11-27' }, 'disposed', 'not-supplied'],
    ['disposed of', { ...finding, disposal: '延长动工期限', disposedOn: '2026-11-27' }, 'disposed', 'in-use'],
  ] as const)('%s', (_, fields, step, name) => expect(told(fields)).toMatchObject({ step, class: name }));

  it('a notice of a later day is not told as sent', () => {
    const codes = told({ ...notice, noticeOn: '2027-06-01' }).evidence.map(({ code }) => code);
    expect(codes).not.toContain('notice');
    expect(codes).toContain('later');
  });

  it('fee and taking back are for land on which nothing stands', () => {
    const price: Fields = { ...finding, landPriceWan: 1000 };
    expect(told(price).consequences.map(({ code }) => code)).toEqual(['fee', 'take-back']);
    const built = told({ ...price, floorAreaM2: 6000, taxPerMuWan: 8 });
    expect(built).toMatchObject({ class: 'idle', stock: 'used-not-enough', consequences: [], since: null });
    expect(built.evidence.map(({ code }) => code)).not.toContain('not-started');
  });

  it('a building of no known floor area tells that works were started', () => {
    const hasBuilding = Uint8Array.of(1, 1);
    const land = landOf([unstarted, { approvedOn: '2019-01-01' }], { hasBuilding });
    const both = screen(land, pack, DAY);
    expect([0, 1].map((row) => explained(both, row).class)).toEqual(['in-use', 'in-use']);
    expect(explained(both, 0).evidence.map(({ code }) => code)).toContain('building');
  });

  it('without a number of a 认定书 the word is 疑似, in every sentence', () => {
    for (const fields of [unstarted, notice, begun, { status: 'idle' }, { ...yielding, status: 'idle' }] as Fields[]) {
      const one = told(fields);
      const said = [
        evidenceText('zh', one, labels),
        ...one.consequences.map((c) => sayConsequence('zh', c)),
        ...(one.decision ? [sayDecision('zh', one.decision, labels)] : []),
      ].join();
      expect(said.replaceAll('疑似闲置', '').replaceAll('如认定闲置', '').replaceAll('土地闲置费', '')).not.toContain(
        '闲置',
      );
    }
  });

  it('speaks of fee and taking back only of land never started that no one but its holder delayed', () => {
    const codes = (fields: Fields, date = DAY) => told(fields, date).consequences.map(({ code }) => code);
    expect(codes(unstarted)).toEqual(['fee', 'take-back']);
    expect(codes({ agreedStart: '2025-11-28' })).toEqual(['fee']);
    expect(codes({ agreedStart: '2024-11-28' })).toEqual(['fee', 'take-back']);
    expect(codes({ agreedStart: '2024-11-29' })).toEqual(['fee']);
    expect(codes({ ...begun, developedShare: 0.1 })).toEqual([]);
    for (const delayCause of ['government', 'force-majeure', 'preparation'] as const) {
      const instead = delayCause === 'preparation' ? [] : ['by-agreement'];
      expect(codes({ ...unstarted, delayCause })).toEqual(instead);
      expect(codes({ ...finding, delayCause })).toEqual(instead);
    }
    const [fee, takeBack] = told({ ...finding, landPriceWan: 1500 }).consequences;
    expect(fee).toEqual({ code: 'fee', amountWan: 300, share: 0.2, isCertain: true });
    expect(takeBack).toEqual({ code: 'take-back', isCertain: true });
    expect(told({ ...unstarted, delayCause: 'government' }).consequences.map((c) => sayConsequence('zh', c))).toEqual([
      '可协商：延长动工期限（不超过 1 年）、调整用途或规划条件、临时使用（不超过 2 年）、协议有偿收回、置换',
    ]);
    expect(told({ ...unstarted, delayCause: 'enterprise' }).consequences).toMatchObject([{ isCertain: false }, { isCertain: false }]); // prettier-ignore
  });
});

describe('what an official decided', () => {
  const decided = (decision: 'confirmed' | 'disputed', flagClass: Parcel['flagClass'], more: Fields = {}): Fields => ({
    flagDecision: decision,
    flagClass,
    flagReason: '现场已开挖基坑',
    flagDecidedOn: '2026-11-01',
    flagDecidedBy: 'bureau',
    ...more,
  });

  it('the class follows it and says so', () => {
    const disputed = told({ ...unstarted, ...decided('disputed', 'suspected-idle') });
    expect(disputed).toMatchObject({
      class: 'in-use',
      basis: 'disputed',
      decision: { decision: 'disputed', flag: 'suspected-idle' },
    });
    expect(sayDecision('zh', disputed.decision!, labels)).toBe(
      '2026-11-01 主管部门 不同意列为疑似闲置：现场已开挖基坑（按此意见归类）',
    );
    expect(told({ ...yielding, ...decided('confirmed', 'low-efficiency') })).toMatchObject({
      class: 'low-efficiency',
      basis: 'confirmed',
      confidence: 1,
    });
  });

  it('what is disputed is looked at for the rest', () => {
    const low = { ...begun, developedShare: 0.1, taxPerMuWan: 1, outputPerMuWan: 1 };
    expect(told(low).class).toBe('suspected-idle');
    expect(told({ ...low, ...decided('disputed', 'suspected-idle') }).class).toBe('low-efficiency');
    expect(told({ ...low, ...decided('disputed', 'low-efficiency') }).class).toBe('suspected-idle');
    expect(told({ approvedOn: '2020-01-01', ...decided('disputed', 'approved-not-supplied') }).class).toBe('in-use');
  });

  it('a decision of a later day is none yet, and a finding outranks it', () => {
    expect(told({ ...unstarted, ...decided('disputed', 'suspected-idle', { flagDecidedOn: '2026-12-01' }) })).toMatchObject({ class: 'suspected-idle', decision: null }); // prettier-ignore
    expect(told({ ...unstarted, findingNo: '1号', ...decided('disputed', 'suspected-idle') }).class).toBe('idle');
  });
});

describe('evidence, what is missing, and how sure it is', () => {
  it.each<readonly [Fields, string]>([
    [unstarted, '约定 2022-09-28 动工，逾期 4 年 2 个月未动工'],
    [{ handedOverOn: '2024-02-29' }, '2024-02-29 交地、没有约定动工日期，按交地后的期限应于 2025-02-28 动工，逾期 1 年 9 个月未动工'],
    [{ ...begun, developedShare: 0.2, investedShare: 0.6 }, '2022-10-01 动工；2024-06-30 起停建，已 2 年 4 个月；已动工开发 20 %，不足 33.33 %；已投资 60 %，不低于 25 %'],
    [{ approvedOn: '2022-06-27' }, '2022-06-27 批准，4 年 5 个月未供应'],
    [{ approvalYear: 2022 }, '2022 年批准，3 年 10 个月未供应'],
    [{ ...unstarted, delayCause: 'government', delayDays: 90 }, '约定 2022-09-28 动工，逾期 4 年 2 个月未动工；延期原因：政府原因，90 天'],
    [{ ...unstarted, noticeNo: '3号', noticeOn: '2026-10-20' }, '约定 2022-09-28 动工，逾期 4 年 2 个月未动工；已发调查通知书 3号（2026-10-20），调查应于 2026-11-19 前完成，已超期'],
    [{ ...unstarted, status: 'in-use' }, '约定 2022-09-28 动工，逾期 4 年 2 个月未动工；登记的利用状态是在用，与证据不一致'],
    [{ ...unstarted, startedOn: '2026-01-01', developedShare: 0.1 }, '2021-04-01 供应；2026-01-01 动工；已动工开发 10 %，不足 33.33 %'],
  ])('%j: %s', (fields, said) => expect(evidenceText('zh', told(fields), labels)).toBe(said)); // prettier-ignore

  it('every basis has its sentences in both languages, without a hole', () => {
    const all: Fields[] = [
      unstarted, begun, yielding, {}, { status: 'vacant' }, { landClass: park }, { approvedOn: '2020-01-01' },
      { approvalNo: '1' }, { suppliedOn: '2020-01-01' }, { ...yielding, yearsWithoutTax: 3 },
      { ...yielding, productionStoppedOn: '2020-01-01' }, { taxPerMuWan: 1, outputPerMuWan: 1 },
      { ...unstarted, findingNo: '1', findingOn: '2026-01-01', delayCause: 'enterprise' },
      { ...unstarted, findingNo: '1', disposedOn: '2026-02-01', disposal: 'taken back' },
      { ...unstarted, startedOn: '2026-12-01' }, { handedOverOn: '2020-01-01' },
    ]; // prettier-ignore
    const names = Object.fromEntries(pack.thresholds.map(({ id, zh, en }) => [id, { zh, en }]));
    for (const language of ['zh', 'en'] as const)
      for (const fields of all) {
        const one = told(fields);
        const said = [evidenceText(language, one, labels), ...one.doubts.map((d) => sayDoubt(language, d, names))].join(
          '\n',
        );
        expect(said).not.toMatch(/undefined|NaN|null|\$\{/);
        expect(said).not.toBe('');
        if (language === 'en') expect(said.replace(/[〔〕]/g, '')).not.toMatch(/[一-鿿]/);
      }
  });

  it.each<readonly [Fields, readonly string[]]>([
    [unstarted, ['startedOn', 'delayCause', 'landPriceWan']],
    [{ handedOverOn: '2020-01-01' }, ['agreedStart', 'startedOn', 'delayCause', 'landPriceWan']],
    [begun, ['developedShare', 'investedShare']],
    [{ ...unstarted, startedOn: '2022-10-01' }, ['stoppedOn', 'developedShare', 'investedShare']],
    [{ suppliedOn: '2020-01-01' }, ['agreedStart', 'handedOverOn', 'startedOn']],
    [{ approvedOn: '2020-01-01', approvalNo: '1' }, ['suppliedOn']],
    [{ taxPerMuWan: 1, outputPerMuWan: 1 }, ['floorAreaM2', 'investmentPerMuWan']],
    [yielding, []],
    [{ floorAreaM2: 20_000 }, ['taxPerMuWan', 'outputPerMuWan', 'investmentPerMuWan']],
    [{ landClass: park }, []],
  ])('%j lacks %j', (fields, missing) => expect(told(fields).missing).toEqual(missing));

  it('is as sure as the pack is of its figure, less what is open', () => {
    expect(told({ ...unstarted, floorAreaM2: 0 }).confidence).toBe(1);
    expect(told(unstarted)).toMatchObject({ confidence: 0.8, doubts: [{ code: 'start-unrecorded', factor: 0.8 }] });
    expect(told({ handedOverOn: '2020-01-01' }).confidence).toBeCloseTo(0.8 * 0.9, 12);
    expect(told(begun).confidence).toBe(0.5);
    expect(told({ ...unstarted, startedOn: '2022-10-01' }).confidence).toBe(0.6);
    expect(told({ taxPerMuWan: 1, outputPerMuWan: 1 })).toMatchObject({
      confidence: 0.2,
      doubts: [{ code: 'threshold' }],
    });
    expect(told({}).confidence).toBe(0.4);
    expect(told({ ...unstarted, floorAreaM2: 0, status: 'in-use' }).confidence).toBe(0.7);
    expect(told({ landClass: park, status: 'in-use' }).confidence).toBe(1);
  });
});

describe('data that cannot be used', () => {
  const problemsOf = (...parcels: Fields[]) => screened(parcels).problems.map(({ row, code, params }) => [row, code, params.field ?? params.after ?? '']); // prettier-ignore

  it('is named, kept out and counted, and the rest is screened', () => {
    expect(
      problemsOf(
        unstarted,
        { id: 'D1' },
        { developedShare: 0.1, landPriceWan: -5 },
        { taxPerMuWan: -6000 },
        { outputPerMuWan: 1e6 },
        { floorAreaM2: 20_000 * 21 },
        { statedAreaM2: 3e7 },
        { agreedStart: '1970-01-01' },
        { agreedStart: '2062-01-01' },
        { startedOn: '2024-01-01', stoppedOn: '2023-01-01' },
        { approvedOn: '2024-01-01', suppliedOn: '2023-12-31' },
        { approvedOn: '2024-01-01', suppliedOn: '2024-01-01' },
      ),
    ).toEqual([
      [1, 'id-again', ''],
      [2, 'negative', 'landPriceWan'],
      [3, 'absurd', 'taxPerMuWan'],
      [4, 'absurd', 'outputPerMuWan'],
      [5, 'absurd', 'plotRatio'],
      [6, 'absurd', 'statedAreaM2'],
      [7, 'absurd-date', 'agreedStart'],
      [8, 'absurd-date', 'agreedStart'],
      [9, 'dates-out-of-order', 'stoppedOn'],
      [10, 'dates-out-of-order', 'suppliedOn'],
    ]);
    const one = explained(screened([{ ...unstarted, landPriceWan: -1 }]), 0);
    expect(one).toMatchObject({ class: null, basis: null, confidence: 0, evidence: [] });
  });

  it('an unknown township, and the later of two parcels on each other', () => {
    const land = landOf([{}, {}, { id: 'X' }], {
      unknownTownship: (row) => (row === 0 ? '999999999' : undefined),
      overlaps: new Map([
        [0, [{ other: 1, areaM2: 5000 }]],
        [1, [{ other: 0, areaM2: 5000 }, { other: 2, areaM2: 300 }]],
        [2, [{ other: 1, areaM2: 300 }]],
      ]),
    }); // prettier-ignore
    const { problems } = screen(land, pack, DAY);
    expect(problems).toEqual([
      { row: 0, code: 'unknown-township', params: { township: '999999999' } },
      { row: 2, code: 'overlaps', params: { other: 'D2', areaM2: 300, share: 0.015 } },
    ]);
    for (const language of ['zh', 'en'] as const)
      for (const problem of problems) expect(sayScreenProblem(language, problem, labels)).not.toMatch(/undefined|NaN/);
  });

  it('a share below nothing is told in per cent, as it is typed anew', () => {
    const { problems } = screened([{ ...unstarted, developedShare: -0.3 }]);
    expect(problems.map((problem) => sayScreenProblem('zh', problem, labels))).toEqual([expect.stringContaining('-30 %')]); // prettier-ignore
  });

  it('land classes without a table are no works', () =>
    expect(told({ landClass: { ...works, code: '99' } }).class).toBe('in-use'));
});
