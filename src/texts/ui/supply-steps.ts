import { fixed } from '../figures.ts';

/** Words of the steps of 供地台. */
const zh = {
  label: '供地步骤',
  names: { import: '导入', screen: '认定', assemble: '组合', plan: '计划', ledger: '台账' },
  titles: { import: '导入资料', screen: '土地认定', assemble: '组合园区', plan: '供地计划', ledger: '供地台账' },
  tables: { import: '资料', screen: '宗地认定', assemble: '候选园区', plan: '计划园区', ledger: '计划宗地' },
  /** What is left to do in it, or was made in it: short, it stands below the name. */
  counts: {
    import: (n: number) => `${fixed(n, 0)} 待对应`,
    screen: (n: number) => `${fixed(n, 0)} 待定`,
    assemble: (n: number) => `${fixed(n, 0)} 锁定`,
    plan: (n: number) => `${fixed(n, 0)} 园区`,
    ledger: (n: number) => `${fixed(n, 0)} 行`,
  },
  /** Where nothing is known or made yet. */
  none: { import: '待选文件', screen: '…', assemble: '…', plan: '未求解', ledger: '未编制' },
  /** What the parcels are that are made out on the map. */
  listed: { import: '资料', screen: '宗地认定', assemble: '候选宗地', plan: '计划宗地', ledger: '计划宗地' },
  /** Signs of parks that are not there yet. */
  signs: {
    chosen: '选中的拟设园区',
    other: '其他拟设园区',
    link: '同一园区的分园',
    locked: '锁定的宗地',
    banned: '不用的宗地',
  },
  noLand: '还没有打开的地块。',
  toTable: '到表格',
};

const en: typeof zh = {
  label: 'Steps of land supply',
  names: { import: 'Import', screen: 'Screen', assemble: 'Assemble', plan: 'Plan', ledger: 'Ledger' },
  titles: {
    import: 'Import',
    screen: 'Land findings',
    assemble: 'Assemble parks',
    plan: 'Supply plan',
    ledger: 'Ledger',
  },
  tables: {
    import: 'Files and rows',
    screen: 'Findings by parcel',
    assemble: 'Candidate parks',
    plan: 'Parks of the plan',
    ledger: 'Rows of the plan',
  },
  counts: {
    import: (n: number) => `${fixed(n, 0)} to match`,
    screen: (n: number) => `${fixed(n, 0)} open`,
    assemble: (n: number) => `${fixed(n, 0)} locked`,
    plan: (n: number) => `${fixed(n, 0)} parks`,
    ledger: (n: number) => `${fixed(n, 0)} rows`,
  },
  none: { import: 'no files', screen: '…', assemble: '…', plan: 'not solved', ledger: 'no plan' },
  listed: {
    import: 'Files',
    screen: 'Findings by parcel',
    assemble: 'Candidate parcels',
    plan: 'Planned parcels',
    ledger: 'Planned parcels',
  },
  signs: {
    chosen: 'Proposed park in hand',
    other: 'Other proposed parks',
    link: 'Sites of one park',
    locked: 'Parcel locked',
    banned: 'Parcel left out',
  },
  noLand: 'No land is open yet.',
  toTable: 'To the table',
};

export const supplySteps = { zh, en };
