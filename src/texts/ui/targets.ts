import type { TargetStatus } from '../../policy/targets.ts';
import type { Language } from '../language.ts';

const zhStatuses: Readonly<Record<TargetStatus, string>> = {
  met: '已达目标',
  'on-track': '按进度',
  behind: '落后',
  missed: '未达目标',
  unknown: '资料不足',
};

const zh = {
  title: '各开发区、区县（市）进度',
  reading: '目标按每个开发区、区县（市）分别计；年度只数新建，累计另加改造提升；按时间均匀推进衡量快慢。',
  baseYear: '累计起始年份',
  jurisdiction: '开发区、区县（市）',
  zoneOfFile: '（文件中的开发区，政策名单中没有，单独计算）',
  completed: '累计 / 目标',
  progress: '进度',
  status: '状态',
  statuses: zhStatuses,
  newOf: (n: number | string, required: number) => `新建 ${n} 个，要求不少于 ${required} 个`,
  split: (fresh: number | string, renovated: number | string) => `新建 ${fresh} 个，改造提升 ${renovated} 个`,
  bar: (n: number | string, required: number) => `累计 ${n} 个，目标 ${required} 个`,
  legend: '年份下是当年新建数，不足的加粗变色。条形：前段为新建，后段为改造提升，竖线为当前应达到的进度。',
};

const en: typeof zh = {
  title: 'Progress of zones, districts and counties',
  reading:
    'Targets are per zone, district or county; a year counts new parks only, the total adds renovated ones; even progress is the pace.',
  baseYear: 'Counted from',
  jurisdiction: 'Zone, district or county',
  zoneOfFile: ' (a zone of the file that the list of the policy does not name, counted by itself)',
  completed: 'Total / target',
  progress: 'Progress',
  status: 'Status',
  statuses: {
    met: 'reached',
    'on-track': 'on track',
    behind: 'behind',
    missed: 'not reached',
    unknown: 'not enough data',
  },
  newOf: (n, required) => `${n} new, at least ${required} required`,
  split: (fresh, renovated) => `${fresh} new, ${renovated} renovated`,
  bar: (n, required) => `${n} in all, target ${required}`,
  legend:
    'Under each year the parks newly built, bold and coloured where too few. Bar: new first, then renovated; the line is where the pace should be.',
};

export const targets: Readonly<Record<Language, typeof zh>> = { zh, en };
