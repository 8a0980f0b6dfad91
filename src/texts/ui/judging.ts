import type { Language } from '../language.ts';

/** What is said of an opened file, and the day it is judged on. */
const zh = {
  file: {
    label: '文件与精度',
    crs: '坐标系',
    unsaid: '未说明',
    /** In one line, the panel folded. */
    brief: (crs: string, precision: string) => `${crs} · 界址点精度 ${precision}`,
    choose: '界址点精度（坐标中误差）',
    groups: { metres: '实测', scale: '底图数字化', file: '文件所写' },
    none: '未说明，不计中误差',
    metres: (m: string) => `±${m} m`,
    scale: (n: string, m: string) => `1:${n} 底图（±${m} m）`,
    fromFile: (m: string) => `文件的“精度”${m} m，确认是中误差`,
    fileWarning: (m: string) =>
      `文件写明精度 ${m} m。许多文件用它表示小数位数，不是误差，所以没有采用；如果确是误差，请选它。`,
    other: '其他数值…',
    typed: '中误差（米）',
    bad: '请填大于 0、不超过 100 的数。',
    hint: '指界址点每个坐标的中误差。只知道点位中误差时，除以 1.41。底图按图上 0.2 mm 计。',
    own: (n: number) => `${n} 宗的记录自带界址点中误差，以记录为准。`,
    stated: (text: string) => `已按界址点 ${text} 计算面积中误差。`,
    cleared: '不再计面积中误差。',
    source: '来源文件',
    datum: '经纬度有无偏移',
    datums: {
      'as-is': '没有：CGCS2000 或 WGS 84，按原值',
      gcj02: '是 GCJ-02（高德、腾讯、奥维），换算',
      bd09: '是 BD-09（百度），换算',
    },
    layers: '宗地所在的图层',
    faces: '由线构面',
    facesHint:
      '这些图层里有三条以上的线交汇于一点，没有读作宗地。可以把线围成的面全部读作地块（包括道路等，像道路的会标出），读入后逐个核对：',
    facesRead: (layer: string) => `图层“${layer}”围成的面已全部读作地块，请逐个核对。`,
    facesUndo: '改回不构面',
    layer: (layer: string) => (layer === '*' ? '全部图层' : layer),
  },
  place: {
    label: '位于',
    district: (name: string, townships: readonly string[], n: number) => {
      const listed = townships.join('、') + (n > townships.length ? `等 ${n} 个镇街` : '');
      return name && listed ? `${name}（${listed}）` : name || listed;
    },
    districts: (names: readonly string[], n: number) =>
      `${names.join('、')}${n > names.length ? `等 ${n} 个区县` : ''}`,
    unsaid: (n: number) => `，另 ${n} 宗未写明`,
  },
  together: {
    alsoRefused: (n: number) => `另有 ${n} 个文件也读不了：`,
    openRest: (bad: number, rest: number) => `不读这 ${bad} 个，打开其余 ${rest} 个`,
  },
  sigma: {
    said: (m: string) => `± 是面积中误差，按您说明的界址点坐标中误差 ±${m} m 推算。`,
    own: (m: string) => `± 是面积中误差，按这宗地记录的界址点中误差 ±${m} m 推算。`,
    park: '± 是中误差，由界址点中误差推算。',
  },
  day: {
    label: '判断日期',
    shape: '年-月-日',
    pick: '打开日历',
    today: '今天',
    past: '不是今天',
    back: '回到今天',
    on: (day: string) => `按 ${day} 判断，不是今天`,
    pack: (title: string, status: string) => `依据《${title}》${status ? `（${status}）` : ''}`,
    noRules: '这个政策包没有收录正文，没有可以对照的规则。',
    none: (day: string, earliest: string) => `${day} 还没有政策包，最早从 ${earliest} 起；仍按原来的日期判断。`,
    bad: (earliest: string) => `请填有效日期，不早于 ${earliest}。`,
    badAny: '请填有效日期。',
    said: (day: string, title: string) => `已按 ${day} 重新判断，依据《${title}》。`,
  },
};

const en: typeof zh = {
  file: {
    label: 'File and precision',
    crs: 'Coordinates',
    unsaid: 'not stated',
    brief: (crs, precision) => `${crs} · points: ${precision}`,
    choose: 'Boundary points (standard error of a coordinate)',
    groups: { metres: 'Surveyed', scale: 'Digitised from a map', file: 'As the file says' },
    none: 'Not stated: no standard errors',
    metres: (m) => `±${m} m`,
    scale: (n, m) => `map 1:${n} (±${m} m)`,
    fromFile: (m) => `the file's 精度 ${m} m, meant as an error`,
    fileWarning: (m) =>
      `The file states 精度 ${m} m. Many files mean the number of digits by it, not an error, so it is not used; choose it if it is one.`,
    other: 'Another value…',
    typed: 'Standard error (m)',
    bad: 'Enter a number above 0, at most 100.',
    hint: 'The standard error of each coordinate of a boundary point. Of a point error 点位中误差, take 1/1.41. A map counts 0.2 mm on its sheet.',
    own: (n) => `${n} ${n === 1 ? 'record states its' : 'records state their'} own error, which outranks this.`,
    stated: (text) => `Standard errors of areas now follow from boundary points ${text}.`,
    cleared: 'Areas no longer carry a standard error.',
    source: 'From file',
    datum: 'Are its degrees moved?',
    datums: {
      'as-is': 'No: CGCS2000 or WGS 84, as they stand',
      gcj02: 'GCJ-02 (Amap, Tencent, Ovital): convert',
      bd09: 'BD-09 (Baidu): convert',
    },
    layers: 'Layer of the parcels',
    faces: 'Faces between lines',
    facesHint:
      'On these layers more than two lines meet, and none was read. All ground they enclose can be read as parcels (roads among them; what looks like one is marked); check each:',
    facesRead: (layer) => `All faces of layer “${layer}” are read as parcels: check each.`,
    facesUndo: 'Read no faces',
    layer: (layer) => (layer === '*' ? 'All layers' : layer),
  },
  place: {
    label: 'In',
    district: (name, townships, n) => {
      const listed = townships.join(', ') + (n > townships.length ? ` and ${n - townships.length} more` : '');
      return name && listed ? `${name} (${listed})` : name || listed;
    },
    districts: (names, n) => `${names.join(', ')}${n > names.length ? ` and ${n - names.length} more districts` : ''}`,
    unsaid: (n) => `; ${n} ${n === 1 ? 'parcel does' : 'parcels do'} not say`,
  },
  together: {
    alsoRefused: (n) => `${n} more ${n === 1 ? 'file' : 'files'} cannot be read:`,
    openRest: (bad, rest) => `Leave ${bad} out, open the other ${rest}`,
  },
  sigma: {
    said: (m) => `± is the standard error of the area, from ±${m} m in each coordinate of its points, as you stated.`,
    own: (m) => `± is the standard error of the area, from ±${m} m in each coordinate, as this parcel's record states.`,
    park: '± is the standard error that follows from the boundary points.',
  },
  day: {
    label: 'Judged on',
    shape: 'YYYY-MM-DD',
    pick: 'Open the calendar',
    today: 'today',
    past: 'not today',
    back: 'Back to today',
    on: (day) => `Judged on ${day}, not today`,
    pack: (title, status) => `By "${title}"${status ? ` (${status})` : ''}`,
    noRules: 'The text of this policy is not at hand: there is no rule to hold parks against.',
    none: (day, earliest) =>
      `There is no policy pack for ${day}; the first begins on ${earliest}. The day stays as it was.`,
    bad: (earliest) => `Enter a date that exists, not before ${earliest}.`,
    badAny: 'Enter a date that exists.',
    said: (day, title) => `Judged anew on ${day}, by "${title}".`,
  },
};

export const judging: Readonly<Record<Language, typeof zh>> = { zh, en };
