import type { LedgerTableId } from '../../supply/ledger/shape.ts';
import type { Language, Words } from '../language.ts';

/** Words of the ledger's forms that stand in no table of it. */
const zh = {
  most: '上限（以内）',
  conditions: '规划条件',
  ofWhich: (use: string) => `其中：${use}`,
  ancillary: '行政办公及生活服务设施',
  noUse: '用途未定',
  none: '（无）',
  oursMark: '（自拟表式）',
  continued: '（续）',
  plan: (name: string, version: number) => (version > 1 ? `${name}（第${version}版）` : name),
  day: (day: string) => `截至 ${day}`,
  sample: '示例数据',
  units: (units: readonly string[]) => `单位：${units.join('、')}`,
  inUnit: (unit: string) => `（${unit}）`,
  withUnit: (name: string, unit: string) => `${name}\n（${unit}）`,
};

const en: typeof zh = {
  most: 'no more than',
  conditions: 'Planning conditions',
  ofWhich: (use) => `of which ${use}`,
  ancillary: 'Offices and services',
  noUse: 'use not decided',
  none: '(none)',
  oursMark: ' (a form of ours)',
  continued: ' (continued)',
  plan: (name, version) => (version > 1 ? `${name} (version ${version})` : name),
  day: (day) => `as of ${day}`,
  sample: 'sample data',
  units: (units) => `in ${units.join(' and ')}`,
  inUnit: (unit) => ` (${unit})`,
  withUnit: (name, unit) => `${name}\n(${unit})`,
};

export const fileWords: Readonly<Record<Language, typeof zh>> = { zh, en };

/** Names of the sheets of a workbook, which are no titles: they are short. */
export const sheetNames: Words<LedgerTableId> = {
  execution: { zh: '上年执行情况', en: 'Last year' },
  'execution-units': { zh: '上年执行（单位）', en: 'Last year by unit' },
  progress: { zh: '本年执行进度', en: 'Progress' },
  summary: { zh: '汇总表', en: 'Summary' },
  business: { zh: '经营性用地', en: 'Business land' },
  parcels: { zh: '宗地表', en: 'Parcels' },
  housing: { zh: '住宅宗地表', en: 'Housing parcels' },
  reserve: { zh: '储备', en: 'Reserve' },
  'pre-applications': { zh: '用地预申请', en: 'Pre-applications' },
  rolling: { zh: '拟供清单', en: 'To be announced' },
  'small-parks': { zh: '小微企业园小计', en: 'Small parks' },
  'carry-over': { zh: '结转', en: 'Carried over' },
  absent: { zh: '未纳入计划', en: 'Not in the plan' },
  calendar: { zh: '考核日程', en: 'Assessment' },
  'monthly-reports': { zh: '月报', en: 'Monthly reports' },
  comparison: { zh: '对比', en: 'Comparison' },
};

type FieldName = 'parcel' | 'use' | 'unit' | 'quarter' | 'mode' | 'isNew' | 'state' | 'park';

/** Under which names a file of land says what a row is. */
export const fieldNames: Readonly<Record<Language, Readonly<Record<FieldName, string>>>> = {
  zh: {
    parcel: '宗地',
    use: '用途',
    unit: '单位',
    quarter: '季度',
    mode: '方式',
    isNew: '增存',
    state: '进展',
    park: '园区',
  },
  en: {
    parcel: 'parcel',
    use: 'use',
    unit: 'unit',
    quarter: 'quarter',
    mode: 'mode',
    isNew: 'new_stock',
    state: 'state',
    park: 'park',
  },
};
