import { NUMBER_WISHES, WORD_WISHES, WRITTEN } from '../desk/laying/wish-fields.ts';
import type { Language } from '../texts/language.ts';
import { sketchLaying } from '../texts/ui/sketch-laying.ts';

type Told = Readonly<Record<Language, string>>;

export interface OptionUsage {
  /** What follows the option; one without stands alone. */
  readonly value?: Told;
  readonly what: Told;
}

const same = (text: string): Told => ({ zh: text, en: text });
/** Every wish with its bounds, and what it is called on the page. */
function wishNames(language: Language): string {
  const { wish, fire, aligned, entrance } = sketchLaying[language];
  const numbers = NUMBER_WISHES.flat().map(({ id, min, max }) => `${id} ${wish[id].name} ${min}–${max}`);
  const called = {
    barDepths: wish.barDepths.name,
    plateDepths: wish.plateDepths.name,
    fire: fire.title,
    aligned,
    entrance,
    sideSetbacks: language === 'zh' ? '各边退线' : 'Setbacks of sides',
  };
  const words = WORD_WISHES.map((id) => `${id} ${called[id]} ${WRITTEN[id]}`);
  // What is told of one wish stays on a line.
  const kept = [...numbers, ...words].map((one) => one.replaceAll(' ', '\u00a0'));
  return kept.join(language === 'zh' ? '；' : '; ');
}

const metres: Told = { zh: '米', en: 'METRES' };

/** Every option of the command. */
export const options = {
  crs: {
    value: same('EPSG:n'),
    what: {
      zh: '坐标系，如 EPSG:4526；文件没有说明时必须给出。convert 中是输出的坐标系',
      en: 'coordinate reference system, such as EPSG:4526, where the file states none; of convert that of the output',
    },
  },
  layer: {
    value: { zh: '图层', en: 'NAME' },
    what: {
      zh: '文件有多个图层时选一个；图纸（DXF）可用 "*" 选全部',
      en: 'one of several layers; of a drawing (DXF) "*" for all',
    },
  },
  faces: {
    value: { zh: '图层', en: 'NAME' },
    what: {
      zh: '图纸（DXF）中该图层的线围成的面全部读作地块，像道路的标出；读入后逐个核对',
      en: 'of a drawing (DXF) all ground that the lines of the layer enclose, as parcels; roads are marked: check each',
    },
  },
  datum: {
    value: same('gcj02|bd09|as-is'),
    what: {
      zh: '确认经纬度有无偏移：火星坐标、百度坐标，或按原值',
      en: 'what its degrees are: shifted by GCJ-02 or BD-09, or as they stand',
    },
  },
  degrees: {
    value: same('decimal|dms'),
    what: {
      zh: '表中经纬度的写法：十进制度，或“度.分秒”（113.3430 即 113°34′30″）',
      en: 'how degrees in a table are written: decimals, or degrees.minutes-seconds (113.3430 is 113°34′30″)',
    },
  },
  precision: {
    value: metres,
    what: {
      zh: '界址点中误差，大于 0、不超过 100：给出面积中误差，判断临界',
      en: 'standard error of a boundary point, above 0, at most 100: gives ±σ of areas and what is borderline',
    },
  },
  scale: {
    value: { zh: '分母', en: 'N' },
    what: {
      zh: '或底图比例尺的分母，如 2000，不超过 1000000',
      en: 'or the denominator of the map they were drawn from, such as 2000, at most 1000000',
    },
  },
  paper: {
    value: same('a4|a3'),
    what: { zh: '纸张，默认 a4', en: 'the paper; a4' },
  },
  lying: { what: { zh: '纸张横放', en: 'the paper lies' } },
  'map-scale': {
    value: { zh: '分母', en: 'N' },
    what: {
      zh: '平面图的比例尺：500、1000、2000、5000、10000；不写则取一幅放得下的最大的',
      en: 'scale of the site plan: 500, 1000, 2000, 5000 or 10000; without it the largest at which the park is on one sheet',
    },
  },
  json: { what: { zh: '输出 JSON', en: 'JSON instead of text' } },
  policy: {
    value: { zh: '政策包', en: 'PACK' },
    what: {
      zh: '如 zhengzhou-draft；不写则按 --date 选用',
      en: 'such as zhengzhou-draft; without it the one in force on --date',
    },
  },
  date: {
    value: same('YYYY-MM-DD'),
    what: { zh: '按这一天判定，默认今天', en: 'the day of judgement; today' },
  },
  park: {
    value: { zh: '编号', en: 'ID' },
    what: { zh: '只看一个园区（编号或名称）', en: 'one park only, by id or name' },
  },
  only: {
    value: { zh: '结论,…', en: 'OUTCOME,…' },
    what: {
      zh: '只列这些结论：fail 不符合、advisory 未达原则性要求、relaxed 需认定、unknown 资料不足、pass 符合、not-applicable 不适用',
      en: 'only these: fail, advisory, relaxed, unknown, pass, not-applicable',
    },
  },
  class: {
    value: { zh: '类别,…', en: 'CLASS,…' },
    what: {
      zh: '只列这些：in-use 在用、suspected-idle 疑似闲置、idle 已认定闲置、low-efficiency 低效、approved-not-supplied 批而未供、not-supplied 未供应',
      en: 'only these: in-use, suspected-idle, idle, low-efficiency, approved-not-supplied, not-supplied',
    },
  },
  try: {
    value: { zh: '标准=数值,…', en: 'FIGURE=VALUE,…' },
    what: {
      zh: '试算：标准改为这些数值，哪些宗地会变类；标准见 --json 的 thresholds',
      en: 'what other figures of the pack would change; their names are the thresholds of --json',
    },
  },
  years: {
    value: same('2026..2028'),
    what: { zh: '计划的年份，默认判断日所在年份起三年', en: 'the years of the plan; three from that of the day' },
  },
  budget: {
    value: { zh: '[年份=]万元,…', en: '[YEARS=]AMOUNT,…' },
    what: {
      zh: '资金上限（万元）：60000 即每年，2026=60000，或几年合计 2026..2028=150000',
      en: 'money at most, in 10 000 yuan: 60000 each year, 2026=60000, or of several years together 2026..2028=150000',
    },
  },
  quota: {
    value: { zh: '[年份=]亩,…', en: '[YEARS=]MU,…' },
    what: {
      zh: '新增用地指标上限（亩），存量不占，写法相同',
      en: 'quota of new land (mu), which stock does not use; the same way',
    },
  },
  land: {
    value: { zh: '[年份=]亩,…', en: '[YEARS=]MU,…' },
    what: { zh: '供地总量上限（亩），写法相同', en: 'all land supplied (mu) at most; the same way' },
  },
  credit: {
    what: {
      zh: '增存挂钩：处置批而未供、闲置土地换新增指标，比例见 quota.credit',
      en: 'land approved and not supplied or idle earns quota when it is disposed of, by quota.credit',
    },
  },
  fix: {
    value: { zh: '编号,…', en: 'ID,…' },
    what: {
      zh: '必选：一宗 D1；一个园区 D1+D2，可写年份和类型 D1+D2@2027:service',
      en: 'must be in: a parcel D1; a park D1+D2, with year and kind if wanted D1+D2@2027:service',
    },
  },
  ban: {
    value: { zh: '编号,…', en: 'ID,…' },
    what: { zh: '禁选：一宗 D1；不得同在一园 D1+D2', en: 'must not be in: a parcel D1; never in one park D1+D2' },
  },
  'district-factor': {
    value: { zh: '单位=系数,…', en: 'CODE=FACTOR,…' },
    what: {
      zh: '政策写“可适当降低规模”而没有数时，主管部门定的系数，如 990102=0.7；不写则不降低',
      en: 'where the policy lets parks be smaller and gives no number, by what factor the office does, such as 990102=0.7; without it they are not',
    },
  },
  targets: {
    value: same('yearly,cumulative'),
    what: { zh: '只按这些目标：年度、累计，默认两者', en: 'only these targets; both' },
  },
  city: {
    value: { zh: '个数', en: 'N' },
    what: { zh: '全市计划期内园区总数目标，默认没有', en: 'a target of so many parks of the whole city; none' },
  },
  'missing-cost': {
    value: same('reckoned|out'),
    what: {
      zh: '没有填成本的宗地：reckoned 按每亩估算（默认）、out 不列入',
      en: 'parcels without a cost: reckoned by the mu, or kept out; reckoned',
    },
  },
  set: {
    value: { zh: '设定=数值,…', en: 'SETTING=VALUE,…' },
    what: {
      zh: '这次计划用的权重和设定，如 weight.plot-ratio=0.5；名称见 --json 的 settings',
      en: 'weights and figures for this plan, such as weight.plot-ratio=0.5; their names are the settings of --json',
    },
  },
  time: {
    value: { zh: '秒', en: 'SECONDS' },
    what: {
      zh: '最多算多久，默认 60；Ctrl+C 取现有最好的',
      en: 'works so long at most; 60. Ctrl-C takes the best until then',
    },
  },
  seed: {
    value: { zh: '数', en: 'N' },
    what: { zh: '随机种子，默认 1：同一种子同一计划', en: 'the same seed gives the same plan; 1' },
  },
  spare: {
    value: { zh: '个数', en: 'N' },
    what: {
      zh: '备选：宗地可能落空，每个目标多留几个园区，如 1；并报告哪个备选何时转入、多少情景下目标全部达到',
      en: 'so many parks to spare of each target, for parcels fall through, such as 1; tells which steps in when, and how often all targets are met',
    },
  },
  explain: {
    value: { zh: '秒', en: 'SECONDS' },
    what: {
      zh: '算完以后用多久说明：为什么列入、替代、撤出损失、缺口怎样补，默认 30；0 不说明',
      en: 'spent after it on why each park is in, what would replace it, what is lost without it, what would end a shortfall; 30, 0: none',
    },
  },
  certify: {
    what: {
      zh: '另一程序按影子价格逐镇重新定价，核对上界的证明：通过、不通过（哪里）、未查完',
      en: 'another program prices the certificate anew: accepted, rejected and for what, or open',
    },
  },
  frontier: {
    value: { zh: '个数', en: 'N' },
    what: {
      zh: '另做几个计划，从成本最低到建筑面积最大，缺口都不比本计划大，如 5；每个最多算 --time 秒',
      en: 'so many plans from the least cost to the most floor area, none more short than the plan, such as 5; --time for each',
    },
  },
  variants: {
    value: { zh: '个数', en: 'K' },
    what: {
      zh: '另做几个不同的计划，分数相差不超过 1 %，并列出都用到的宗地和园区',
      en: 'so many other plans within 1 % of the points, and the parcels and parks all of them share',
    },
  },
  loss: {
    value: { zh: '宗地,…', en: 'PARCEL,…' },
    what: {
      zh: '这些宗地各自拿不到时损失多少分，其余全部重新求解',
      en: 'points lost if each of these parcels is not to be had, all else planned anew',
    },
  },
  year: {
    value: { zh: '年', en: 'YEAR' },
    what: { zh: '哪一年的计划，取已定的最新一版', en: 'the plan of this year, its newest version that counts' },
  },
  plan: {
    value: { zh: '编号', en: 'ID' },
    what: { zh: '或按编号指定一份计划', en: 'or one plan by its id' },
  },
  out: {
    value: { zh: '文件夹', en: 'DIR' },
    what: { zh: '写到这个文件夹，没有就新建', en: 'where the files are written; made where it is not there' },
  },
  key: {
    value: same('KEY.pem'),
    what: {
      zh: '用这个私钥签名（PKCS #8，ECDSA P-256 或 Ed25519）',
      en: 'signs with this private key (PKCS #8, ECDSA P-256 or Ed25519)',
    },
  },
  check: {
    value: { zh: '文件.html', en: 'FILE.html' },
    what: {
      zh: '核验一份证据文件：校验值、签名、页面程序，并重新计算；不一致时退出码 1',
      en: 'checks an evidence file: hash, signature, program, and all of it computed anew; exit 1 where anything differs',
    },
  },
  'public-key': {
    value: same('KEY.pem'),
    what: { zh: '须由这个公钥对应的私钥签名', en: 'it must be signed by the key this is the public one of' },
  },
  conditions: {
    value: same('signs|range|named|words|behind'),
    what: {
      zh: '规划条件的写法：≥1.5且≤2.5、1.5～2.5、1.5≤容积率≤2.5、不小于1.5且不大于2.5、1.5以上、2.5以下',
      en: 'how planning conditions are written: ≥1.5 and ≤2.5, 1.5–2.5, 1.5≤plot ratio≤2.5, at least…, 1.5 or more…',
    },
  },
  yes: { what: { zh: '写入输出；不写则只给建议', en: 'writes OUT; without it there are only proposals' } },
  gap: {
    value: metres,
    what: {
      zh: '合上不超过此宽度的相邻缝隙和压盖，不超过 1；默认不处理',
      en: 'closes gaps and overlaps between neighbours up to this width, at most 1; none are closed without it',
    },
  },
  near: {
    value: metres,
    what: {
      zh: '相距不超过此值的点并为一点，不超过 1，默认 0.001',
      en: 'points this near become one, at most 1; 0.001',
    },
  },
  yields: {
    value: { zh: 'later|smaller|编号,…', en: 'later|smaller|ID,…' },
    what: {
      zh: '缝隙处谁让：文件中靠后的（默认）、较小的，或所列宗地',
      en: 'who moves at a gap: the later in the file (unless said), the smaller, or those listed',
    },
  },
  id: { value: { zh: '编号', en: 'ID' }, what: { zh: '宗地编号', en: 'the parcel' } },
  far: {
    value: same('1.8'),
    what: { zh: '想要的容积率，在规划条件之内', en: 'the plot ratio wished for, within the planning conditions' },
  },
  setback: { value: same('6'), what: { zh: '退线，米', en: 'setback of every edge, metres' } },
  rowgap: {
    value: same('10'),
    what: { zh: '前后排净距，米（消防车道 14）', en: 'between rows, metres (14 with a fire lane)' },
  },
  bay: { value: same('6'), what: { zh: '开间，米', en: 'bay, metres' } },
  apron: {
    value: same('16'),
    what: {
      zh: '装卸口前场地进深，米（9.6 米货车 16，40 英尺集装箱车 34），默认不设',
      en: 'depth of yards before docks, metres (16 for a lorry of 9.6 m, 34 for one of 40 ft); none unless given',
    },
  },
  wish: {
    value: { zh: '设想=数值,…', en: 'WISH=VALUE,…' },
    what: {
      zh: `其他设计偏好（与页面相同）：${wishNames('zh')}`,
      en: `any other wish of the page: ${wishNames('en')}`,
    },
  },
  cleared: { what: { zh: '现状建筑拆除', en: 'what stands on the land goes' } },
  kept: {
    value: { zh: '编号,…', en: 'ID,…' },
    what: { zh: '只保留这些建筑，其余拆除', en: 'of what stands on the land these buildings stay, the others go' },
  },
  prices: {
    what: { zh: '列出每项设计偏好的代价：少多少建筑面积', en: 'what each wish costs: so much less floor area' },
  },
  line: {
    value: same('"X,Y X,Y …"'),
    what: {
      zh: '沿这条线：经度,纬度或东,北；先北后东也认得',
      en: 'along this line: longitude,latitude or east,north; the other order is understood',
    },
  },
  parts: { value: { zh: '份数', en: 'N' }, what: { zh: '等分为几份', en: 'into so many equal parts' } },
  areas: {
    value: same('M2,…'),
    what: {
      zh: '按面积依次切下（m²），余下的为最后一块',
      en: 'pieces of these areas (m²) one after the other; what is left is the last',
    },
  },
  bearing: {
    value: { zh: '方位角', en: 'DEG' },
    what: { zh: '分割线的走向，度，0 为正北（默认）', en: 'the way the cuts run in degrees; 0, which is north' },
  },
  from: {
    value: same('left|right'),
    what: { zh: '从走向的哪一侧切起，默认 left', en: 'the side of that way to begin at; left' },
  },
  ids: { value: { zh: '编号,…', en: 'ID,…' }, what: { zh: '这些宗地', en: 'these parcels' } },
  into: {
    value: { zh: '编号', en: 'ID' },
    what: { zh: '合并后用谁的编号和属性，默认第一个', en: 'whose id and record the merged one has; the first' },
  },
  straighten: { what: { zh: '略去直线上的多余界址点', en: 'leaves out points where nothing bends' } },
  onto: {
    value: same('townships|zones'),
    what: { zh: '贴合到镇（街道）或开发区', en: 'the borders they are fitted to' },
  },
  within: {
    value: metres,
    what: { zh: '离界线不超过此距离的才移动，不超过 10', en: 'only what lies this near to them moves, at most 10' },
  },
  encoding: { value: same('gbk|utf-8'), what: { zh: '写 TXT：编码', en: 'of a TXT written: its encoding' } },
  unit: {
    value: same('m2|hectare|mu'),
    what: { zh: '写 TXT：面积单位', en: 'of a TXT written: the unit of areas' },
  },
  closing: {
    value: same('Jn|J1|none'),
    what: {
      zh: '写 TXT：闭合点续编号、重复 J1，或不写',
      en: 'of a TXT written: the closing point numbered on, as J1 again, or left out',
    },
  },
  rings: {
    value: same('plot|file'),
    what: {
      zh: '写 TXT：圈号每地块重编，或全文件连编',
      en: 'of a TXT written: rings numbered anew in every plot, or through the file',
    },
  },
  prefix: {
    value: same('yes|no'),
    what: { zh: '写 TXT：东坐标带不带带号', en: 'of a TXT written: easts with the number of the zone or without' },
  },
  decimals: {
    value: same('0–10'),
    what: { zh: '写 TXT：坐标小数位', en: 'of a TXT written: digits after the point of coordinates' },
  },
  settings: {
    value: { zh: '文件', en: 'FILE' },
    what: {
      zh: '公众地图的设定（YAML）：标题、审图号、来源、意见地址、网址、界线疏化，见 docs/publish.md',
      en: 'settings of the public map (YAML): title, map approval number, sources, feedback, address, thinning; see docs/publish.md',
    },
  },
  backdrop: {
    value: { zh: '文件', en: 'FILE' },
    what: {
      zh: '底图（GeoJSON，layer 为 farm、urban、water、waterName、road），画在宗地之下',
      en: 'a base map below the parcels: GeoJSON with layer farm, urban, water, waterName or road',
    },
  },
  keep: {
    value: { zh: '个数', en: 'N' },
    what: {
      zh: '留几版数据，默认 3，打开着的旧页面还能用；1 即删去以前各版',
      en: 'so many versions of the data stay, so that pages that are open go on; 3. With 1 all before are taken away',
    },
  },
  'data-only': {
    what: { zh: '只写数据和文字页，不带地图网页', en: 'data and pages of text alone, without the page of the map' },
  },
  folder: {
    value: { zh: '文件夹', en: 'DIR' },
    what: { zh: '发布好的公众地图的文件夹', en: 'the folder of a published map' },
  },
  port: { value: { zh: '端口', en: 'N' }, what: { zh: '默认 8080', en: '8080' } },
  host: {
    value: { zh: '地址', en: 'ADDRESS' },
    what: {
      zh: '只能是本机：127.0.0.1（默认）、localhost 或 ::1',
      en: 'of this computer only: 127.0.0.1, localhost or ::1',
    },
  },
} as const satisfies Record<string, OptionUsage>;

export type OptionName = keyof typeof options;
