import type { Language } from '../language.ts';

/** Words of the panel of filters 筛选 that are not on the page before. */
const zh = {
  done: (count: number) => `看这 ${count} 个园区`,
  facet: { type: '类型', stage: '阶段', free: '空房', outcome: '对照政策', stars: '星级', industry: '产业' },
  allIndustries: (count: number) => `全部 ${count} 种产业`,
  stars: (stars: number) => (stars === 0 ? '无星级' : `${stars} 星`),
  /** What is listed was not found as it was typed. */
  like: (text: string) => `与${text}相近`,
};

const en: typeof zh = {
  done: (count) => (count === 1 ? 'See this park' : `See these ${count} parks`),
  facet: {
    type: 'Type',
    stage: 'Stage',
    free: 'Free space',
    outcome: 'Against the policy',
    stars: 'Stars',
    industry: 'Industry',
  },
  allIndustries: (count) => `All ${count} industries`,
  stars: (stars) => (stars === 0 ? 'No star' : stars === 1 ? '1 star' : `${stars} stars`),
  like: (text) => `like ${text}`,
};

export const filterTexts: Readonly<Record<Language, typeof zh>> = { zh, en };
