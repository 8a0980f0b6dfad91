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
  'cut-off': {
    zh: '文件在这里中断，可能没有传完，请重新导出或重新复制',
    en: 'the file breaks off here and may not have been copied whole; export or copy it again',
  },
  topojson: {
    zh: '这是 TopoJSON，这里读不了，请在 QGIS 或 mapshaper 中另存为 GeoJSON',
    en: 'it is TopoJSON, not read here; save it as GeoJSON in QGIS or mapshaper',
  },
  'too-deep': { zh: '括号嵌套过深', en: 'brackets are nested too deeply' },
  'object-expected': { zh: '应为 JSON 对象', en: 'a JSON object is expected' },
  'collection-expected': { zh: '应为 FeatureCollection', en: 'a FeatureCollection is expected' },
  'feature-expected': { zh: '应为 Feature', en: 'a Feature is expected' },
  'collection-without-type': {
    zh: '没有 type 成员，像是别的 JSON 文件；请在 GIS 中把地块图层另存为 GeoJSON（FeatureCollection）',
    en: 'it has no member "type" and may be some other JSON; save the layer of parcels as GeoJSON (a FeatureCollection) in a GIS',
  },
  'feature-without-type': {
    zh: '没有 type 成员，应为 Feature',
    en: 'it has no member "type"; a Feature is expected',
  },
  'features-missing': { zh: '缺少 features 列表', en: 'the list "features" is missing' },
  'properties-missing': { zh: 'properties 应为对象或 null', en: '"properties" must be an object or null' },
  'geometry-missing': { zh: '缺少图形，没有图形请写 null', en: 'the geometry is missing; write null for none' },
  'geometry-type': { zh: '图形类型不认识', en: 'the type of the geometry is unknown' },
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
  'xml-syntax': { zh: '这里不符合 XML 写法', en: 'this is not how XML is written' },
  'xml-cut': { zh: '文件在这里中断', en: 'the file is cut off here' },
  'xml-doctype': { zh: '不接受文档类型和实体声明', en: 'document types and entity declarations are not accepted' },
  'xml-deep': { zh: '元素嵌套过深', en: 'elements are nested too deeply' },
  'group-code': { zh: '应为 DXF 组码（整数）', en: 'a DXF group code (a whole number) is expected' },
  'blocks-nested': { zh: '块嵌套过深，或引用了自己', en: 'blocks are nested too deeply, or one refers to itself' },
  'no-header': { zh: '找不到含坐标列的表头', en: 'no header with coordinate columns was found' },
  'zip-structure': { zh: '压缩包的目录读不通', en: 'the directory of the archive makes no sense' },
  'zip-size': { zh: '解压后的大小与所称不符', en: 'it unpacks to another size than stated' },
  deflate: { zh: '压缩数据读不通', en: 'the compressed data make no sense' },
  wkb: { zh: '图形编码（WKB）读不通', en: 'the encoding of a shape (WKB) makes no sense' },
  wkt: { zh: '图形文字（WKT）读不通', en: 'the shape in words (WKT) makes no sense' },
  'several-srids': { zh: '各行的 SRID 不同', en: 'rows state different SRIDs' },
  'wkb-count': { zh: '图形声称的点数超过数据', en: 'a shape states more points than there are bytes' },
  'gpkg-geometry': { zh: 'GeoPackage 图形头不对', en: 'the head of a GeoPackage shape is wrong' },
  sqlite: { zh: 'SQLite 数据库读不通', en: 'the SQLite database cannot be read' },
  'no-contents': { zh: '缺少 gpkg_contents 表', en: 'the table gpkg_contents is missing' },
  flatbuffer: { zh: 'FlatGeobuf 结构读不通', en: 'the FlatGeobuf structure makes no sense' },
  parquet: { zh: 'Parquet 结构读不通', en: 'the Parquet structure makes no sense' },
  'geo-metadata': { zh: 'geo 元数据缺失或读不懂', en: 'the "geo" metadata are missing or cannot be read' },
  'gdb-catalogue': {
    zh: '列出各图层的表（a00000001）缺少或读不通',
    en: 'the table that lists the layers (a00000001) is missing or makes no sense',
  },
  'gdb-fields': { zh: '表的字段说明读不通', en: 'the description of a table’s fields makes no sense' },
  'gdb-index': { zh: '行的位置表（.gdbtablx）读不通', en: 'the places of the rows (.gdbtablx) make no sense' },
  'gdb-row': { zh: '这一行读不通', en: 'the row makes no sense' },
  'gdb-shape': { zh: '图形编码读不通', en: 'the encoding of the shape makes no sense' },
  'row-count': { zh: '行数与数据不符', en: 'the number of rows differs from the data' },
  'line-long': { zh: '这一行过长，不像文本文件', en: 'the line is too long for a text file' },
  'vct-count': { zh: '这里应为个数（整数）', en: 'a whole number is expected here' },
  'vct-line-lost': { zh: '它引用的线不在文件里', en: 'a line it names is not in the file' },
  'vct-polygon-lost': { zh: '它引用的面不在文件里', en: 'a polygon it names is not in the file' },
  'vct-ring-open': { zh: '界线在这条线处接不上', en: 'its boundary does not go on at this line' },
  quotes: { zh: '引号没有配对', en: 'a quotation mark is not closed' },
  dms: { zh: '不是“度.分秒”（分、秒应小于 60）', en: 'not degrees.minutes-seconds: both must be below 60' },
  'point-list': { zh: '应为一串坐标，形如 x,y;x,y;x,y', en: 'a list of points is expected, like x,y;x,y;x,y' },
  'too-many-rings': { zh: '圈数过多', en: 'too many rings' },
};

export const detailOf = (language: Language, p: Params): string => {
  const detail = String(p.detail ?? '');
  const said = Object.hasOwn(details, detail) ? details[detail][language] : detail;
  const more = p.type ?? p.most;
  return more === undefined ? said : language === 'zh' ? `${said}（${more}）` : `${said} (${more})`;
};

/** What `what` stands for in a refusal about size or support. */
const things: Readonly<Record<string, Words>> = {
  entities: { zh: '图元数（含块）', en: 'entities, blocks expanded' },
  rings: { zh: '圈数', en: 'rings' },
  rows: { zh: '行数', en: 'rows' },
  groups: { zh: 'DXF 组数', en: 'DXF groups' },
  'line-pieces': { zh: '线段数', en: 'pieces of lines' },
  'line-pairs': { zh: '可能相交的线段对', en: 'pairs of lines that may meet' },
  bytes: { zh: '字节数', en: 'bytes' },
  'bytes-in-zip': { zh: '解压后的字节数（行序错乱，不能边解压边读：请先解压）', en: 'bytes once unpacked, whose rows are out of order (unpack the archive first)' }, // prettier-ignore
  files: { zh: '文件数', en: 'files' },
  curve: { zh: '曲线图形', en: 'curved shapes' },
  'geometry-encoding': { zh: '图形编码', en: 'an encoding of shapes' },
  'spherical-edges': { zh: '球面边', en: 'spherical edges' },
  'old-workbook': {
    zh: '旧版 .xls 或加密的工作簿（请另存为 .xlsx）',
    en: 'an old .xls or encrypted workbook (save as .xlsx)',
  },
  'vct-curve': { zh: '圆弧、样条等线型（要素号: 线型）', en: 'arcs, splines and the like (feature: kind)' },
  columns: { zh: '列数', en: 'columns' },
  compression: { zh: '压缩方式', en: 'a compression' },
  zip64: { zh: '超过 4 GiB 的压缩包（请先解压）', en: 'an archive beyond 4 GiB (unpack it first)' },
  encryption: { zh: '加密', en: 'encryption' },
  'column-type': { zh: '列类型', en: 'a type of column' },
  'gdb-old': { zh: 'ArcGIS 9 的文件地理数据库', en: 'a file geodatabase of ArcGIS 9' },
  'gdb-compressed': { zh: '压缩的图层（在 ArcGIS 中解压缩文件地理数据库）', en: 'a compressed layer (uncompress the file geodatabase in ArcGIS)' }, // prettier-ignore
  'gdb-raster': { zh: '栅格', en: 'a raster' },
  'gdb-multipatch': { zh: '多面体', en: 'multipatches' },
  'gdb-annotation': { zh: '注记', en: 'annotation' },
  points: { zh: '点数', en: 'points' },
  'virtual-table': { zh: '视图或虚拟表', en: 'a view or virtual table' },
};

export const thingOf = (language: Language, p: Params): string => {
  const what = String(p.what ?? '');
  return Object.hasOwn(things, what) ? things[what][language] : what;
};

const structure: Words = { zh: '文件结构读不通', en: 'its structure makes no sense' };
const boundaries: Words = { zh: '界线坐标读不通', en: 'its boundaries make no sense' };
/** What is wrong with a packed file: one of these, else the values of a field or a list. */
const packedParts: Readonly<Record<string, Words>> = {
  checksum: { zh: '校验和不符', en: 'a checksum differs' },
  head: structure,
  length: structure,
  'section-table': structure,
  section: structure,
  directory: structure,
  counts: boundaries,
  coordinates: boundaries,
  degrees: boundaries,
  metres: boundaries,
  crs: boundaries,
};

export function packedPartOf(language: Language, p: Params): string {
  const detail = String(p.detail ?? '');
  if (Object.hasOwn(packedParts, detail)) return packedParts[detail][language];
  return language === 'zh' ? `数据“${detail}”读不通` : `its data "${detail}" make no sense`;
}
