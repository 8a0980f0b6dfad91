import type { Language } from './language.ts';

type Params = Readonly<Record<string, string | number>>;
type Words = Readonly<Record<Language, string>>;

/** `#3 (A)` and the line, part, ring and point beside it, in words. */
export function placeOf(language: Language, p: Params): string {
  const zh = language === 'zh';
  const where = String(p.where ?? '');
  const record = /^#(\d+)(?: \((.*)\))?$/s.exec(where);
  const id = record?.[2];
  const first = record
    ? zh
      ? `第 ${record[1]} 个要素${id === undefined ? '' : `（${id}）`}`
      : `feature ${record[1]}${id === undefined ? '' : ` (${id})`}`
    : where === '$'
      ? zh
        ? '文件'
        : 'the file'
      : where;
  const steps: [string, string, string][] = [
    ['line', '行', 'line'],
    ['part', '部分', 'part'],
    ['ring', '圈', 'ring'],
    ['point', '点', 'point'],
  ];
  const rest = steps.flatMap(([key, chinese, english]) =>
    p[key] === undefined ? [] : [zh ? `第 ${p[key]} ${chinese}` : `${english} ${p[key]}`],
  );
  return zh ? first + rest.join('') : [first, ...rest].join(', ');
}

/** What `detail` stands for in a refusal. */
const details: Readonly<Record<string, Words>> = {
  syntax: { zh: '这里不符合 JSON 写法', en: 'this is not how JSON is written' },
  'too-deep': { zh: '括号嵌套过深', en: 'brackets are nested too deeply' },
  'object-expected': { zh: '应为 JSON 对象', en: 'a JSON object is expected' },
  'collection-expected': { zh: '应为 FeatureCollection', en: 'a FeatureCollection is expected' },
  'feature-expected': { zh: '应为 Feature', en: 'a Feature is expected' },
  'features-missing': { zh: '缺少 features 列表', en: 'the list "features" is missing' },
  'properties-missing': { zh: 'properties 应为对象或 null', en: '"properties" must be an object or null' },
  'geometry-missing': { zh: '缺少图形，没有图形请写 null', en: 'the geometry is missing; write null for none' },
  'geometry-type': { zh: '图形类型不认识', en: 'the type of the geometry is unknown' },
  'collection-nested': { zh: '图形集合里又有图形集合', en: 'a geometry collection stands in another' },
  nesting: { zh: '坐标数组的层数不对', en: 'coordinate arrays are nested wrongly' },
  'coordinates-empty': { zh: '坐标是空的', en: 'there are no coordinates' },
  'ring-empty': { zh: '这一圈没有点', en: 'the ring has no points' },
  'ring-short': {
    zh: '一圈至少要有四个点（首尾相同）',
    en: 'a ring needs at least four points, the last one the first again',
  },
  'ring-open': { zh: '一圈的最后一点应与第一点相同', en: 'the last point of a ring must be its first again' },
  'position-short': { zh: '一个点至少要有两个数', en: 'a point needs at least two numbers' },
  invalid: { zh: '不符合 RFC 7946', en: 'not as RFC 7946 asks' },
  section: { zh: '不认识的小节', en: 'a section that is not known' },
  'key=value': { zh: '应为“名称=内容”', en: '"name=value" is expected' },
  'point-before-plot': { zh: '界址点前面没有地块行', en: 'a point before any plot line' },
  fields: { zh: '逗号分隔的项数不对', en: 'the number of fields between commas is wrong' },
  'point-count': { zh: '界址点数应为整数', en: 'the number of points must be a whole number' },
  area: { zh: '面积应为不小于零的数', en: 'the area must be a number of zero or more' },
  'ring-number': { zh: '圈号应为整数', en: 'the ring number must be a whole number' },
  number: { zh: '坐标应为数字', en: 'coordinates must be numbers' },
  'no-points': { zh: '地块没有界址点', en: 'the plot has no points' },
  'points-missing': {
    zh: '界址点比所称的少，最后一圈也没有闭合，可能缺行',
    en: 'points differ from the number stated and the last ring is open: lines may be missing',
  },
  'too-many-rings': { zh: '圈数过多', en: 'too many rings' },
};

export const detailOf = (language: Language, p: Params): string => {
  const detail = String(p.detail ?? '');
  const said = Object.hasOwn(details, detail) ? details[detail][language] : detail;
  const more = p.type ?? p.most;
  return more === undefined ? said : language === 'zh' ? `${said}（${more}）` : `${said} (${more})`;
};
