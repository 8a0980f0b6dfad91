import type { Note } from '../formats/contract.ts';
import { columns } from './columns.ts';
import { fixed } from './figures.ts';
import { noNames, worded, type FieldNames } from './field-names.ts';
import { formatName } from './format-names.ts';
import { foundText, shapesText } from './found.ts';
import { countedZh } from './counted.ts';
import type { Both, Language } from './language.ts';
import { shortNames } from './long-words.ts';
import { placing } from './placing.ts';

/* What is said of files that were read or are to be written. */

const lost: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  parks: { zh: '个园区的资料', en: 'data of parks' },
  buildings: { zh: '幢建筑', en: 'buildings' },
  townships: { zh: '个乡镇', en: 'townships' },
  zones: { zh: '个开发区等区域', en: 'zones' },
  jurisdictions: { zh: '个辖区', en: 'jurisdictions' },
  supplyPlans: { zh: '份供应计划', en: 'supply plans' },
  supplyRows: { zh: '宗计划宗地', en: 'rows of supply plans' },
  others: { zh: '个其他要素', en: 'other features' },
  fields: { zh: '个宗地字段', en: 'further fields of parcels' },
  'feature-members': { zh: '宗地的附加成员', en: 'foreign members of parcels' },
  members: { zh: '项文件说明', en: "the file's own members" },
};

const datumNames: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  gcj02: { zh: ' GCJ-02（火星坐标）', en: 'GCJ-02' },
  bd09: { zh: ' BD-09（百度坐标）', en: 'BD-09' },
};

/** An area as lists write it. */
const m2 = (area: string | number): string => fixed(Number(area), 2);

const notes: Record<Note['code'], Both> = {
  ...placing,
  ...columns,
  'stated-area-differs': {
    zh: (p) => `宗地 ${p.id} 的登记面积 ${m2(p.stated)} m² 与按坐标计算的 ${m2(p.computed)} m² 不一致`,
    en: (p) =>
      `parcel ${p.id}: stated area ${m2(p.stated)} m² differs from ${m2(p.computed)} m² computed from its points`,
  },
  'point-count-differs': {
    zh: (p) => `第 ${p.line} 行称有 ${p.stated} 个界址点，实际 ${p.found} 个`,
    en: (p) => `line ${p.line} states ${p.stated} points, found ${p.found}`,
  },
  'ring-closed': {
    zh: (p) => `宗地 ${p.id} 的界线没有回到起点，已按闭合处理`,
    en: (p) => `parcel ${p.id}: the boundary did not return to its first point and was closed`,
  },
  'encoding-guessed': {
    zh: (p) => `文件没有说明文字编码，按 ${p.encoding} 读取`,
    en: (p) => `the file states no encoding; read as ${p.encoding}`,
  },
  'axes-swapped': {
    zh: (p) => `坐标次序为${p.first === 'north' ? '北（纬度）、东（经度）' : '东、北'}（与惯例相反），已按此读取`,
    en: (p) =>
      `coordinates come ${p.first === 'north' ? 'north (latitude)' : 'east'} first, against the convention, and were read so`,
  },
  'area-unit-hectares': { zh: () => '文件中的面积按公顷读取', en: () => 'stated areas were read as hectares' },
  'area-unit-mu': { zh: () => '文件中的面积按亩读取', en: () => 'stated areas were read as mu 亩' },
  'area-unit-unclear': {
    zh: (p) =>
      `宗地 ${p.id} 的登记面积 ${p.stated} 看不出是公顷、亩还是 m²，未采用${p.computed === undefined ? '' : `（按坐标计算为 ${m2(p.computed)} m²）`}`,
    en: (p) =>
      `parcel ${p.id}: stated area ${p.stated} fits neither hectares, mu nor m² and was left out${p.computed === undefined ? '' : ` (${m2(p.computed)} m² computed from its points)`}`,
  },
  'other-geometry-kept': {
    zh: (p) => `${p.count} 个点、线或未知类型的图形原样保留，不参与计算`,
    en: (p) => `${p.count} points, lines or features of unknown kinds are kept as they are and not computed`,
  },
  'no-parcels-found': {
    zh: (p) => `文件里没有地块，只有 ${foundText('zh', p.found)}，原样保留，不参与计算；地块要画成闭合的面`,
    en: (p) =>
      `the file holds no parcels, only ${foundText('en', p.found)}, kept as they are and not computed; a parcel is drawn as a closed area`,
  },
  'other-geometry-left': {
    zh: (p) => `${p.count} 个点、线等非封闭图形没有读入`,
    en: (p) => `${p.count} points, lines and other shapes that bound no area were left out`,
  },
  'lines-closed': {
    zh: (p) => `${p.count} 条记录的图形是首尾相接的线，已按其围成的面读入：${p.ids}`,
    en: (p) => `${p.count} records are drawn as closed lines and were read as what these enclose: ${p.ids}`,
  },
  'collections-read': {
    zh: (p) => `${p.count} 条记录的图形是点、线、面的组合，只读入了其中的面：${p.ids}`,
    en: (p) => `${p.count} records are drawn as collections, of which the areas alone were read: ${p.ids}`,
  },
  'boundary-missing': {
    zh: (p) => `${p.count} 条记录没有图形，只读入了属性：${p.ids}`,
    en: (p) => `${p.count} records have no shape and were read without a boundary: ${p.ids}`,
  },
  'boundary-other': {
    zh: (p) => `${p.count} 条记录的图形（${shapesText('zh', p.types)}）不是面，只读入了属性：${p.ids}`,
    en: (p) =>
      `${p.count} records are drawn as ${shapesText('en', p.types)}, which bound no area, and were read without a boundary: ${p.ids}`,
  },
  'links-not-followed': {
    zh: (p) => `${p.count} 处网络链接或影像叠加没有读取`,
    en: (p) => `${p.count} network links or overlays were not followed`,
  },
  'heights-left': {
    zh: (p) => `${p.count} 个点带有高程，高程未保留`,
    en: (p) => `${p.count} points carry a height, which is not kept`,
  },
  'measures-left': {
    zh: (p) => `${p.count} 个点带有 M 值，M 值未保留`,
    en: (p) => `${p.count} points carry a measure M, which is not kept`,
  },
  'datum-shift-likely': {
    zh: (p) =>
      `${p.maker === undefined ? '这类文件' : `字段是 ${p.maker} 的，这类数据`}的经纬度多为${datumNames[p.datum]?.zh ?? p.datum}，可能偏移数百米；现按原值读取，确认后可换算`,
    en: (p) =>
      `files of ${p.maker === undefined ? 'this kind' : `${p.maker}, whose columns it has,`} mostly hold ${datumNames[p.datum]?.en ?? p.datum}, which may be off by hundreds of metres; read as they stand, converted once confirmed`,
  },
  'datum-unsaid': {
    zh: () =>
      '文件没有说明坐标系，经纬度按 CGCS2000（WGS 84）读取；如取自高德、百度等互联网地图，会偏移数百米，请选定 GCJ-02 或 BD-09 换算（--datum）',
    en: () =>
      'the file says nothing of its coordinate system; its degrees were read as CGCS2000 (WGS 84). From Amap, Baidu and the like they are off by hundreds of metres: choose GCJ-02 or BD-09 to convert them (--datum)',
  },
  'datum-converted': {
    zh: (p) => `已按确认由${datumNames[p.datum]?.zh ?? p.datum}换算；换算公式本身有分米级误差，面积和位置只供参考`,
    en: (p) =>
      `converted from ${datumNames[p.datum]?.en ?? p.datum} as confirmed; the formula itself is off by decimetres, so areas and places are for reference only`,
  },
  'datum-shift-between': {
    zh: (p) =>
      `与 ${p.other} 相差约 ${p.metres} m，正好是${datumNames[p.datum]?.zh ?? p.datum}的偏移（${p.points} 个点吻合）`,
    en: (p) =>
      `lies about ${p.metres} m from ${p.other}, exactly the shift of ${datumNames[p.datum]?.en ?? p.datum} (${p.points} points match)`,
  },
  'zone-doubtful': {
    zh: (p) => `按 ${p.stated} 土地与其余图层相距 ${p.km} km；若为 ${p.likely} 则正好相合，带号可能有误`,
    en: (p) =>
      `in ${p.stated} the land lies ${p.km} km from the other layers; in ${p.likely} it would lie with them: the zone may be wrong`,
  },
  'zone-far': {
    zh: (p) => `按 ${p.stated} 土地离中央子午线 ${p.km} km，通常应属 ${p.likely}，请核对带号和分带`,
    en: (p) =>
      `in ${p.stated} the land lies ${p.km} km from the central meridian, where ${p.likely} is usual; check zone and zone width`,
  },
  'duplicate-geometry': {
    zh: (p) => `${p.count} 处图形重复（0.1 mm 以内完全相同）：${p.ids}`,
    en: (p) => `${p.count} boundaries are drawn twice (the same to 0.1 mm): ${p.ids}`,
  },
  'arcs-densified': {
    zh: (p) =>
      `${p.count} 段圆弧和曲线已化为弦长线段（离曲线不超过 ${p.chordM} m）：端点不动，中间各点略外移，使所围面积与曲线所围的相等`,
    en: (p) =>
      `${p.count} arcs and curves became chords (at most ${p.chordM} m from the curve); their ends stay, the points between are set so that the area enclosed is that of the curves`,
  },
  'curves-open': {
    zh: (p) => `${countedZh(p.curves)} 未封闭，没有读作宗地；请在 CAD 中连成闭合多段线`,
    en: (p) => `not closed and not read as parcels: ${p.curves}; join them to closed polylines in the CAD program`,
  },
  'shapes-stray': {
    zh: (p) => `${p.count} 个图形不在其余图形所在的坐标范围内，没有读入，请核对（图层，首点）：${p.names}`,
    en: (p) =>
      `${p.count} shapes do not stand where the other shapes of the drawing do and were left out; check them (layer, first point): ${p.names}`,
  },
  'layers-hidden': {
    zh: (p) => `关闭或冻结的图层没有读取（括号内为封闭图形数）：${p.names}；要读取请用 --layer 指定`,
    en: (p) =>
      `layers that are off or frozen were not read (closed shapes on them in brackets): ${p.names}; name one with --layer to read it`,
  },
  'row-texts-joined': {
    zh: (p) => `${p.count} 行的文字里有分隔符，已按字段类型并回原字段：要素 ${p.ids}`,
    en: (p) => `${p.count} rows have a separator in a text, put back into its field by the types: features ${p.ids}`,
  },
  'row-texts-unclear': {
    zh: (p) => `${p.count} 行的值与字段对不上（文字里有分隔符，或缺项），分不清的字段没有读入：要素 ${p.ids}`,
    en: (p) =>
      `${p.count} rows do not fit their fields (a separator in a text, or values missing); what is uncertain is left out: features ${p.ids}`,
  },
  'labels-told': {
    zh: (p) => `由宗地内的文字认出编号 ${p.numbers} 处、地类 ${p.classes} 处、面积 ${p.areas} 处，请核对`,
    en: (p) =>
      `by what the texts inside plots look like ${p.numbers} numbers, ${p.classes} land classes and ${p.areas} areas were taken; check them`,
  },
  'xdata-read': {
    zh: (p) => `${p.count} 宗的编号等取自 CASS 写入的扩展属性（SOUTH）`,
    en: (p) => `${p.count} parcels have their number from the extended data of CASS (SOUTH)`,
  },
  'xdata-coded': {
    zh: (p) => `按 CASS 编码不是宗地的 ${p.count} 个封闭图形没有读入：${p.names}（图层、编码、个数）`,
    en: (p) => `${p.count} outlines are no parcels by CASS's codes and are left out: ${p.names} (layer, code, number)`,
  },
  'holders-left': {
    zh: (p) => `${p.count} 宗的权利人可能是个人，没有读入`,
    en: (p) => `the holder of ${p.count} parcels may be a person and is not read`,
  },
  'boundary-points': {
    zh: (p) => `${p.count} 个界址点（CASS 的圆）不是地块，没有读作图形`,
    en: (p) => `${p.count} boundary points (circles of CASS) are no plots`,
  },
  'joined-from-lines': {
    zh: (p) => `${p.count} 宗的界线是由首尾相接的单线连成的，最大缝隙 ${p.gapMm} 毫米`,
    en: (p) => `${p.count} parcels were joined from single lines end to end; the widest gap is ${p.gapMm} mm`,
  },
  'lines-fork': {
    zh: (p) =>
      `图层“${p.layer}”有 ${p.count} 处三条以上的线交汇（第一处 ${p.x}, ${p.y}），单凭线分不清哪些是宗地，没有读入；核对后可以把该图层围成的面全部读作地块${p.others ? `。同样的图层：${p.others}` : ''}`,
    en: (p) =>
      `on layer "${p.layer}" more than two lines meet in ${p.count} points (the first at ${p.x}, ${p.y}): what is a parcel is not told by them and they are left out; all ground they enclose can be read as parcels${p.others ? `. Other layers of the kind: ${p.others}` : ''}`,
  },
  'faces-built': {
    zh: (p) =>
      `图层“${p.layer}”的线围成的 ${p.count} 个面全部读作地块，其中 ${p.roads} 个形状像道路，标在“疑似道路”一列，请逐个核对`,
    en: (p) =>
      `all ${p.count} faces that the lines of layer "${p.layer}" enclose are read as parcels; ${p.roads} look like roads, marked in the column 疑似道路: check each`,
  },
  'xdata-left': {
    zh: (p) => `${p.count} 个图形带有 CASS 的其他扩展属性（SOUTH），没有读取`,
    en: (p) => `${p.count} shapes carry other extended data of CASS (SOUTH), which is not read`,
  },
  'rings-nested': {
    zh: (p) => `同一图层里套在内部的 ${p.count} 条界线按孔洞处理`,
    en: (p) => `${p.count} outlines inside another of the same layer were read as holes`,
  },
  'hatches-read': {
    zh: (p) => `${p.count} 个填充（HATCH）没有对应的闭合多段线，其边界已作为宗地读入；若只是图例或示意，请删去后再导出`,
    en: (p) =>
      `${p.count} hatches that fill no closed polyline were read as parcels by their boundaries; if they are mere decoration, remove them and export again`,
  },
  'labels-unclear': {
    zh: (p) => `${p.count} 个地块内有几处文字分不清哪个是编号或名称，没有采用`,
    en: (p) => `${p.count} parcels hold several texts of which any could be the number or the name; none was taken`,
  },
  'unit-scaled': {
    zh: (p) => `图形单位为 ${p.unit}，已换算为米`,
    en: (p) => `the drawing is in ${p.unit}; its lengths were made metres`,
  },
  joined: {
    zh: (p) => `${p.name} 有 ${p.count} 行按“${p.key}”挂接到地块`,
    en: (p) => `${p.count} rows of ${p.name} were joined to parcels by "${p.key}"`,
  },
  'join-loosely': {
    zh: (p) => `${p.name} 有 ${p.count} 行的编号只差全角、空格、大小写或首位的零，已对上：${p.ids}`,
    en: (p) =>
      `${p.count} rows of ${p.name} have the number of a parcel but for width, blanks, case or zeros and were joined: ${p.ids}`,
  },
  'join-unclear': {
    zh: (p) => `${p.name} 有 ${p.count} 个编号对应不止一个地块或不止一行，没有挂接，或只挂接第一个：${p.ids}`,
    en: (p) =>
      `${p.count} numbers of ${p.name} may mean several parcels or rows; they were joined to none, or to the first: ${p.ids}`,
  },
  'join-numbers-rounded': {
    zh: (p) => `${p.name} 有 ${p.count} 个编号存成了数值，末几位已丢失；请在表中改为文本后重填：${p.ids}`,
    en: (p) =>
      `${p.count} numbers of ${p.name} were kept as figures and lost their last digits; make the column text and type them anew: ${p.ids}`,
  },
  'join-rows-twice': {
    zh: (p) => `${p.name} 里有 ${p.count} 个地块不止一行，取第一行：${p.ids}`,
    en: (p) => `${p.name} has several rows for ${p.count} parcels; the first of each counts: ${p.ids}`,
  },
  'parks-unrecorded': {
    zh: (p) => `宗地所属的 ${p.count} 个园区在文件中没有记录，除编号外一无所知：${p.ids}`,
    en: (p) => `${p.count} parks that parcels name have no record in the file; nothing but their id is known: ${p.ids}`,
  },
  'parcels-unrecorded': {
    zh: (p) => `${p.count} 幢建筑所在的宗地在文件中没有记录，编号按原样保留，不参与对照：${p.ids}`,
    en: (p) => `${p.count} buildings name parcels that are not in the file; kept as they are, not used: ${p.ids}`,
  },
  'join-rows-left': {
    zh: (p) => `${p.name} 有 ${p.count} 行没有对应的地块：${p.ids}`,
    en: (p) => `${p.count} rows of ${p.name} have no parcel: ${p.ids}`,
  },
  'join-parcels-left': {
    zh: (p) => `${p.count} 个地块在 ${p.name} 里没有对应的行：${p.ids}`,
    en: (p) => `${p.count} parcels have no row in ${p.name}: ${p.ids}`,
  },
  'join-values-kept': {
    zh: (p) => `${p.name} 有 ${p.count} 个值与图形文件不同，以图形文件为准`,
    en: (p) => `${p.count} values of ${p.name} differ from the file of boundaries, which was kept`,
  },
  'rows-left-out': {
    zh: (p) => `表中 ${p.count} 行不是界址点，没有读入`,
    en: (p) => `${p.count} rows of the table are no boundary points and were left out`,
  },
  'totals-left-out': {
    zh: (p) => `表中 ${p.count} 行是合计、小计，没有读入`,
    en: (p) => `${p.count} rows of the table are totals and were left out`,
  },
  'points-in-row-order': {
    zh: (p) => `看不出这 ${p.count} 个点的地块编号和次序，已按文件中的次序连成一块地，请核对`,
    en: (p) =>
      `nothing says of which parcel these ${p.count} points are, or in which order; they were joined as they stand in the file: check the boundary`,
  },
  'closing-ring-number': {
    zh: (p) => `第 ${p.line} 行的闭合点圈号与本圈不同，已作为宗地 ${p.id} 这一圈的闭合点`,
    en: (p) =>
      `line ${p.line}: the closing point bears another ring number than its ring and was taken to close that ring of parcel ${p.id}`,
  },
  'degrees-packed': {
    zh: (p) => `经纬度按“度.分秒”读取：${p.value} 即 ${p.packed}`,
    en: (p) => `degrees were read as degrees.minutes-seconds: ${p.value} is ${p.packed}`,
  },
  'rows-deleted': {
    zh: (p) => `${p.name} 中有 ${p.count} 行已标记删除，连同其图形没有读入`,
    en: (p) => `${p.count} rows of ${p.name} are marked deleted and were left out with their shapes`,
  },
  'ring-direction-differs': {
    zh: (p) =>
      `宗地 ${p.id} 各圈的走向与包含关系不符：按包含关系（里圈为孔洞）为 ${m2(p.used)} m²，已采用；按走向为 ${m2(p.directed)} m²，请核对里圈是孔洞还是另一块地`,
    en: (p) =>
      `parcel ${p.id}: the directions of its rings and their containment disagree: ${m2(p.used)} m² by containment (an inner ring is a hole), which was taken; ${m2(p.directed)} m² by direction; check whether an inner ring is a hole`,
  },
  'fields-renamed': {
    zh: (p) => `Shapefile 的字段名最多 10 个字节，${p.count} 个字段已改名：${p.names}`,
    en: (p) => `a Shapefile's field names have at most 10 bytes; ${p.count} were renamed: ${p.names}`,
  },
  'names-completed': {
    zh: (p) => `${p.count} 个被截断的字段名已按字段字典补全：${p.names}`,
    en: (p) => `${p.count} field names that were cut short were completed by the dictionary: ${p.names}`,
  },
  'cells-guarded': {
    zh: (p) => `${p.count} 个文字以 = + - @ 开头，前面加了撇号，以免表格软件当作公式计算`,
    en: (p) =>
      `${p.count} texts begin with = + - @ and were written after an apostrophe, so that no spreadsheet computes them`,
  },
  'column-left-out': {
    zh: (p) => `列 ${p.column}（${p.type}）不是文字或数字，未读取`,
    en: (p) => `column ${p.column} (${p.type}) holds neither text nor numbers and was left out`,
  },
  'ids-renamed': {
    zh: (p) => `几个文件里有相同的编号，${p.count} 宗已在编号前加上文件名（原编号 ${p.ids}）`,
    en: (p) =>
      `several files use the same numbers: ${p.count} parcels have the name of their file in front (${p.ids} before)`,
  },
  'members-differ': {
    zh: (p) => `以下说明各文件不一致，或只有部分文件有，合并时未保留：${p.names}`,
    en: (p) =>
      `what the files say of themselves otherwise, or only some of them say, is left out of the whole: ${p.names}`,
  },
  'jurisdictions-differ': {
    zh: (p) => `几个文件对同一区县（开发区）的说明不一致，以在前的文件为准：${p.names}`,
    en: (p) =>
      `the files describe the same district or development zone differently; the first of them counts: ${p.names}`,
  },
  'surveys-mixed': {
    zh: () =>
      '几个文件不都是在同一投影带中实测的（有的是经纬度，或在另一带），合成的图层以经纬度保存（约 0.1 mm）；要保留平面坐标，请分别打开，或先转换到同一带',
    en: () =>
      'the files were not all surveyed in one zone (some hold degrees, or are of another zone): the layer made of them holds degrees (about 0.1 mm); to keep plane coordinates open them one by one, or convert them to one zone first',
  },
  'crs-overridden': {
    zh: (p) => `文件写的坐标系是 ${p.stated}，现按指定的 ${p.used} 读取，坐标没有换算`,
    en: (p) => `the file states ${p.stated}; it was read as ${p.used} as told, and nothing was transformed`,
  },
  'archive-files-left': {
    zh: (p) => `压缩包中还有 ${p.names} 没有打开；要打开请解压后一起给出`,
    en: (p) => `the archive also holds ${p.names}, not opened; unpack it to open all of it together`,
  },
  'archive-name-unread': {
    zh: (p) => `压缩包 ${p.name} 里的文件名编码无法识别（${p.shown}），内容已读入；建议改名后重新压缩`,
    en: (p) =>
      `the name of a file in ${p.name} is in no encoding that is known here (${p.shown}); its content was read: rename it and pack it anew`,
  },
  'layers-left-out': {
    zh: (p) => `文件中的其他图层未读取：${p.names}`,
    en: (p) => `other layers of the file were not read: ${p.names}`,
  },
  'not-carried': {
    zh: (p) =>
      `${formatName(p.format)} 装不下 ${p.count} ${lost[p.what]?.zh ?? p.what}${p.names ? `（${p.names}）` : ''}，没有写入`,
    en: (p) =>
      `${formatName(p.format)} cannot hold ${lost[p.what]?.en ?? p.what}${p.names ? ` (${p.names})` : ''}: ${p.count} not written`,
  },
};

/**
 * The names of a few files and how many they are, as they stand in front of a sentence; most of them in a folder go by its
 * name, those of a geodatabase always.
 */
export function filesText(language: Language, given: readonly string[]): string {
  const names = [...new Set(given.map((name) => name.replace(/(\.gdb)\/[^/]*$/i, '$1')))];
  if (names.length <= 2) return names.join(language === 'zh' ? '、' : ', ');
  const path = names[0].slice(0, names[0].lastIndexOf('/') + 1);
  const folder = path.split('/').at(-2);
  if (folder && 2 * names.filter((name) => name.startsWith(path)).length > names.length)
    return language === 'zh' ? `${folder}（${names.length} 个文件）` : `${folder} (${names.length} files)`;
  return language === 'zh' ? `${names[0]} 等 ${names.length} 个文件` : `${names[0]} and ${names.length - 1} more files`;
}

/** `names`: what the pack calls the fields and values it is about. */
export function sayNote(language: Language, note: Note, names: FieldNames = noNames): string {
  const sentence = shortNames(notes[note.code][language](worded(language, note.params, names)));
  return 'of' in note && note.of
    ? `${filesText(language, note.of)}${language === 'zh' ? '：' : ': '}${sentence}`
    : sentence;
}
