type Type = 'manufacturing' | 'service';
type Stage = 'planned' | 'approved' | 'building' | 'operating';

interface ParkInShort {
  readonly township: string;
  readonly type: Type | null;
  readonly stage: Stage | null;
  readonly industries: readonly string[];
  readonly sites: number;
}

/** What the page of a visitor says from the first, in Chinese. */
export const zh = {
  /* Head and foot, what can be seen, what came or did not come. */
  skip: '跳到园区列表',
  sample: '示例数据',
  language: 'English',
  theme: { dark: '深色', light: '浅色' },
  intro: (parks: number) =>
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
  sheet: { up: '展开列表', down: '收起列表' },
  foot: {
    label: '图的出处',
    approval: '审图号',
    noApproval: '审图号未填',
    sources: '来源',
    policy: '判断依据',
    data: '数据',
    feedback: '反映问题',
  },
  unread: {
    unreachable: '没有取到资料，可能是没有网络。',
    gone: '这份数据已被更新的取代，请重新打开本页。',
    unreadable: '取到的资料读不懂，请稍后再试。',
    again: '再试一次',
  },
  embedded: '完整地图',

  /* How a park is found: near a place, by words, by what it is. */
  near: {
    ask: '您在哪里？',
    locate: '用我的位置',
    locating: '正在定位…',
    private: '位置只在这台设备上用来算距离，不会发出去。',
    township: '选乡镇、街道',
    choose: '选乡镇、街道…',
    nearest: (count: number) => `附近 ${count} 个园区`,
    /** The township the list begins with as long as no place is told: with most parks, or chosen here before. */
    begins: {
      most: (place: string) => `，从园区最多的${place}排起`,
      known: (place: string) => `，从上次选的${place}排起`,
    },
    from: (place: string) => `从${place}算起，直线距离`,
    here: '您的位置',
    others: (count: number) => `其余 ${count} 个园区，由近到远`,
    clear: '不按远近排',
    refused: '没有得到位置（未允许定位）。请改选乡镇、街道。',
    away: '您离本市的园区超过 100 公里。请改选乡镇、街道。',
    unknown: '这台设备现在定不了位。请改选乡镇、街道。',
  },
  search: { label: '搜索园区', placeholder: '搜园区、乡镇、产业或地址', clear: '清空', places: '乡镇、街道' },
  filters: {
    label: '筛选',
    open: '筛选',
    opened: (count: number) => `筛选，已选 ${count} 项`,
    clear: '清除筛选',
    all: '全部',
    free: '有空房',
  },
  list: {
    count: (count: number) => `${count} 个园区`,
    like: (count: number) => `没有完全相符的，相近的有 ${count} 个`,
    more: (count: number) => `再看 ${count} 个`,
    empty: '没有这样的园区',
    emptyWay: '换一个说法，或清除筛选和搜索。',
    clear: '全部清除',
    free: (area: string) => `可租售 ${area}`,
    full: '已满',
    land: '占地',
    /** The address names a park that is not on the map. */
    unknown: (id: string) => `网址里的园区“${id}”不在这张图上：可能不再公布，或网址不全。下面是公布的园区。`,
  },

  /* A park in a row and on top of its card. */
  type: { manufacturing: '生产制造类', service: '生产性服务类' },
  stage: { planned: '规划', approved: '已批准', building: '在建', operating: '已建成' },
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
    free: '可租售面积',
    newTab: '在新窗口打开',
  },

  /* The map. */
  map: {
    label: '园区地图',
    waiting: '正在打开地图…',
    show: '打开地图',
    saving: '您开了省流量，地图点了再下载。',
    failed: '这台设备画不出地图，列表、卡片和表格照常可用。',
    in: '放大',
    out: '缩小',
    legend: '图例',
    chosen: '所选园区',
    other: '其他园区',
    /** 用地分类 as the map colours them. */
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
};
