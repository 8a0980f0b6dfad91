import { fixed } from '../figures.ts';
import { charts } from './charts.ts';
import { desk } from './desk.ts';
import { frame } from './frame.ts';
import { history } from './history.ts';
import { drafts } from './drafts.ts';
import { edits } from './edits.ts';
import { palette } from './commands.ts';
import { sketchTools } from './sketch-tools.ts';
import { ended } from './ended.ts';
import { judging } from './judging.ts';
import { ledgerFiles } from './ledger-files.ts';
import { print } from './print.ts';
import { report } from './report.ts';
import { sketchInspector } from './sketch-inspector.ts';
import { sketchAssemble } from './sketch-assemble.ts';
import { sketchMass } from './sketch-mass.ts';
import { sketchFloors } from './sketch-floors.ts';
import { sketchLaying } from './sketch-laying.ts';
import { sketchScenarios } from './sketch-scenarios.ts';
import { sketchStart } from './sketch-start.ts';
import { supply } from './supply.ts';
import { importing } from './importing.ts';
import { supplyPlan } from './supply-plan.ts';
import { supplyAssemble } from './supply-assemble.ts';
import { supplyLedger } from './supply-ledger.ts';
import { supplySteps } from './supply-steps.ts';
import { targets } from './targets.ts';

type Facts = Readonly<Record<string, string | number>>;

/** Words of the page. `en.ts` has the same shape by its type. */
export const zh = {
  htmlLang: 'zh-Hans-CN',
  bar: {
    product: '园图',
    title: '小微企业园地图',
    sample: '示例数据',
    ownFile: '本机文件',
    sampleShort: '示例',
    ownFileShort: '本机',
    list: '列表',
    open: '打开文件',
    language: 'English',
    languageShort: 'EN',
    dark: '切换为深色',
    light: '切换为浅色',
    backToSample: '回到示例城市',
  },
  charts: charts.zh,
  desk: desk.zh,
  frame: frame.zh,
  sketchInspector: sketchInspector.zh,
  palette: palette.zh,
  sketch: sketchTools.zh,
  history: history.zh,
  drafts: drafts.zh,
  sketchStart: sketchStart.zh,
  assemble: sketchAssemble.zh,
  laying: sketchLaying.zh,
  scenarios: sketchScenarios.zh,
  mass: sketchMass.zh,
  floors: sketchFloors.zh,
  edits: edits.zh,
  ended: ended.zh,
  judging: judging.zh,
  ledgerFiles: ledgerFiles.zh,
  print: print.zh,
  report: report.zh,
  supply: supply.zh,
  importing: importing.zh,
  supplyLedger: supplyLedger.zh,
  steps: supplySteps.zh,
  supplyPlan: supplyPlan.zh,
  assembling: supplyAssemble.zh,
  targets: targets.zh,
  search: {
    label: '搜索',
    placeholder: '搜园区、乡镇、产业或宗地',
    clear: '清除搜索',
    shortcut: '按 / 开始搜索',
    townships: '乡镇（街道）',
    parcels: '宗地',
    results: (parks: number, places: number) => `找到 ${parks} 个园区${places ? `，${places} 处乡镇或宗地` : ''}`,
    none: '没有找到',
    noneHint: '换一个词，或去掉筛选。',
  },
  filters: {
    label: '筛选',
    all: '全部',
    manufacturing: '生产制造',
    service: '生产性服务',
    operating: '已建成',
    building: '在建',
    planned: '规划',
    // By the state on record; what the screen finds is told by its own classes.
    idle: '登记闲置',
    'low-efficiency': '登记低效',
    'approved-not-supplied': '登记批而未供',
    broken: '界线有问题',
  },
  list: {
    parks: (n: number) => `${fixed(n, 0)} 个园区`,
    parcels: (n: number) => `${fixed(n, 0)} 宗地`,
    parksTitle: '园区',
    parcelsTitle: '宗地',
    more: (n: number) => `再显示 ${fixed(n, 0)} 个`,
    sites: (n: number) => `一园${['', '一', '两', '三', '四', '五', '六'][n] ?? n}址`,
    ratio: '容积率',
    judging: (n: number) => `判定中，余 ${fixed(n, 0)} 个`,
    emptyTitle: '还没有数据',
    emptyHint: '把界址点 TXT、SHP（连同 DBF、PRJ）或 GeoJSON 拖进来，文件只在本机读取。',
    problems: (n: number) => `${fixed(n, 0)} 处界线问题`,
    notes: '读取提示',
  },
  park: {
    back: (n: number) => `${fixed(n, 0)} 个园区`,
    landArea: '占地面积',
    floorArea: '建筑面积',
    plotRatio: '容积率',
    counted: (value: string) => `计容 ${value}`,
    unknown: '资料不足',
    tenThousand: '万',
    policy: '对照政策',
    applies: (n: number) => `${n} 条适用`,
    how: '查看判定过程',
    hideHow: '收起判定过程',
    measured: '实测',
    required: '要求',
    inPrinciple: '原则上',
    margin: '相差',
    borderline: '临界',
    more: (n: number, word: string) => `另有 ${n} 条${word}`,
    less: '收起',
    sitesTitle: '分园',
    siteNumber: (n: number) => `${n} 号址`,
    noFindings: '没有对照结果',
    noFindingsHint: '这一天的政策没有可以对照的规则，或者文件里没有园区资料。',
    relaxedBy: (why: string) => (why ? `属“${why}”，由主管部门认定。` : '可能适用例外，由主管部门认定。'),
    industries: '主导产业',
  },
  parcel: {
    back: '返回',
    area: '面积',
    basis: '口径',
    perimeter: '周长',
    shape: '图形',
    parts: (n: number) => `${n} 块`,
    holes: (n: number) => `${n} 个内环`,
    landClass: '用地',
    status: '状态',
    evidence: '依据',
    problems: '界线问题',
    noFigure: '界线有误，不给面积',
    go: '定位',
    park: '所属园区',
    judged: '结论按这一口径',
    onEllipsoid: '（椭球）',
    difference: '与登记相差',
    id: '编号',
  },
  basis: { registered: '登记面积', plane: '平面面积', ellipsoid: '椭球面积' },
  status: {
    'in-use': '在用',
    // As on record: what is suspected is told by the screen.
    idle: '登记闲置',
    'low-efficiency': '低效',
    'approved-not-supplied': '批而未供',
    vacant: '空地',
    planned: '规划',
  },
  strength: {
    hard: '硬性要求：不满足就是不符合',
    principle: '“原则上”：未达不等于不符合',
    exception: '例外：由主管部门认定',
    permission: '允许，不是要求',
    target: '目标',
    duty: '应办事项',
    guide: '指导性数值',
    contract: '按约定数值',
    amount: '金额计算',
  },
  mend: {
    found: (n: number) => `界线有 ${fixed(n, 0)} 处问题。`,
    look: '看怎样修复',
    nothing: '没有可以自动修复的界线，请按位置手工修改。',
    proposed: (n: number) => `建议修复 ${fixed(n, 0)} 宗`,
    untouched: '确认前什么都不改，原文件也不会动。',
    left: (n: number) => `其余 ${fixed(n, 0)} 处（如与别宗重叠）要由人判断，见下面的清单。`,
    after: '修复后',
    places: (n: number) => `逐处查看 ${fixed(n, 0)} 处问题`,
    leave: '不修复',
    confirm: '确认修复',
    done: '已修复，现在显示的是修复后的界线；原文件没有动。',
    download: (name: string) => `下载 ${name}`,
    join: '；',
  },
  datum: {
    asIs: '就按原样',
    convert: (datum: string) => `按 ${datum === 'bd09' ? 'BD-09' : 'GCJ-02'} 换算后再读`,
  },
  left: {
    said: (names: string) => `刷新前打开的是 ${names}。文件没有存进浏览器，请再选一次；说过的坐标系和精度照旧。`,
    choose: '再选一次',
    letGo: '不用了',
  },
  repairs: {
    title: '怎样改',
    then: '改后',
    onMap: '看位置',
    more: (n: number) => `另有 ${n} 种办法`,
    less: '收起',
  },
  systems: {
    'planning-guide-2023': '规划用地分类（2023）',
    'gb50137-2011': 'GB 50137—2011',
    'land-survey-3': '三调地类',
    'gbt21010-2017': 'GB/T 21010—2017',
  },
  clause: {
    chip: (clause: string) => (/^\d+$/.test(clause) ? `第 ${clause} 条` : `第${clause}部分`),
    open: (clause: string) => `看第 ${clause} 条原文`,
    close: '关闭条文',
    strength: '约束程度',
    reading: '适用口径',
    phrase: '所据文字',
    panel: '政策条文',
    notFound: '政策包里没有这一条的原文。',
  },
  map: {
    label: '园区地图。园区和宗地在列表里也都能找到。',
    zoomIn: '放大',
    zoomOut: '缩小',
    whole: '全图',
    print: '打印地图',
    legend: '图例',
    legendTitle: '图例：颜色是用地，形状是结论',
    selected: '所选园区',
    park: '园区用地',
    other: '其他园区',
    listed: (what: string) => `清单里的宗地：${what}`,
    scale: (text: string) => `比例尺 ${text}`,
    failed: '地图无法显示，列表和数字照常可用。',
  },
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
  foot: {
    licences: '开源许可',
    crs: '坐标系',
    areaBasis: '面积口径',
    areaBasisValue: '登记优先，其次平面',
    policy: '判断依据',
    mapNumber: '审图号',
    mapNumberValue: '示例，未送审',
    local: '文件只在本机读取，没有上传',
    how: { option: '您选定的', declared: '文件写明的', detected: '按数值判定的', 'format-default': '格式规定的' },
  },
  actions: {
    share: '分享',
    copied: '链接已复制',
    copyFailed: '没能复制，请从地址栏复制',
    print: '打印',
    download: '下载',
    downloadTitle: '园区数字（CSV）',
    dossierWord: '一园一策（Word）',
    dossierExcel: '一园一策（Excel）',
    evidence: '证据文件',
    evidenceSigned: '证据文件（签名…）',
    downloadFailed: '文件没能生成，请再试一次。',
    noEvidence: (why: string) => `证据文件没有生成。${why}`,
  },
  drop: {
    title: '松手就在本机读取',
    hint: '界址点 TXT · SHP（连同 DBF、PRJ）· GeoJSON · KML · DXF · Excel 等；可以一次拖入多个文件或文件夹。不会上传到任何地方。',
    choose: '选择文件',
  },
  progress: {
    sample: '正在打开示例城市',
    files: (names: string) => `正在读取 ${names}`,
    cancel: '取消',
    local: '只在本机读取，不上传。',
    steps: {
      fetch: '加载数据',
      read: '读文件',
      check: '查界线、算面积',
      policy: '对照政策',
      draw: '准备地图',
    },
  },
  refusal: {
    title: '未能打开文件',
    kept: '原来的内容没有变。',
    crs: '选一个坐标系再读一次：',
    crsUnknown: '文件没有说明坐标系，从数值也判断不出来。',
    crsLikelyMercator: '文件没有说明坐标系，数值像是网络地图的墨卡托坐标，请核对。',
    crsAmbiguous: '文件没有说明坐标系，数值符合不止一种。选错会使面积和位置都错，请按资料来源选。',
    crsUnrecognised: (code: string) => `不认识文件写明的坐标系“${code}”。请换成 CGCS2000 的坐标系后再导出。`,
    linesFork: (name: string, layer: string, count: string, at: string) =>
      `${name} 里没有封闭图形。图层“${layer}”有 ${count} 处三条以上的线交汇（第一处 ${at}），单凭线分不清哪些是宗地。可以在 CAD 中连成闭合多段线后再打开；也可以把一个图层的线围成的面全部读作地块（包括道路等，像道路的会标出），读入后逐个核对：`,
    buildFaces: (layer: string) => `把图层“${layer}”围成的面全部读作地块`,
    layersOverlap: (name: string) =>
      `${name} 里几个图层的封闭图形互相压盖（如图框、建筑物与宗地），一起读入会重复计算。宗地在哪个图层？`,
    degreesAmbiguous: (value: string, packed: string) =>
      `表中的经纬度 ${value} 可能是十进制度，也可能是“度.分秒”（即 ${packed}），相差可达几十公里。按资料来源选：`,
    degrees: { decimal: '十进制度', dms: '度.分秒' },
    severalLayers: (name: string) => `${name} 里不止一个面图层，选一个来读：`,
    again: '换一个文件',
    close: '关闭',
    file: '文件',
    fault: '程序出错，文件未能打开。请把下面的文字告诉维护者：',
    epsg: (code: string) => `EPSG:${code}`,
    zone: (width: number, zone: number, meridian: number, prefixed: boolean) =>
      `CGCS2000 ${width}° 带 ${zone}，中央经线 ${meridian}°，${prefixed ? '东坐标带带号' : '东坐标不带带号'}`,
    lonLat: 'CGCS2000 经纬度',
  },
  /** Refusals of the opener itself, beside those of the formats. */
  opening: {
    'sample-unreachable': {
      zh: (p: Facts) => `取不到示例城市（${p.detail}）。请刷新页面，或打开自己的文件。`,
      en: (p: Facts) => `The sample city cannot be fetched (${p.detail}). Reload the page, or open a file of your own.`,
    },
  },
  say: {
    and: '、',
    yes: '是',
    no: '否',
    loadedSample: (parks: number) => `示例城市已打开，${parks} 个园区。`,
    loadedFiles: (parcels: number, problems: number) => `文件已打开，${parcels} 宗地，${problems} 处界线问题。`,
    sheetUp: '展开列表',
    sheetDown: '收起列表',
    panel: '园区与宗地',
    skip: '跳到列表与条文',
    columns: '各列读作什么',
    noteCount: (n: number) => `${fixed(n, 0)} 条读取提示`,
  },
};

/** The words of the page in one language; the Chinese table gives the shape. */
export type UiTexts = typeof zh;
