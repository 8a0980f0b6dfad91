import type { Language } from '../language.ts';

/* How a park is found: near a place, by words, by what it is. */

const zh = {
  near: {
    ask: '您在哪里？',
    locate: '用我的位置',
    locating: '正在定位…',
    private: '位置只在这台设备上用来算距离，不会发出去。',
    township: '选乡镇、街道',
    choose: '选乡镇、街道…',
    nearest: (count: number) => `附近 ${count} 个园区`,
    from: (place: string) => `从${place}算起，直线距离`,
    here: '您的位置',
    others: (count: number) => `其余 ${count} 个园区，由近到远`,
    clear: '不按远近排',
    refused: '没有得到位置（未允许定位）。请改选乡镇、街道。',
    unknown: '这台设备现在定不了位。请改选乡镇、街道。',
  },
  search: { label: '搜索园区', placeholder: '搜园区、乡镇、产业或地址', clear: '清空', places: '乡镇、街道' },
  filters: {
    label: '筛选',
    open: '筛选',
    opened: (count: number) => `筛选，已选 ${count} 项`,
    clear: '清除筛选',
    all: '全部',
    done: (count: number) => `看这 ${count} 个园区`,
    facet: { type: '类型', stage: '阶段', free: '空房', outcome: '对照政策', stars: '星级', industry: '产业' },
    free: '有空房',
    allIndustries: (count: number) => `全部 ${count} 种产业`,
  },
  list: {
    count: (count: number) => `${count} 个园区`,
    more: (count: number) => `再看 ${count} 个`,
    empty: '没有这样的园区',
    emptyWay: '换一个说法，或清除筛选和搜索。',
    free: (area: string) => `可租售 ${area}`,
    land: '占地',
  },
};

const en: typeof zh = {
  near: {
    ask: 'Where are you?',
    locate: 'Use my location',
    locating: 'Locating…',
    private: 'Your location only serves to work out distances on this device. It is sent nowhere.',
    township: 'Choose a township',
    choose: 'Choose a township…',
    nearest: (count) => (count === 1 ? 'The nearest park' : `The ${count} nearest parks`),
    from: (place) => `from ${place}, in a straight line`,
    here: 'your location',
    others: (count) => `${count} more, nearest first`,
    clear: 'Do not sort by distance',
    refused: 'No location (it was not allowed). Choose a township instead.',
    unknown: 'This device cannot find its location now. Choose a township instead.',
  },
  search: {
    label: 'Search parks',
    placeholder: 'Park, township, industry or address',
    clear: 'Clear',
    places: 'Townships',
  },
  filters: {
    label: 'Filters',
    open: 'Filters',
    opened: (count) => `Filters, ${count} chosen`,
    clear: 'Clear filters',
    all: 'All',
    done: (count) => (count === 1 ? 'See this park' : `See these ${count} parks`),
    facet: {
      type: 'Type',
      stage: 'Stage',
      free: 'Free space',
      outcome: 'Against the policy',
      stars: 'Stars',
      industry: 'Industry',
    },
    free: 'Has free space',
    allIndustries: (count) => `All ${count} industries`,
  },
  list: {
    count: (count) => (count === 1 ? '1 park' : `${count} parks`),
    more: (count) => `Show ${count} more`,
    empty: 'No such park',
    emptyWay: 'Try other words, or clear filters and search.',
    free: (area) => `${area} free`,
    land: 'land',
  },
};

export const findingTexts: Readonly<Record<Language, typeof zh>> = { zh, en };
