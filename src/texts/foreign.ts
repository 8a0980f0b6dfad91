import type { Foreign } from '../formats/foreign.ts';
import type { Language } from './language.ts';

type Says = Readonly<Record<Language, readonly [what: string, todo: string]>>;

/** What a file of another program is, and what to do. */
const said: Readonly<Record<Foreign, Says>> = {
  dwg: {
    zh: ['DWG 图形', '在 CAD 中另存为 DXF（ASCII 文本）'],
    en: ['a DWG drawing', 'save it as DXF (ASCII text) in the CAD program'],
  },
  dgn: {
    zh: ['DGN 图形', '在 MicroStation 中导出为 DXF'],
    en: ['a DGN drawing', 'export it as DXF in MicroStation'],
  },
  access: {
    zh: [
      'Access 数据库（.mdb/.accdb，或个人地理数据库）',
      '把地块图层导出为 Shapefile 或 GeoPackage，表格另存为 Excel（.xlsx）',
    ],
    en: ['an Access database (.mdb, .accdb or a personal geodatabase)', 'export its layer as a Shapefile or GeoPackage, a table as .xlsx'], // prettier-ignore
  },
  geodatabase: {
    zh: [
      'ArcGIS 文件地理数据库（.gdb）的一部分，缺少列出各图层的 a00000001.gdbtable',
      '打开整个 .gdb 文件夹，或把它整个压缩为 .zip',
    ],
    en: ['part of a file geodatabase (.gdb), without its a00000001.gdbtable, which lists the layers', 'open the folder .gdb whole, or a .zip of all of it'], // prettier-ignore
  },
  archive: {
    zh: ['压缩包（RAR、7z、tar 等）', '先解压，再打开里面的文件，或重新压缩为 .zip'],
    en: ['an archive (RAR, 7z, tar …)', 'unpack it and open what is in it, or pack it as .zip'],
  },
  'map-package': {
    zh: [
      'ArcGIS 地图包或图层包（.mpk、.lpk）',
      '用 7-Zip 解压，或在 ArcGIS 中打开，把地块图层导出为 Shapefile 或 GeoPackage',
    ],
    en: ['a map or layer package of ArcGIS (.mpk, .lpk)', 'unpack it with 7-Zip, or open it in ArcGIS and export the layer of parcels as a Shapefile or GeoPackage'], // prettier-ignore
  },
  'nested-archive': {
    zh: ['压缩包里的压缩包', '先解压，再打开里面的文件'],
    en: ['an archive inside an archive', 'unpack it first'],
  },
  word: {
    zh: ['文字文档（Word、WPS）', '把其中的界址点表复制到 Excel，存为 .xlsx，或索取原始的界址点文件'],
    en: ['a text document (Word, WPS)', 'copy its table of points to a spreadsheet and save it as .xlsx, or ask for the file of points'], // prettier-ignore
  },
  slides: {
    zh: ['演示文稿（PPT）', '索取原始的图形文件'],
    en: ['a presentation', 'ask for the file it was drawn from'],
  },
  'locked-office': {
    zh: ['加了密码的 Office 文件', '取消密码，另存为 .xlsx'],
    en: ['an Office file behind a password', 'take the password off and save it as .xlsx'],
  },
  'old-office': {
    zh: ['旧版 Office 或同类格式的文件', '另存为 .xlsx，或导出为 Shapefile、DXF 等'],
    en: ['a file of an old Office, or alike', 'save it as .xlsx, or export it as a Shapefile or DXF'],
  },
  pdf: {
    zh: ['版式文档（PDF、OFD）', '不要把图上的线当作界线，另外索取原始的图形文件或界址点表'],
    en: ['a document for print (PDF, OFD)', 'its lines are no boundaries: ask for the drawing or the table of points'],
  },
  image: {
    zh: ['图片', '索取原始的图形文件（图片里没有坐标），或在 GIS 中配准后描出界线'],
    en: ['a picture', 'it holds no coordinates: ask for the drawing, or trace it in a GIS'],
  },
  'web-page': {
    zh: ['网页', '重新下载原文件（可能是下载没有成功，或存成了网页）'],
    en: ['a web page', 'the download may have failed: fetch the file itself again'],
  },
  'map-project': {
    zh: ['地图工程文件（只记图层放在哪里，没有数据）', '打开工程，把地块图层导出为 Shapefile 或 GeoPackage'],
    en: ['a map project, which says where layers lie and holds none', 'open it and export the layer of parcels'],
  },
  mapinfo: {
    zh: ['MapInfo 表（.tab）', '在 MapInfo 中导出为 MIF/MID，或在 QGIS 中导出为 GeoPackage'],
    en: ['a MapInfo table (.tab)', 'export it as MIF/MID in MapInfo, or as a GeoPackage in QGIS'],
  },
  'mapinfo-rows': {
    zh: ['MapInfo 图层的属性部分（.mid）', '与同名的 .mif 一起给出，图形在那里面'],
    en: ['the rows of a MapInfo layer (.mid)', 'the shapes are in the .mif of the same name: give it too'],
  },
  mapgis: {
    zh: [
      'MapGIS 6.x 的点、线、区文件（.wt、.wl、.wp）',
      '在 MapGIS 中把区文件（.wp）转为 Shapefile 或 DXF，有标准交换要求时导出 VCT',
    ],
    en: ['a file of MapGIS 6 (.wt, .wl, .wp)', 'convert the areas (.wp) to a Shapefile, DXF or VCT in MapGIS'],
  },
  supermap: {
    zh: ['超图（SuperMap）数据源（.udb、.udbx）', '在 SuperMap 中把地块数据集导出为 Shapefile、GeoPackage 或 VCT'],
    en: ['a data source of SuperMap (.udb, .udbx)', 'export its set of parcels as a Shapefile, GeoPackage or VCT'],
  },
  'shapefile-part': {
    zh: ['Shapefile 的一个部分', '与同名的 .shp 一起给出，图形在那里面'],
    en: ['one part of a Shapefile', 'the shapes are in the .shp of the same name: give it too'],
  },
};

/** [what it is, what to do] */
export const foreignText = (language: Language, what: string | number): readonly [string, string] =>
  said[what as Foreign][language];
