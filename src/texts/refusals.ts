import type { Refusal } from '../domain/outcome.ts';
import type { FormatRefusalCode } from '../formats/contract.ts';
import { countedThingsZh, countedZh } from './counted.ts';
import { namedChoices } from './crs-names.ts';
import type { Both, Language } from './language.ts';
import { expectedText } from './expected.ts';
import { noNames, worded, type FieldNames } from './field-names.ts';
import { foreignText } from './foreign.ts';
import { formatName } from './format-names.ts';
import { foundText } from './found.ts';
import { shortNames } from './long-words.ts';
import { detailOf, packedPartOf, placeOf, thingOf } from './places.ts';

/** More choices than this are counted, not named. */
const mostNamed = 8;
const listZh = (choices: readonly string[]) =>
  choices.slice(0, mostNamed).join('、') + (choices.length > mostNamed ? ` 等 ${choices.length} 个` : '');
const listEn = (choices: readonly string[]) =>
  choices.slice(0, mostNamed).join(', ') +
  (choices.length > mostNamed ? ` and ${choices.length - mostNamed} more` : '');

/** Where a plane position would be by the CRS it is said to be in. */
function thereText(language: Language, { crs, lon, lat }: Refusal['params']): string {
  if (lon === undefined || lat === undefined) return '';
  const [ew, ns] = [Number(lon) < 0 ? 'W' : 'E', Number(lat) < 0 ? 'S' : 'N'];
  const there = `${Math.abs(Number(lon))}°${ew}, ${Math.abs(Number(lat))}°${ns}`;
  return language === 'zh' ? `按 ${crs} 位于 ${there}，` : `, by ${crs} at ${there},`;
}

/** Whether `lat, lon` the other way round may be degrees of the country. */
function turnedInChina(at: string | number | undefined): boolean {
  const [lat, lon] = String(at).split(',').map(Number);
  return lat >= 3 && lat <= 54 && lon >= 73 && lon <= 136;
}

/** What a drawing without parcels holds instead, and what to do. */
function drawnInstead(language: Language, { open, others, hidden }: Refusal['params']): string {
  const said =
    language === 'zh'
      ? [
          open && `${countedZh(open)} 未封闭，请在 CAD 中连成闭合多段线`,
          others && `另有 ${countedThingsZh(others)}`,
          hidden && `封闭图形都在关闭或冻结的图层上：${hidden}`,
        ]
      : [
          open && `these are not closed: ${open}; join them to closed polylines in the CAD program`,
          others && `there are also ${others}`,
          hidden && `closed shapes are only on layers that are off or frozen: ${hidden}`,
        ];
  const parts = said.filter(Boolean);
  if (parts.length === 0) return '';
  return language === 'zh' ? `图中：${parts.join('；')}。` : ` In the drawing ${parts.join('; ')}.`;
}
const named = (sign: string, name: string | number | undefined): string => (name === undefined ? '' : `${sign}${name}`);
/** A blank between Chinese and what is not. */
const spaced = (text: string): string => text.replace(/^(?=[!-~])/, ' ');
const insteadZh = (found: string | number | undefined): string => {
  const text = foundText('zh', found);
  return text === '' ? '' : `只有 ${text}。地块要画成闭合的面。`;
};
const rowsZh = (found: string | number | undefined): string => (found ? `（${foundText('zh', found)}）` : '');
const rowsEn = (found: string | number | undefined): string => (found ? ` (${foundText('en', found)})` : '');
const insteadEn = (found: string | number | undefined): string => {
  const text = foundText('en', found);
  return text === '' ? '' : ` There is only: ${text}. A parcel is drawn as a closed area.`;
};

/** What is wrong, where, and what to do; one sentence per code and language. */
const sentences: Record<FormatRefusalCode, Both> = {
  'unknown-format': {
    zh: (p) =>
      `不认识的文件格式：${p.name}。可用 GeoJSON、界址点 TXT、Shapefile、GeoPackage、FlatGeobuf、GeoParquet、KML/KMZ/OVKML、DXF、VCT、MIF/MID、CSV、Excel（.xlsx）或 .ytp。`,
    en: (p) =>
      `Unknown file format: ${p.name}. Use GeoJSON, boundary-point TXT, Shapefile, GeoPackage, FlatGeobuf, GeoParquet, KML/KMZ/OVKML, DXF, VCT, MIF/MID, CSV, Excel (.xlsx) or .ytp.`,
  },
  'foreign-file': {
    zh: (p) => `${p.name} 是${spaced(foreignText('zh', p.what)[0])}，这里读不了：请${foreignText('zh', p.what)[1]}。`,
    en: (p) => `${p.name} is ${foreignText('en', p.what)[0]}, not read here: ${foreignText('en', p.what)[1]}.`,
  },
  misnamed: {
    zh: (p) =>
      `${p.name} 的内容不是${spaced(p.format === 'zip' ? '压缩包（.zip）' : formatName(p.format))}：扩展名可能改过，或文件没有拷贝完整。请把扩展名改回原来的（文字表格为 .csv 或 .txt），或重新拷贝、导出。`,
    en: (p) =>
      `The content of ${p.name} is not ${p.format === 'zip' ? 'a zip' : formatName(p.format)}: its ending may have been changed, or it was not copied whole. Give it its own ending again (.csv or .txt for tables of text), or copy or export it anew.`,
  },
  'empty-archive': {
    zh: (p) => `压缩包里没有文件：${p.name}。请检查压缩是否完成，再打开。`,
    en: (p) => `The archive holds no files: ${p.name}. Check that it was packed completely, and open it again.`,
  },
  'empty-file': {
    zh: (p) => `文件是空的${named('：', p.name)}。请检查导出是否完成。`,
    en: (p) => `The file is empty${named(': ', p.name)}. Check that the export finished.`,
  },
  'not-json': {
    zh: (p) => `不是有效的 JSON：第 ${p.line} 行第 ${p.column} 列，${detailOf('zh', p)}。请改正这一处，或重新导出。`,
    en: (p) =>
      `Not valid JSON: line ${p.line}, column ${p.column}, ${detailOf('en', p)}. Correct it there, or export the file again.`,
  },
  'not-geojson': {
    zh: (p) => `不是有效的 GeoJSON：${placeOf('zh', p)}，${detailOf('zh', p)}。`,
    en: (p) => `Not valid GeoJSON: ${placeOf('en', p)}, ${detailOf('en', p)}.`,
  },
  'bad-field': {
    zh: (p) =>
      `${placeOf('zh', p)}的字段 ${p.field} 填写有误：${p.value}，应为${expectedText('zh', p.expected).replace(/^(?=[\x21-\x7e])/, ' ')}。`,
    en: (p) => `${placeOf('en', p)}: field ${p.field} is ${p.value}, expected ${expectedText('en', p.expected)}.`,
  },
  'duplicate-id': {
    zh: (p) => `编号重复：${p.kind} ${p.id} 出现了不止一次，请改成唯一编号。`,
    en: (p) => `Duplicate id: ${p.kind} ${p.id} occurs more than once; make it unique.`,
  },
  'missing-reference': {
    zh: (p) => `${placeOf('zh', p)}的 ${p.field} 指向 ${p.id}，但文件里没有它。`,
    en: (p) => `${placeOf('en', p)}: ${p.field} names ${p.id}, which is not in the file.`,
  },
  'bad-line': {
    zh: (p) => `第 ${p.line} 行读不懂：“${p.text}”，${detailOf('zh', p)}。请改正这一行后再打开。`,
    en: (p) =>
      `Line ${p.line} cannot be read: "${p.text}", ${detailOf('en', p)}. Correct that line and open the file again.`,
  },
  'not-point-text': {
    zh: (p) =>
      `${p.name} 不是界址点 TXT：里面没有 [地块坐标]，也没有地块行和界址点行。请索取界址点文件，或把坐标表存为 CSV、Excel（.xlsx）。`,
    en: (p) =>
      `${p.name} is no boundary-point TXT: it has no [地块坐标] and no line of a plot or point. Ask for the file of points, or save the table of coordinates as CSV or .xlsx.`,
  },
  'no-parcels': {
    zh: (p) => `文件里没有地块${named('：', p.name)}。${drawnInstead('zh', p)}${insteadZh(p.found)}`,
    en: (p) => `The file holds no parcels${named(': ', p.name)}.${drawnInstead('en', p)}${insteadEn(p.found)}`,
  },
  'bad-number': {
    zh: (p) => `${placeOf('zh', p)}的坐标不是有效数字：${p.value}。请改正后再打开。`,
    en: (p) =>
      `${placeOf('en', p)}: the coordinate is not a valid number: ${p.value}. Correct it and open the file again.`,
  },
  'crs-unknown': {
    zh: ({ likely }) =>
      likely === undefined
        ? '文件没有说明坐标系，从数值也判断不出来，请用 --crs 指定。'
        : '文件没有说明坐标系，数值像是网络地图的墨卡托坐标，请核对后用 --crs 确认。',
    en: ({ likely }) =>
      likely === undefined
        ? 'The file states no coordinate system and its numbers do not tell; give it with --crs.'
        : 'The file states no coordinate system; its numbers look like Web Mercator. Check, and confirm with --crs.',
  },
  'crs-ambiguous': {
    zh: () => '文件没有说明坐标系，数值符合不止一种，请用 --crs 选定。',
    en: () => 'The file states no coordinate system and its numbers fit more than one; choose with --crs.',
  },
  'crs-unsupported': {
    zh: (p) => `不支持坐标系 ${p.code}：换算需要当地参数，请先转换为 CGCS2000。`,
    en: (p) => `${p.code} is not supported: it needs local parameters; convert the data to CGCS2000 first.`,
  },
  'crs-not-written': {
    zh: (p) =>
      `这种格式不能用坐标系 ${p.code} 写出：TXT、成果表和 DXF 用高斯—克吕格投影带（如 EPSG:4526），KML 用经纬度。请换 --crs 或输出格式。`,
    en: (p) =>
      `This format is not written in ${p.code}: TXT, point tables and DXF take a Gauss–Krüger zone such as EPSG:4526, KML degrees; choose another --crs or format.`,
  },
  'format-not-written': {
    zh: (p) =>
      `${formatName(p.format)} 只能读入，不能写出：请换一种输出格式，如 GeoPackage（.gpkg）或 Shapefile（.shp）。`,
    en: (p) => `${formatName(p.format)} is read here and not written; choose another format, such as .gpkg or .shp.`,
  },
  'crs-unrecognised': {
    zh: (p) => `不认识坐标系“${p.code}”，请先在 GIS 中转换为 CGCS2000，或核对代码后用 --crs 指定（如 EPSG:4490）。`,
    en: (p) =>
      `The coordinate system "${p.code}" is not known here; convert the data to CGCS2000 in a GIS first, or check the code and give it with --crs, such as EPSG:4490.`,
  },
  'outside-china': {
    zh: (p) =>
      `${placeOf('zh', p)}的坐标（${p.at}）${thereText('zh', p)}不在中国范围内，${p.crs === undefined ? (turnedInChina(p.at) ? '经度和纬度可能写反了' : '请核对数据的位置和坐标系') : '请检查坐标系'}。`,
    en: (p) =>
      `${placeOf('en', p)}: coordinates (${p.at})${thereText('en', p)} lie outside China; ${p.crs === undefined && turnedInChina(p.at) ? 'longitude and latitude may be swapped' : 'check where the data are and their coordinate system'}.`,
  },
  'outside-zone': {
    zh: (p) =>
      `${placeOf('zh', p)}的坐标${p.at === undefined ? '' : `（${p.at}）`}${thereText('zh', p)}落在所称投影带之外，请检查带号、坐标次序或中央子午线。`,
    en: (p) =>
      `${placeOf('en', p)}: coordinates${p.at === undefined ? '' : ` (${p.at})`}${thereText('en', p)} fall outside the stated zone; check zone number, axis order or central meridian.`,
  },
  'missing-companion': {
    zh: (p) =>
      /\.mid$/i.test(String(p.name))
        ? `缺少配套文件 ${p.name}：请与同名的 .mif 一起选中打开，或一起压缩为 .zip。`
        : `缺少配套文件 ${p.name}：请把同名的 .shp、.dbf、.shx、.prj 一起选中打开，或一起压缩为 .zip。`,
    en: (p) =>
      /\.mid$/i.test(String(p.name))
        ? `The companion file ${p.name} is missing: open it together with the .mif of its name, or both in a .zip.`
        : `The companion file ${p.name} is missing: open the .shp, .dbf, .shx and .prj of that name together, or all of them in a .zip.`,
  },
  truncated: {
    zh: (p) => `文件不完整：${p.name}${Number(p.record) > 0 ? ` 在第 ${p.record} 条记录处中断` : ''}，请重新导出。`,
    en: (p) =>
      `The file is cut off: ${p.name}${Number(p.record) > 0 ? ` ends at record ${p.record}` : ''}; export it again.`,
  },
  'not-polygons': {
    zh: (p) =>
      `图形不是面：${p.where === undefined ? '' : `${placeOf('zh', p)}，`}${foundText('zh', p.found) || p.type}。地块必须是多边形。`,
    en: (p) =>
      `Not polygons: ${p.where === undefined ? '' : `${placeOf('en', p)}, `}${foundText('en', p.found) || p.type}. Parcels must be polygons.`,
  },
  'encoding-broken': {
    zh: (p) => `文字编码无法识别：${p.where}。请存为 UTF-8 或 GBK。`,
    en: (p) => `The text encoding cannot be read: ${p.where}. Save as UTF-8 or GBK.`,
  },
  'not-xml': {
    zh: (p) => `不是可用的 XML：${p.name} 第 ${p.line} 行，${detailOf('zh', p)}。请改正这一处，或重新导出。`,
    en: (p) =>
      `Not usable XML: ${p.name}, line ${p.line}, ${detailOf('en', p)}. Correct it there, or export the file again.`,
  },
  'too-many-points': {
    zh: (p) => `${placeOf('zh', p)}的一圈超过 ${p.most} 个点，请核对或拆分后再导入。`,
    en: (p) => `${placeOf('en', p)}: one ring has more than ${p.most} points; check or split it first.`,
  },
  'cad-binary': {
    zh: (p) => `读不了二进制的 CAD 文件：${p.name}。请在 CAD 里另存为 DXF（ASCII 文本）。`,
    en: (p) => `Binary CAD files cannot be read: ${p.name}. Save as DXF (ASCII text) in the CAD program.`,
  },
  'no-boundaries': {
    zh: (p) => `${p.name} 是属性表，没有界址点坐标${rowsZh(p.found)}。请与图形文件一起打开，按编号挂接。`,
    en: (p) =>
      `${p.name} is a table of attributes without coordinates${rowsEn(p.found)}. Open it together with a file of boundaries, to be joined by id.`,
  },
  'points-only': {
    zh: (p) =>
      `${p.name} 里只有 ${p.count} 个点，看不出连成哪几块地。请加上地块编号列和点号（或序号）列，每块地的点按次序排列。`,
    en: (p) =>
      `${p.name} holds only ${p.count} points, and nothing says which parcels they bound. Add a column with the parcel's number (地块编号) and one with the order of the points (点号 or 序号).`,
  },
  'degrees-ambiguous': {
    zh: (p) =>
      `${p.name} 的经纬度 ${p.value} 可能是十进制度，也可能是“度.分秒”（即 ${p.packed}），相差可达几十公里。请用 --degrees decimal（十进制度）或 --degrees dms（度.分秒）选定，或在列名里注明。`,
    en: (p) =>
      `${p.value} in ${p.name} may be decimal degrees or degrees.minutes-seconds (${p.packed}), tens of kilometres apart. Choose with --degrees decimal or --degrees dms, or say it in the name of the column.`,
  },
  'nothing-joined': {
    zh: (p) => `${p.name} 没有一行能与地块对上，请核对编号列。`,
    en: (p) => `No row of ${p.name} matches a parcel; check its id column.`,
  },
  'datum-on-metres': {
    zh: (p) => `文件的坐标是米，不是经纬度，不能按 ${p.datum} 换算。`,
    en: (p) => `The coordinates of the file are metres, not degrees; they cannot be converted from ${p.datum}.`,
  },
  'too-large': {
    zh: (p) => `文件过大：${placeOf('zh', p)}的${thingOf('zh', p)}为 ${p.found}，最多 ${p.most}。请拆分后再导入。`,
    en: (p) =>
      `Too large: ${placeOf('en', p)} has ${p.found} ${thingOf('en', p)}, at most ${p.most} are read; split it.`,
  },
  damaged: {
    zh: (p) =>
      `文件已损坏${named('：', p.name)}${p.where === undefined ? '' : ` ${placeOf('zh', p)}`}，${detailOf('zh', p)}。请重新导出。`,
    en: (p) =>
      `The file is damaged${named(': ', p.name)}${p.where === undefined ? '' : ` ${placeOf('en', p)}`}, ${detailOf('en', p)}; export it again.`,
  },
  unsupported: {
    zh: (p) =>
      `${p.name ?? '文件'} 含有这里不读的内容：${thingOf('zh', p)}${p.type === undefined ? '' : `（${p.type}）`}。请换一种方式导出。`,
    en: (p) =>
      `${p.name ?? 'The file'} holds what is not read here: ${thingOf('en', p)}${p.type === undefined ? '' : ` (${p.type})`}; export it otherwise.`,
  },
  'several-layers': {
    zh: (p) =>
      `${p.name} 里${p.layer === undefined ? '不止一个面图层' : `没有面图层“${p.layer}”`}，请用 --layer 选定一个。`,
    en: (p) =>
      `${p.name} holds ${p.layer === undefined ? 'more than one layer' : `no layer "${p.layer}"`} of polygons; choose one with --layer.`,
  },
  'lines-fork': {
    zh: (p) =>
      `${p.name} 里没有封闭图形；图层“${p.layer}”有 ${p.count} 处三条以上的线交汇（第一处 ${p.x}, ${p.y}），单凭线分不清哪些是宗地。请在 CAD 中连成闭合多段线，或用 --faces 图层 把它围成的面全部读作地块，再逐个核对。`,
    en: (p) =>
      `${p.name} has no closed shapes; on layer "${p.layer}" more than two lines meet in ${p.count} points (the first at ${p.x}, ${p.y}), so that what is a parcel is not told by them. Join them to closed polylines, or read all ground they enclose as parcels with --faces LAYER, and check each.`,
  },
  'no-faces': {
    zh: (p) => `${p.name} 的图层“${p.layer}”没有线围成的面，请用 --faces 另选一个有线的图层。`,
    en: (p) => `${p.name}: lines of layer "${p.layer}" enclose nothing; choose another layer of lines with --faces.`,
  },
  'layers-overlap': {
    zh: (p) =>
      `${p.name} 里几个图层的封闭图形互相压盖（如图框、建筑物与宗地），一起读入会重复计算，请用 --layer 选定宗地所在的图层（* 为全部）。`,
    en: (p) =>
      `${p.name}: closed shapes of several layers lie over each other, such as a frame or buildings and parcels, and would count twice; choose the layer of the parcels with --layer (* for all).`,
  },
  'local-coordinates': {
    zh: (p) =>
      `${p.name} 用的是独立（假定）坐标，不是国家坐标：图形范围 X ${p.west}～${p.east}，Y ${p.south}～${p.north}${p.unit === undefined ? '' : `，图中单位写为 ${p.unit}`}。请在 CAD 中按两个以上控制点对齐（ALIGN）到 CGCS2000 投影坐标、单位改为米，或请测绘单位提供国家坐标的图。`,
    en: (p) =>
      `${p.name} is in local coordinates, not those of the country: X ${p.west} to ${p.east}, Y ${p.south} to ${p.north}${p.unit === undefined ? '' : `, its unit given as ${p.unit}`}. Align it in the CAD program to CGCS2000 plane coordinates in metres by two control points or more, or ask the surveyor for a drawing in national coordinates.`,
  },
  'packed-damaged': {
    zh: (p) => `图包文件已损坏或不完整${named('：', p.name)}，${packedPartOf('zh', p)}。请重新复制或重新导出。`,
    en: (p) =>
      `The packed file is damaged or cut off${named(': ', p.name)}, ${packedPartOf('en', p)}. Copy or export it again.`,
  },
  'packed-version': {
    zh: (p) => `图包文件 ${p.name} 是第 ${p.version} 版，这里只能读第 1 版。请升级后再打开，或请对方另存为 GeoJSON。`,
    en: (p) =>
      `The packed file ${p.name} has version ${p.version}; version 1 can be read here. Update, or ask for GeoJSON.`,
  },
  'too-many-fields': {
    zh: (p) => `字段过多：${p.where ?? ''}，Shapefile 最多 255 个。`,
    en: (p) => `Too many fields: ${p.where ?? ''}; a Shapefile holds at most 255.`,
  },
};

/** Sentences of other rooms are added by their own tables; an unknown code is a fault, not a blank. */
export function sayRefusal(
  language: Language,
  refusal: Refusal,
  more: Readonly<Record<string, Both>> = {},
  names: FieldNames = noNames,
): string {
  const sentence = (sentences as Readonly<Record<string, Both>>)[refusal.code] ?? more[refusal.code];
  if (!sentence) throw new Error(`no sentence for refusal ${refusal.code}`);
  const said = sentence[language](worded(language, refusal.params, names));
  if (!refusal.choices?.length) return shortNames(said);
  const choices = namedChoices(language, refusal.choices, names.centralMeridian);
  return shortNames(language === 'zh' ? `${said}可选：${listZh(choices)}。` : `${said} Choices: ${listEn(choices)}.`);
}
