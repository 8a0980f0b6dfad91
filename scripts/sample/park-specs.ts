import type { Park, Parcel } from '../../src/domain/land/model.ts';
import { random } from './random.ts';
import type { Random } from './random.ts';

/** How the land of a park lies. */
export type Form = 'one' | 'pair' | 'road' | 'corner' | 'sites' | 'towns' | 'none';

/** A park as it is meant to come out. */
export interface Spec {
  readonly id: string;
  readonly form: Form;
  readonly sites: number;
  /** Land, 亩, exact in the plane. */
  readonly mu: number;
  /** Floor area over land; undefined: no building is recorded. */
  readonly far?: number;
  readonly where: 'zone' | 'urban' | 'county' | 'west' | 'east';
  /** Township it must stand in. */
  readonly town?: string;
  readonly landClass: string;
  readonly park: Partial<Park>;
  readonly parcel: Partial<Parcel>;
  /** Height of the ground floor of the halls, m. */
  readonly groundM?: number;
}

type Row = Partial<Omit<Spec, 'id'>> & { readonly mu: number };

const idle: Partial<Parcel> = {
  status: 'idle',
  agreedStart: '2022-03-01',
  startedOn: '2022-02-15',
  stoppedOn: '2023-06-30',
  developedShare: 0.22,
  investedShare: 0.18,
};
const low: Partial<Parcel> = { status: 'low-efficiency', taxPerMuWan: 1.8, outputPerMuWan: 42, investmentPerMuWan: 95 };
const service: Partial<Park> = { parkType: 'service' };

/** Every outcome of the rules of size, plot ratio and sites, and the cases exactly on a threshold. */
const CASES: readonly Row[] = [
  {
    mu: 207.8,
    far: 1.63,
    where: 'urban',
    town: '柳溪镇',
    form: 'sites',
    sites: 3,
    park: { dispersalReason: '周边均为已建成宗地，无法取得相邻用地' },
  },
  { mu: 100, far: 1.5, where: 'zone' },
  { mu: 100, far: 1.62, where: 'zone', parcel: { statedAreaM2: 66666.67 } },
  { mu: 99.99, far: 1.49, where: 'county' },
  { mu: 82, far: 1.9, where: 'zone' },
  { mu: 80, far: 1.25, where: 'zone' },
  { mu: 72, far: 0.8, where: 'urban', parcel: idle },
  { mu: 64, far: 1.3, where: 'urban', parcel: low },
  { mu: 88, far: 1.32, where: 'county', park: { origin: 'renovated', investmentWan: 820, registeredOn: '2024-05-20' } },
  { mu: 61, far: 1.4, where: 'county', park: { origin: 'nested' } },
  { mu: 90, far: 1.2, where: 'zone', park: { origin: 'extended' } },
  { mu: 76, where: 'county' },
  { mu: 118, where: 'zone', park: { stage: 'planned' } },
  { mu: 134, far: 1.46, where: 'zone' },
  { mu: 126, far: 1.18, where: 'zone', park: { farLimitReason: '危险化学品储存间距要求，安全评价限定建筑高度' } },
  { mu: 112, far: 1.35, where: 'county', groundM: 8.1 },
  { mu: 112, far: 1.35, where: 'county', groundM: 8 },
  { mu: 146, far: 1.7, where: 'zone', form: 'pair', sites: 2 },
  { mu: 158, far: 1.55, where: 'zone', form: 'road', sites: 2 },
  { mu: 121, far: 1.6, where: 'zone', form: 'road', sites: 2, park: { dispersalReason: '规划城市支路穿越地块' } },
  { mu: 137, far: 1.52, where: 'county', form: 'corner', sites: 2 },
  { mu: 163, far: 1.58, where: 'zone', form: 'sites', sites: 2 },
  { mu: 176, far: 1.66, where: 'urban', form: 'sites', sites: 4, park: { dispersalReason: '老工业区更新，宗地零散' } },
  { mu: 154, far: 1.51, where: 'urban', form: 'towns', sites: 2 },
  { mu: 131, far: 1.57, where: 'zone', form: 'towns', sites: 2, park: { dispersalReason: '受河道与高压走廊限制' } },
  { mu: 100.0012, far: 1.48, where: 'west' },
  { mu: 100.0003, far: 1.46, where: 'east' },
  { mu: 50, far: 1.8, where: 'urban', park: service, landClass: '0802' },
  { mu: 38, far: 2.05, where: 'urban', park: service, landClass: '0902' },
  { mu: 36, far: 1.3, where: 'zone', park: service, landClass: '0802' },
  { mu: 31, far: 1.1, where: 'urban', park: service, landClass: '0802', parcel: low },
  { mu: 44, where: 'urban', park: service, landClass: '0902' },
  { mu: 57, far: 1.6, where: 'zone', park: service, landClass: '100101' },
  { mu: 140, far: 1.6, where: 'county', form: 'sites', sites: 2, parcel: { townshipCode: undefined } },
  { mu: 92, far: 1.3, where: 'county', park: { origin: undefined } },
  { mu: 96, far: 1.4, where: 'zone', park: { parkType: undefined } },
  { mu: 0, form: 'none', where: 'county', park: { stage: 'idea' } },
  { mu: 0, form: 'none', where: 'urban', park: { ...service, stage: 'idea' } },
];

const ordinary = (rnd: Random): Row => {
  const isService = rnd.chance(0.28);
  const mu = isService ? rnd.between(50, 92) : rnd.between(100, 196);
  return {
    mu: Math.round(mu * 100) / 100,
    // As parks of the last years are: 2.1 with the low ones.
    far: Math.round(rnd.between(2.05, 2.7) * 100) / 100,
    where: rnd.weighted<Spec['where']>([
      ['zone', 5],
      ['urban', 2],
      ['county', 4],
    ]),
    ...(isService ? { park: service, landClass: '0802' } : {}),
    ...(!isService && rnd.chance(0.2) ? { form: 'pair' as const, sites: 2 } : {}),
  };
};

/** An ordinary park: nothing hangs on what it measures. */
export const isOrdinary = ({ id }: Spec): boolean => Number(id.slice(-2)) > CASES.length;

/** The sixty parks of a city. */
export const specsOf = (prefix: string): Spec[] => {
  const rnd = random(`${prefix}/parks`);
  const rows = [...CASES, ...Array.from({ length: 60 - CASES.length }, () => ordinary(rnd))];
  return rows.map((row, i): Spec => ({
    id: `${prefix}P${String(i + 1).padStart(2, '0')}`,
    form: 'one',
    sites: 1,
    landClass: '100101',
    where: 'zone',
    ...row,
    park: { parkType: 'manufacturing', origin: 'new', ...row.park },
    parcel: row.parcel ?? {},
  }));
};
