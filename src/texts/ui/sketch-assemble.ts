import type { Parcel } from '../../domain/land/model.ts';
import type { Answer, Constraint } from '../../supply/assemble/ladder.ts';
import type { Why } from '../../supply/assemble/reasons.ts';
import type { Language } from '../language.ts';

type Status = NonNullable<Parcel['status']>;

/** 推荐: which land a park might take in, why, and what comes of it; what stands in the way where none does. */
const zh = {
  title: '推荐',
  lead: '从本镇（街道）的空闲、低效等地块里，找出能并入的地块和能成园的组合。',
  township: '在哪个镇（街道）选地',
  choose: '请选择',
  find: '查找',
  again: '重新查找',
  more: '再多几条',
  stop: '停止',
  working: (percent: number) => `正在查找 ${percent}%`,
  stopped: '已停止。',
  failed: '没有查找成，请再试一次。',
  noType: '还不知道是哪一类园区：先填园区类别，才知道要多大。',
  noTownship: '还不知道在哪个镇（街道）：先选一个，或者先选入一宗地块。',
  gone: '锁定的地块已不在了：解除锁定后再查找。',
  looked: (place: string, n: number) => `${place} · 看过 ${n} 宗可选地块`,
  proven: '已证明没有更好的组合。',
  gap: (mu: string) => `没有查完：更好的组合至多再省 ${mu} 亩。`,
  sets: '能成园的组合',
  additions: '可并入的地块',
  enough: '用地规模和分园已达到要求。',
  noAdditions: '没有并入后会更好的地块。',
  row: (ids: string, n: number) => (n > 3 ? `${ids} 等 ${n} 宗` : ids),
  and: '、',
  adds: (mu: string) => `加 ${mu} 亩`,
  byLand: '用地够规模',
  byFloor: (floor: string, ratio: string) => `按容积率 ${ratio} 建成后建筑面积 ${floor}，够规模`,
  assumed: '（没有规划条件的按最低容积率算）',
  figures: { land: '用地', plotRatio: '容积率', sites: '分园' },
  sites: (n: number) => `${n} 处`,
  mayBe: (ratio: string) => `可达 ${ratio}`,
  flips: '结论变化',
  same: '各条结论不变',
  flip: (rule: string, from: string, to: string) => `${rule}：由${from}变为${to}`,
  then: (rule: string, to: string) => `${rule}：${to}`,
  moreFlips: (n: number) => `另有 ${n} 条`,
  fewer: '收起',
  apply: '采用',
  applying: (what: string) => `采用：并入 ${what}`,
  onMap: '在图上看',
  parcels: (n: number) => `地块 ${n} 宗`,
  lock: '锁定',
  locking: (id: string) => `锁定 ${id}：每个组合都要有它`,
  ban: '不用',
  banning: (id: string) => `不用 ${id}：组合里都不要它`,
  held: '已锁定和不用的地块',
  fixed: '锁定',
  banned: '不用',
  release: (id: string) => `解除 ${id}`,
  none: '没有能成园的组合',
  noneProven: '已证明：照现行条文，本镇（街道）的可选地块怎么组合都不够。',
  noneOpen: '没有找到，但没有全部查完。',
  core: (words: string) => `相互冲突的是：规模与${words}。`,
  tooLittle: '可选地块本身太少：下列各条都放开也不够规模。',
  constraint: {
    banned: '不用的地块',
    'land-class': '用地性质',
    'plot-ratio': '容积率',
    sites: '分园数量',
    township: '同一镇（街道）',
  } satisfies Readonly<Record<Constraint, string>>,
  clause: (clause: string) => (/^\d/.test(clause) ? `第 ${clause} 条` : `“${clause}”`),
  rungs: '只放开一条',
  answer: {
    yes: '就能成园',
    no: '仍然不够',
    unknown: '没有查完',
  } satisfies Readonly<Record<Answer, string>>,
  with: (mu: string, ids: string) => `${ids}，共 ${mu} 亩`,
  nearest: '差距最小的组合',
  short: (mu: string, floor: string | null) => `还差 ${mu} 亩${floor === null ? '' : `，或建筑面积 ${floor}`}`,
  found: (sets: number, additions: number) => `找到 ${sets} 个组合、${additions} 宗可并入的地块。`,
  foundNone: '没有能成园的组合。',
};

const en: typeof zh = {
  title: 'Suggestions',
  lead: 'Idle, low-efficiency and other free parcels of this township that the park could take in, and sets of them that make a park.',
  township: 'Township to look in',
  choose: 'Choose one',
  find: 'Find',
  again: 'Find again',
  more: 'A few more',
  stop: 'Stop',
  working: (percent) => `Looking, ${percent}%`,
  stopped: 'Stopped.',
  failed: 'That did not work; try again.',
  noType: 'The kind of park is not known: fill it in, for the size that is asked depends on it.',
  noTownship: 'The township is not known: choose one, or take a parcel in first.',
  gone: 'A parcel that is locked is not there any more: release it and find again.',
  looked: (place, n) => `${place} · ${n} free ${n === 1 ? 'parcel' : 'parcels'} looked at`,
  proven: 'It is proven that no set is better.',
  gap: (mu) => `Not all was looked at: a better set could save ${mu} mu at most.`,
  sets: 'Sets that make a park',
  additions: 'Parcels to take in',
  enough: 'Size and sites are as they are asked for.',
  noAdditions: 'There is no parcel that would make it better.',
  row: (ids, n) => (n > 3 ? `${ids} and ${n - 3} more` : ids),
  and: ', ',
  adds: (mu) => `${mu} mu more`,
  byLand: 'enough land',
  byFloor: (floor, ratio) => `enough floor area once ${floor} is built, at a plot ratio of ${ratio}`,
  assumed: ' (the least plot ratio where no planning condition is known)',
  figures: { land: 'Land', plotRatio: 'Plot ratio', sites: 'Sites' },
  sites: (n) => `${n} ${n === 1 ? 'site' : 'sites'}`,
  mayBe: (ratio) => `up to ${ratio}`,
  flips: 'What changes',
  same: 'No verdict changes',
  flip: (rule, from, to) => `${rule}: from ${from} to ${to}`,
  then: (rule, to) => `${rule}: ${to}`,
  moreFlips: (n) => `${n} more`,
  fewer: 'Fewer',
  apply: 'Apply',
  applying: (what) => `Apply: take in ${what}`,
  onMap: 'Show on the map',
  parcels: (n) => `${n} ${n === 1 ? 'parcel' : 'parcels'}`,
  lock: 'Lock',
  locking: (id) => `Lock ${id}: every set is to have it`,
  ban: 'Leave out',
  banning: (id) => `Leave out ${id}: no set is to have it`,
  held: 'Parcels locked and left out',
  fixed: 'Locked',
  banned: 'Left out',
  release: (id) => `Release ${id}`,
  none: 'No set makes a park',
  noneProven: 'It is proven: by the clauses as they stand no set of the free parcels of this township is enough.',
  noneOpen: 'None was found, but not all was looked at.',
  core: (words) => `The size stands against ${words}.`,
  tooLittle: 'There is too little free land: it is not enough whichever of these is waived.',
  constraint: {
    banned: 'parcels left out',
    'land-class': 'the land class',
    'plot-ratio': 'the plot ratio',
    sites: 'the number of sites',
    township: 'one township',
  },
  clause: (clause) => (/^\d/.test(clause) ? `clause ${clause}` : `“${clause}”`),
  rungs: 'With one of them waived',
  answer: { yes: 'a park is possible', no: 'still not enough', unknown: 'not all was looked at' },
  with: (mu, ids) => `${ids}, ${mu} mu in all`,
  nearest: 'The set that comes nearest',
  short: (mu, floor) => `${mu} mu short${floor === null ? '' : `, or ${floor} of floor area`}`,
  found: (sets, additions) =>
    `${sets} ${sets === 1 ? 'set' : 'sets'} and ${additions} ${additions === 1 ? 'parcel' : 'parcels'} to take in.`,
  foundNone: 'No set makes a park.',
};

export const sketchAssemble = { zh, en };

const uses: Readonly<Record<Language, Readonly<Record<Exclude<Status, 'idle'>, string>>>> = {
  zh: {
    'low-efficiency': '低效用地',
    vacant: '空闲地',
    'approved-not-supplied': '批而未供',
    planned: '规划用地',
    'in-use': '在用地',
  },
  en: {
    'low-efficiency': 'low-efficiency land',
    vacant: 'vacant land',
    'approved-not-supplied': 'approved, not supplied',
    planned: 'planned land',
    'in-use': 'in use',
  },
};

/** So many neighbours are named. */
const NAMED = 3;

function sayReason(language: Language, why: Why): string {
  const isZh = language === 'zh';
  switch (why.code) {
    case 'adjacent': {
      const ids = why.to.slice(0, NAMED).join(isZh ? '、' : ', ');
      return isZh ? `与 ${ids} 相邻` : `next to ${ids}`;
    }
    case 'joins':
      return isZh ? `把 ${why.sites} 处连成一片` : `joins ${why.sites} sites`;
    case 'site-of-its-own':
      return isZh ? '自成一处' : 'a site of its own';
    case 'reaches-size':
      return isZh ? '有它才够规模' : 'needed for the size';
    case 'locked':
      return isZh ? '已锁定' : 'locked';
    case 'use':
      if (why.status !== 'idle') return uses[language][why.status];
      if (isZh) return why.isFound ? '认定闲置' : '疑似闲置';
      return why.isFound ? 'found idle' : 'suspected of lying idle';
  }
}

/** Why a parcel is proposed, in one phrase. */
export const sayWhy = (language: Language, why: readonly Why[]): string =>
  why.map((reason) => sayReason(language, reason)).join(language === 'zh' ? '，' : ', ');
