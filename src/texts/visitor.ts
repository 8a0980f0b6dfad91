import type { Language } from './language.ts';

/*
 * What the page of a visitor of the published map says: plain words, and nothing of the office's tables, which would be ten
 * times what the page may weigh.
 */

type Type = 'manufacturing' | 'service';
type Stage = 'planned' | 'approved' | 'building' | 'operating';
/** 用地分类 as the map colours them. */
type LandKey = 'ind' | 'sto' | 'com' | 'biz' | 'res' | 'adm' | 'rnd' | 'utl' | 'grn' | 'gpr';
type IdleKind = 'idle' | 'low-efficiency' | 'approved-not-supplied';

/** East of north by eighths, clockwise. */
type Eighths = readonly [string, string, string, string, string, string, string, string];

export interface VisitorTexts {
  readonly skip: string;
  readonly sample: string;
  readonly language: string;
  readonly theme: { readonly dark: string; readonly light: string };
  readonly intro: (parks: number) => string;
  readonly nav: Readonly<Record<'label' | 'list' | 'table' | 'compare' | 'idle' | 'supply' | 'data' | 'close', string>>;
  readonly near: {
    readonly title: string;
    readonly ask: string;
    readonly locate: string;
    readonly locating: string;
    readonly private: string;
    readonly township: string;
    readonly choose: string;
    readonly nearest: (count: number) => string;
    readonly from: (place: string) => string;
    readonly here: string;
    readonly others: (count: number) => string;
    readonly clear: string;
    readonly refused: string;
    readonly unknown: string;
    readonly none: string;
    readonly far: (distance: string) => string;
  };
  readonly search: Readonly<Record<'label' | 'placeholder' | 'clear' | 'places', string>>;
  readonly filters: {
    readonly label: string;
    readonly open: string;
    readonly opened: (count: number) => string;
    readonly clear: string;
    readonly all: string;
    readonly done: (count: number) => string;
    readonly facet: Readonly<Record<'type' | 'stage' | 'free' | 'outcome' | 'stars' | 'industry', string>>;
    readonly free: string;
    readonly allIndustries: (count: number) => string;
  };
  readonly type: Readonly<Record<Type, string>>;
  readonly stage: Readonly<Record<Stage, string>>;
  readonly stars: (stars: number) => string;
  readonly list: {
    readonly title: string;
    readonly count: (count: number) => string;
    readonly more: (count: number) => string;
    readonly empty: string;
    readonly emptyWay: string;
    readonly free: (area: string) => string;
    readonly land: string;
  };
  readonly sentence: (park: {
    readonly township: string;
    readonly type: Type | null;
    readonly stage: Stage | null;
    readonly industries: readonly string[];
    readonly sites: number;
  }) => string;
  /** Between two of several, between two sentences' parts, around what stands beside. */
  readonly marks: Readonly<Record<'and' | 'stop' | 'open' | 'close', string>>;
  readonly units: Readonly<Record<'mu' | 'm2' | 'tenThousandM2' | 'metres' | 'kilometres', string>>;
  readonly eighths: Eighths;
  readonly card: {
    readonly back: string;
    readonly loading: string;
    readonly where: string;
    readonly noAddress: string;
    readonly site: (number: number) => string;
    readonly otherSites: (count: number) => string;
    readonly route: string;
    readonly routeNote: string;
    readonly openMap: string;
    readonly amap: string;
    readonly copyPlace: string;
    readonly copied: string;
    readonly fromHere: (distance: string) => string;
    readonly offer: string;
    readonly free: string;
    readonly rent: string;
    readonly rentUnit: string;
    readonly noOffer: string;
    readonly industries: string;
    readonly contact: string;
    readonly operator: string;
    readonly phone: string;
    readonly website: string;
    readonly figures: string;
    readonly law: string;
    readonly lawFor: (policy: string, status: string, day: string) => string;
    readonly unreported: string;
    readonly unreportedNote: string;
    readonly page: string;
    readonly newTab: string;
  };
  readonly actions: Readonly<
    Record<
      | 'label' | 'share' | 'shared' | 'copyFailed' | 'print' | 'read' | 'stop' | 'compare' | 'compared' | 'full' | 'feedback' | 'code',
      string
    >
  >; // prettier-ignore
  readonly map: Readonly<
    Record<
      'label' | 'waiting' | 'show' | 'saving' | 'failed' | 'in' | 'out' | 'legend' | 'hide' | 'chosen' | 'other',
      string
    >
  > & {
    readonly land: Readonly<Record<LandKey, string>>;
    readonly state: Readonly<Record<IdleKind, string>>;
  };
  readonly walk: {
    readonly label: string;
    readonly help: string;
    readonly none: string;
    readonly end: string;
    readonly to: (distance: string, direction: string) => string;
  };
  readonly sheet: Readonly<Record<'up' | 'down', string>>;
  readonly foot: {
    readonly label: string;
    readonly approval: string;
    readonly noApproval: string;
    readonly sources: string;
    readonly policy: string;
    readonly data: string;
    readonly feedback: string;
    readonly licences: string;
  };
  /** Said above the page: newer data are there, there is no network, no room for what is kept. */
  readonly newer: {
    readonly said: (day: string) => string;
    readonly reload: string;
    readonly lost: (day: string, days: number) => string;
    readonly full: string;
    readonly close: string;
  };
  readonly unread: Readonly<Record<'unreachable' | 'gone' | 'unreadable', string>> & { readonly again: string };
  readonly embedded: string;
}

const zh: VisitorTexts = {
  skip: '跳到园区列表',
  sample: '示例数据',
  language: 'English',
  theme: { dark: '深色', light: '浅色' },
  intro: (parks) =>
    `小微企业园供小企业租用或购买厂房和办公用房。本市公布的 ${parks} 个在哪里、有没有空房、合不合政策，都在这里。`,
  nav: {
    label: '看什么',
    list: '园区',
    table: '表格',
    compare: '比较',
    idle: '土地',
    supply: '目标',
    data: '下载',
    close: '关闭',
  },
  near: {
    title: '附近的园区',
    ask: '您在哪里？',
    locate: '用我的位置',
    locating: '正在定位…',
    private: '位置只在这台设备上用来算距离，不会发出去。',
    township: '选乡镇、街道',
    choose: '选乡镇、街道…',
    nearest: (count) => `附近 ${count} 个园区`,
    from: (place) => `从${place}算起，直线距离`,
    here: '您的位置',
    others: (count) => `其余 ${count} 个园区，由近到远`,
    clear: '不按远近排',
    refused: '没有得到位置（未允许定位）。请改选乡镇、街道。',
    unknown: '这台设备现在定不了位。请改选乡镇、街道。',
    none: '附近没有符合条件的园区。',
    far: (distance) => `您离最近的园区有 ${distance}。`,
  },
  search: { label: '搜索园区', placeholder: '搜园区、乡镇、产业或地址', clear: '清空', places: '乡镇、街道' },
  filters: {
    label: '筛选',
    open: '筛选',
    opened: (count) => `筛选，已选 ${count} 项`,
    clear: '清除筛选',
    all: '全部',
    done: (count) => `看这 ${count} 个园区`,
    facet: { type: '类型', stage: '阶段', free: '空房', outcome: '对照政策', stars: '星级', industry: '产业' },
    free: '有空房',
    allIndustries: (count) => `全部 ${count} 种产业`,
  },
  type: { manufacturing: '生产制造类', service: '生产性服务类' },
  stage: { planned: '规划', approved: '已批准', building: '在建', operating: '已建成' },
  stars: (stars) => (stars === 0 ? '无星级' : `${stars} 星`),
  list: {
    title: '园区',
    count: (count) => `${count} 个园区`,
    more: (count) => `再看 ${count} 个`,
    empty: '没有这样的园区',
    emptyWay: '换一个说法，或清除筛选和搜索。',
    free: (area) => `可租售 ${area}`,
    land: '占地',
  },
  sentence: ({ township, type, stage, industries, sites }) =>
    [
      [township, stage && zh.stage[stage], type && zh.type[type], sites > 1 && `一园${'〇一两三四五六七八九'[sites] ?? sites}址`]
        .filter(Boolean)
        .join('，'),
      industries.length > 0 && `主导产业：${industries.slice(0, 2).join('、')}${industries.length > 2 ? '等' : ''}`,
    ]
      .filter(Boolean)
      .join('。') + '。', // prettier-ignore
  marks: { and: '、', stop: '；', open: '（', close: '）' },
  units: { mu: '亩', m2: 'm²', tenThousandM2: '万 m²', metres: '米', kilometres: '公里' },
  eighths: ['北', '东北', '东', '东南', '南', '西南', '西', '西北'],
  card: {
    back: '返回列表',
    loading: '正在取园区资料…',
    where: '在哪里、怎么去',
    noAddress: '地址未填报，位置见地图。',
    site: (number) => `分园 ${number}`,
    otherSites: (count) => `另外 ${count} 处分园`,
    route: '到这里去',
    routeNote: '坐标为 WGS 84（与 CGCS2000 相差不到 1 米）；在地图软件中由软件自己换算。',
    openMap: '手机地图',
    amap: '高德地图',
    copyPlace: '复制坐标',
    copied: '已复制',
    fromHere: (distance) => `直线距离 ${distance}`,
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
    lawFor: (policy, status, day) => `${policy}（${status}），按 ${day} 判断`,
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
  map: {
    label: '园区地图',
    waiting: '正在打开地图…',
    show: '打开地图',
    saving: '您开了省流量，地图点了再下载。',
    failed: '这台设备画不出地图，列表、卡片和表格照常可用。',
    in: '放大',
    out: '缩小',
    legend: '图例',
    hide: '收起图例',
    chosen: '所选园区',
    other: '其他园区',
    land: {
      ind: '工业',
      sto: '物流仓储',
      com: '商业',
      biz: '商务金融',
      res: '居住',
      adm: '机关团体',
      rnd: '科研',
      utl: '公用设施',
      grn: '公园绿地',
      gpr: '防护绿地',
    },
    state: { idle: '疑似闲置', 'low-efficiency': '疑似低效', 'approved-not-supplied': '疑似批而未供' },
  },
  walk: {
    label: '用方向键在地图上逐个看园区',
    help: '方向键到那个方向最近的园区，回车打开，Esc 离开。',
    none: '没有画在地图上的园区。',
    end: '那个方向没有园区了。',
    to: (distance, direction) => `在上一个园区${direction}边 ${distance}。`,
  },
  sheet: { up: '展开列表', down: '收起列表' },
  foot: {
    label: '图的出处',
    approval: '审图号',
    noApproval: '审图号未填',
    sources: '来源',
    policy: '判断依据',
    data: '数据',
    feedback: '反映问题',
    licences: '所用软件的许可',
  },
  newer: {
    said: (day) => `有更新的数据（${day}）。`,
    reload: '换成新的',
    lost: (day, days) => `没有网络，看到的是 ${day} 的数据（${days <= 0 ? '今天' : `${days} 天前`}）。`,
    full: '设备空间不够，离线文件没有存全。',
    close: '关闭提示',
  },
  unread: {
    unreachable: '没有取到资料，可能是没有网络。',
    gone: '这份数据已被更新的取代，请重新打开本页。',
    unreadable: '取到的资料读不懂，请稍后再试。',
    again: '再试一次',
  },
  embedded: '打开完整地图',
};

const en: VisitorTexts = {
  skip: 'Skip to the list of parks',
  sample: 'Sample data',
  language: '中文',
  theme: { dark: 'Dark', light: 'Light' },
  intro: (parks) =>
    `Small-enterprise parks let or sell workshops and offices to small firms. Of the ${parks} published here: where they are, whether there is room, whether they meet the policy.`,
  nav: {
    label: 'What to see',
    list: 'Parks',
    table: 'Table',
    compare: 'Compare',
    idle: 'Land',
    supply: 'Targets',
    data: 'Data',
    close: 'Close',
  },
  near: {
    title: 'Parks near you',
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
    none: 'No such park nearby.',
    far: (distance) => `The nearest park is ${distance} from you.`,
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
  type: { manufacturing: 'Manufacturing', service: 'Producer services' },
  stage: { planned: 'Planned', approved: 'Approved', building: 'Being built', operating: 'In operation' },
  stars: (stars) => (stars === 0 ? 'No star' : stars === 1 ? '1 star' : `${stars} stars`),
  list: {
    title: 'Parks',
    count: (count) => (count === 1 ? '1 park' : `${count} parks`),
    more: (count) => `Show ${count} more`,
    empty: 'No such park',
    emptyWay: 'Try other words, or clear filters and search.',
    free: (area) => `${area} free`,
    land: 'land',
  },
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
  eighths: ['north', 'north-east', 'east', 'south-east', 'south', 'south-west', 'west', 'north-west'],
  card: {
    back: 'Back to the list',
    loading: 'Fetching this park…',
    where: 'Where it is, how to get there',
    noAddress: 'No address was reported; see the map.',
    site: (number) => `Site ${number}`,
    otherSites: (count) => (count === 1 ? 'One more site' : `${count} more sites`),
    route: 'Get there',
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
  map: {
    label: 'Map of parks',
    waiting: 'Opening the map…',
    show: 'Open the map',
    saving: 'You are saving data: the map is fetched when you ask for it.',
    failed: 'This device cannot draw the map. List, cards and table work as usual.',
    in: 'Zoom in',
    out: 'Zoom out',
    legend: 'Legend',
    hide: 'Hide the legend',
    chosen: 'Chosen park',
    other: 'Other parks',
    land: {
      ind: 'Industry',
      sto: 'Storage',
      com: 'Commerce',
      biz: 'Business',
      res: 'Homes',
      adm: 'Offices of state',
      rnd: 'Research',
      utl: 'Utilities',
      grn: 'Parks and greens',
      gpr: 'Protective green',
    },
    state: {
      idle: 'Suspected idle',
      'low-efficiency': 'Suspected low-efficiency',
      'approved-not-supplied': 'Suspected unsupplied',
    },
  },
  walk: {
    label: 'Walk from park to park on the map with the arrow keys',
    help: 'Arrow keys go to the nearest park that way, Enter opens it, Esc leaves.',
    none: 'No park is drawn on the map.',
    end: 'No park further that way.',
    to: (distance, direction) => `${distance} ${direction} of the last one.`,
  },
  sheet: { up: 'Raise the list', down: 'Lower the list' },
  foot: {
    label: 'About this map',
    approval: 'Map approval',
    noApproval: 'No map approval number set',
    sources: 'Sources',
    policy: 'Judged by',
    data: 'Data of',
    feedback: 'Report a problem',
    licences: 'Licences of the software',
  },
  newer: {
    said: (day) => `There are newer data (${day}).`,
    reload: 'Show them',
    lost: (day, days) =>
      `No network: these are the data of ${day} (${days <= 0 ? 'today' : days === 1 ? '1 day ago' : `${days} days ago`}).`,
    full: 'The device has no room left: not all was kept for use offline.',
    close: 'Close this note',
  },
  unread: {
    unreachable: 'It could not be fetched; there may be no network.',
    gone: 'These data have been replaced by newer ones. Open this page again.',
    unreadable: 'What was fetched cannot be read. Try again later.',
    again: 'Try again',
  },
  embedded: 'Open the whole map',
};

export const visitorTexts: Readonly<Record<Language, VisitorTexts>> = { zh, en };
