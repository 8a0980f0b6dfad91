import type { Parcel, Park, SupplyPlan, SupplyRow, SupplyStep } from '../../src/domain/land/model.ts';
import type { Made, MadePark } from './made.ts';
import { area } from './polygon.ts';
import { random, type Random } from './random.ts';
import { lifeOf, type Life } from './supply-lives.ts';

/** Last year's plan of the city, as it was published and adjusted, with what became of its rows. All invented. */
interface SupplyYear {
  readonly plans: readonly SupplyPlan[];
  readonly rows: readonly SupplyRow[];
  /** Fields of the parcels of its rows. */
  readonly marks: ReadonlyMap<string, Partial<Parcel>>;
}

/** What stands in the plan: parcels of a kind, how they are supplied and what became of them, in turn. */
interface Kind {
  readonly of: (made: Made) => boolean;
  readonly use: string;
  readonly count: number;
  readonly mode: NonNullable<SupplyRow['supplyMode']>;
  readonly lives: readonly Life[];
  readonly besides?: Partial<SupplyRow>;
}

export const RESERVE_CENTRE = '市土地储备中心';
const MU = 2000 / 3;

const classed = (code: string, status: Parcel['status'], leastMu: number) => {
  return ({ lot, properties }: Made) =>
    properties.parkId === undefined &&
    properties.status === status &&
    lot.landClass.startsWith(code) &&
    area(lot.ring) > leastMu * MU;
};

const KINDS: readonly Kind[] = [
  { of: classed('10', 'approved-not-supplied', 8), use: '10', count: 9, mode: 'listing', lives: ['planned', 'planned', 'announced', 'failed', 'sold', 'withdrawn', 'failed', 'planned', 'announced'] }, // prettier-ignore
  { of: classed('0701', 'in-use', 20), use: '07', count: 6, mode: 'auction', lives: ['completed', 'completed', 'started'] }, // prettier-ignore
  { of: classed('0701', 'in-use', 20), use: '07', count: 2, mode: 'allocation', lives: ['completed'], besides: { remark: '保障性住房' } }, // prettier-ignore
  { of: classed('09', 'in-use', 6), use: '09', count: 4, mode: 'listing', lives: ['completed', 'started'] },
  { of: classed('09', 'approved-not-supplied', 4), use: '09', count: 2, mode: 'listing', lives: ['failed', 'planned'] },
  { of: classed('08', 'in-use', 10), use: '08', count: 4, mode: 'allocation', lives: ['completed', 'started'] },
  { of: classed('13', 'in-use', 3), use: '13', count: 2, mode: 'allocation', lives: ['completed'] },
  { of: classed('1001', 'vacant', 2), use: '10', count: 2, mode: 'listing', lives: ['reserve'] },
];

export function supplyYear(
  prefix: string,
  cityCode: string,
  all: readonly Made[],
  parks: readonly MadePark[],
): SupplyYear {
  const rnd = random(`${prefix}/supply-year`);
  const planned = [...parkRows(parks, rnd), ...KINDS.flatMap((kind) => kindRows(kind, all, rnd))];
  const first = `${prefix}2025-1`;
  const second = `${prefix}2025-2`;
  const numbered = planned.map((own, n) => ({ ...own, n, isLater: own.life !== 'reserve' && n % 9 === 4 }));
  const idOf = (plan: string, n: number) => `${plan}-${String(n + 1).padStart(3, '0')}`;
  // What came with the adjustment was not in the plan before; what was withdrawn by then did not go on.
  const rows = [
    ...numbered
      .filter(({ isLater }) => !isLater)
      .map(({ row, n, life }) => {
        const steps = row.steps?.filter(({ on }) => on! <= ADJUSTED);
        return { ...row, id: idOf(first, n), planId: first, ...withSteps(life === 'withdrawn' ? row.steps : steps) };
      }),
    ...numbered
      .filter(({ life }) => life !== 'withdrawn')
      .map(({ row, n, isLater }) => ({
        ...row,
        id: idOf(second, n),
        planId: second,
        ...(isLater ? {} : { continues: idOf(first, n) }),
      })),
  ];
  return { plans: plansOf(first, second, cityCode), rows, marks: marksOf(numbered) };
}

export const PLAN_NAME = '澄州市2025年度国有建设用地供应计划';
const ADJUSTED = '2025-09-10';
const withSteps = (steps: SupplyRow['steps']): Pick<SupplyRow, 'steps'> => ({
  steps: steps?.length ? steps : undefined,
});

function plansOf(first: string, second: string, cityCode: string): readonly SupplyPlan[] {
  const name = PLAN_NAME;
  const uses = 'planning-guide-2023' as const;
  const number = (n: number) => `示例〔2025〕${n}号（${cityCode}）`;
  return [
    {
      id: first,
      name,
      year: 2025,
      version: 1,
      documentNo: number(1),
      uses,
      ceilings: [{ mostM2: 1_300_000 }],
      states: [
        { state: 'submitted', on: '2025-02-20' },
        { state: 'approved', on: '2025-03-18' },
        { state: 'published', on: '2025-03-27' },
        { state: 'replaced', on: ADJUSTED, reason: '增补园区用地和民生用地' },
      ],
    },
    {
      id: second,
      name: `${name}（调整）`,
      year: 2025,
      version: 2,
      adjusts: first,
      reason: '增补园区用地和民生用地',
      documentNo: number(2),
      uses,
      ceilings: [{ mostM2: 1_400_000 }],
      states: [
        { state: 'draft', on: '2025-08-12', reason: '增补园区用地和民生用地' },
        { state: 'submitted', on: '2025-08-20' },
        { state: 'approved', on: '2025-09-02' },
        { state: 'published', on: ADJUSTED },
      ],
    },
  ];
}

interface Planned {
  readonly made: Made;
  readonly row: Omit<SupplyRow, 'id'>;
  readonly life: Life;
}

/** Nothing is on record that would contradict a supply of last year. */
const isUnsaid = ({ properties: { status, agreedStart } }: Made): boolean =>
  status === 'in-use' && agreedStart === undefined;

/** Land of parks that are being built or approved was supplied last year. */
function parkRows(parks: readonly MadePark[], rnd: Random): readonly Planned[] {
  const of = (stage: Park['stage'], count: number) =>
    parks
      .filter(({ record, lots }) => record.stage === stage && lots.length > 0 && lots.every(isUnsaid))
      .slice(0, count);
  const lives = new Map<Park['stage'], Life>([
    ['building', 'started'],
    ['approved', 'handed-over'],
  ]);
  return [...of('building', 6), ...of('approved', 3)].flatMap(({ record, lots }) => {
    const life = lives.get(record.stage)!;
    const steps = lifeOf(life, 'listing', rnd);
    return lots.map((made): Planned => {
      const use = made.lot.landClass.slice(0, 2);
      const row = { ...rowOf(made, use, 'listing', rnd), parkId: record.id, remark: '小微企业园', steps };
      return { made, life, row };
    });
  });
}

function kindRows(
  { of, use, count, mode, lives, besides }: Kind,
  all: readonly Made[],
  rnd: Random,
): readonly Planned[] {
  const fit = all.filter(of);
  const start = rnd.whole(0, fit.length - 1);
  const chosen = Array.from({ length: Math.min(count, fit.length) }, (_, n) => fit[(start + n * 7) % fit.length]);
  return [...new Set(chosen)].map((made, n): Planned => {
    const life = lives[n % lives.length];
    const steps = lifeOf(life, mode, rnd);
    const isReserve = life === 'reserve';
    const applied = { on: '2025-04-08', promisedWan: Math.round((area(made.lot.ring) / MU) * 28) };
    return {
      made,
      life,
      row: {
        ...rowOf(made, use, mode, rnd),
        ...besides,
        ...(isReserve ? { reserve: true, unit: RESERVE_CENTRE } : {}),
        ...(isReserve && n === 0 ? { preApplication: applied } : {}),
        ...(steps.length > 0 && { steps }),
      },
    };
  });
}

function rowOf(made: Made, use: string, supplyMode: Kind['mode'], rnd: Random): Omit<SupplyRow, 'id'> {
  const isApproved = made.properties.status === 'approved-not-supplied';
  const isNew = rnd.chance(0.45) && !isApproved;
  const mu = area(made.lot.ring) / MU;
  const isIndustry = use === '10';
  return {
    number: made.id,
    // The reserve centre supplies some of what lies in the districts.
    ...(rnd.chance(0.15) ? { unit: RESERVE_CENTRE } : {}),
    parcelIds: [made.id],
    use,
    isNew,
    landSource: isApproved ? '批而未供' : isNew ? '新增建设用地' : rnd.pick(['存量：收回', '存量：收购储备']),
    supplyMode,
    quarter: rnd.whole(1, 4),
    conditions: conditionsOf(use, rnd),
    ...(isIndustry ? { agreedInvestmentPerMuWan: 350, agreedOutputPerMuWan: 400, agreedTaxPerMuWan: 15 } : {}),
    ...(supplyMode === 'allocation' ? {} : { startPriceWan: Math.round(mu * (isIndustry ? 26 : 180)) }),
    ...(supplyMode === 'allocation' ? {} : { depositWan: Math.round(mu * (isIndustry ? 6 : 40)) }),
  };
}

/** 规划条件 as they are usual. */
function conditionsOf(use: string, rnd: Random): SupplyRow['conditions'] {
  if (use === '10')
    return {
      far: { min: 1.5, max: 2.5 },
      buildingCoefficient: { min: 0.4 },
      green: { max: 0.2 },
      heightM: { max: 40 },
      ancillaryLand: { max: 0.07 },
      ancillaryFloor: { max: 0.15 },
      termYears: 50,
      industry: rnd.pick(['专用设备制造业', '电子设备制造业', '食品制造业']),
    };
  const far = { min: 1, minExclusive: true, max: rnd.pick([1.8, 2, 2.5]), maxExclusive: rnd.chance(0.5) || undefined };
  return { far, density: { max: 0.3 }, green: { min: 0.35 }, heightM: { max: 54 }, termYears: use === '07' ? 70 : 40 };
}

/** What the register says of parcels of rows: as if each step had been recorded at the ledger. */
function marksOf(planned: readonly Planned[]): ReadonlyMap<string, Partial<Parcel>> {
  const on = (steps: SupplyRow['steps'], step: SupplyStep['step']) => steps?.find((own) => own.step === step)?.on;
  return new Map(
    planned.map(({ made, row: { steps, conditions }, life }) => [
      made.id,
      {
        ...(life === 'reserve' ? {} : { planYear: life === 'withdrawn' ? null : 2025 }),
        suppliedOn: on(steps, 'contracted'),
        handedOverOn: on(steps, 'handed-over'),
        startedOn: on(steps, 'started') ?? made.properties.startedOn,
        ...(made.properties.plannedFar === undefined &&
        made.properties.status === 'in-use' &&
        made.properties.parkId === undefined
          ? { conditions }
          : {}),
      },
    ]),
  );
}
