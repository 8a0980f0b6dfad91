import type { Language } from '../language.ts';

/* A park in a row and on its card. */

type Type = 'manufacturing' | 'service';
type Stage = 'planned' | 'approved' | 'building' | 'operating';

interface ParkInShort {
  readonly township: string;
  readonly type: Type | null;
  readonly stage: Stage | null;
  readonly industries: readonly string[];
  readonly sites: number;
}

const zh = {
  type: { manufacturing: '生产制造类', service: '生产性服务类' },
  stage: { planned: '规划', approved: '已批准', building: '在建', operating: '已建成' },
  stars: (stars: number) => (stars === 0 ? '无星级' : `${stars} 星`),
  sentence: ({ township, type, stage, industries, sites }: ParkInShort) =>
    [
      [township, stage && zh.stage[stage], type && zh.type[type], sites > 1 && `一园${'〇一两三四五六七八九'[sites] ?? sites}址`]
        .filter(Boolean)
        .join('，'),
      industries.length > 0 && `主导产业：${industries.slice(0, 2).join('、')}${industries.length > 2 ? '等' : ''}`,
    ]
      .filter(Boolean)
      .join('。') + '。', // prettier-ignore
  /** Between two of several, between two sentences' parts, around what stands beside. */
  marks: { and: '、', stop: '；', open: '（', close: '）' },
  units: { mu: '亩', m2: 'm²', tenThousandM2: '万 m²', metres: '米', kilometres: '公里' },
  card: {
    back: '返回列表',
    loading: '正在取园区资料…',
    where: '在哪里、怎么去',
    noAddress: '地址未填报，位置见地图。',
    site: (number: number) => `分园 ${number}`,
    otherSites: (count: number) => `另外 ${count} 处分园`,
    routeNote: '坐标为 WGS 84（与 CGCS2000 相差不到 1 米）；在地图软件中由软件自己换算。',
    openMap: '手机地图',
    amap: '高德地图',
    copyPlace: '复制坐标',
    copied: '已复制',
    fromHere: (distance: string) => `直线距离 ${distance}`,
    offer: '空房与租金',
    free: '可租售面积',
    rent: '租金',
    rentUnit: '元/m²·月',
    noOffer: '空房和租金未填报，请问运营单位。',
    industries: '产业',
    contact: '联系运营单位',
    operator: '运营单位',
    phone: '招商电话',
    website: '网站',
    figures: '数据',
    law: '对照政策',
    lawFor: (policy: string, status: string, day: string) => `${policy}（${status}），按 ${day} 判断`,
    unreported: '园区未填报',
    unreportedNote: '没有填报的，不作判断。',
    page: '这个园区的文字页',
    newTab: '在新窗口打开',
  },
  actions: {
    label: '对这一页',
    share: '分享',
    shared: '已复制链接',
    copyFailed: '没能复制，请复制地址栏中的链接。',
    print: '打印',
    read: '朗读',
    stop: '停止朗读',
    compare: '加入比较',
    compared: '移出比较',
    full: '最多比较 4 个园区',
    feedback: '反映问题',
    code: '公告栏二维码',
  },
};

const en: typeof zh = {
  type: { manufacturing: 'Manufacturing', service: 'Producer services' },
  stage: { planned: 'Planned', approved: 'Approved', building: 'Being built', operating: 'In operation' },
  stars: (stars) => (stars === 0 ? 'No star' : stars === 1 ? '1 star' : `${stars} stars`),
  sentence: ({ township, type, stage, industries, sites }) =>
    [
      [
        [type ? en.type[type] : 'Park', township].filter(Boolean).join(', '),
        stage && en.stage[stage].toLowerCase(),
        sites > 1 && `${sites} sites`,
      ]
        .filter(Boolean)
        .join(', '),
      industries.length > 0 && `For ${industries.slice(0, 2).join(', ')}${industries.length > 2 ? ' and others' : ''}`,
    ]
      .filter(Boolean)
      .join('. ') + '.',
  marks: { and: ', ', stop: '; ', open: ' (', close: ')' },
  units: { mu: 'mu', m2: 'm²', tenThousandM2: '×10⁴ m²', metres: 'm', kilometres: 'km' },
  card: {
    back: 'Back to the list',
    loading: 'Fetching this park…',
    where: 'Where it is, how to get there',
    noAddress: 'No address was reported; see the map.',
    site: (number) => `Site ${number}`,
    otherSites: (count) => (count === 1 ? 'One more site' : `${count} more sites`),
    routeNote: 'Coordinates are WGS 84 (within 1 m of CGCS2000); map software converts them itself.',
    openMap: 'Phone map',
    amap: 'Amap 高德',
    copyPlace: 'Copy coordinates',
    copied: 'Copied',
    fromHere: (distance) => `${distance} in a straight line`,
    offer: 'Free space and rent',
    free: 'Free space',
    rent: 'Rent',
    rentUnit: 'yuan/m²·month',
    noOffer: 'Free space and rent were not reported: ask the operator.',
    industries: 'Industries',
    contact: 'Contact the operator',
    operator: 'Operator',
    phone: 'Phone',
    website: 'Website',
    figures: 'Figures',
    law: 'Against the policy',
    lawFor: (policy, status, day) => `${policy} (${status}), judged as of ${day}`,
    unreported: 'Not reported by the park',
    unreportedNote: 'What was not reported is not judged.',
    page: 'This park as a page of text',
    newTab: 'opens in a new window',
  },
  actions: {
    label: 'This page',
    share: 'Share',
    shared: 'Link copied',
    copyFailed: 'Could not copy; copy the link from the address bar.',
    print: 'Print',
    read: 'Read aloud',
    stop: 'Stop reading',
    compare: 'Compare',
    compared: 'Compared',
    full: 'At most 4 parks can be compared',
    feedback: 'Report a problem',
    code: 'Code for a notice board',
  },
};

export const parkTexts: Readonly<Record<Language, typeof zh>> = { zh, en };
