import type { Language } from '../language.ts';

/** Words of the frame: the menu of files, the drawer, what was saved. */
const zh = {
  lower: '降低抽屉',
  raise: '升高抽屉',
  file: '文件',
  recent: '最近打开',
  forget: '清除记录',
  saveAs: '另存为',
  seen: '导出所见',
  formats: {
    ytp: '园图打包文件（.ytp，全部内容）',
    geojson: 'GeoJSON 交换文件',
    txt: '界址点 TXT',
    shp: 'Shapefile（zip）',
    gpkg: 'GeoPackage',
    dxf: 'DXF 图形',
    kml: 'KML',
    kmz: 'KMZ',
    csv: 'CSV 表格',
    xlsx: 'Excel 表格',
    fgb: 'FlatGeobuf',
    parquet: 'GeoParquet',
  },
  saving: '正在生成文件',
  saved: (name: string) => `已存为 ${name}`,
  savedWith: (name: string) => `已存为 ${name}。这个格式存不下全部内容：`,
  notSaved: '没有存成',
  recentGone: (name: string) => `${name} 打不开了：可能已移动、改名，或没有允许读取。请用“打开文件”再选一次。`,
  copied: '链接已复制',
  list: {
    heads: ['编号', '名称', '区县', '乡镇（街道）', '类别', '阶段', '用地（亩）', '容积率', '结论'],
    parcels: ['编号', '名称', '面积（m²）', '面积（亩）', '口径', '状态', '界线问题'],
    name: '清单',
    map: '地图',
  },
};

const en: typeof zh = {
  lower: 'Lower the drawer',
  raise: 'Raise the drawer',
  file: 'File',
  recent: 'Recent files',
  forget: 'Forget them',
  saveAs: 'Save as',
  seen: 'Export what is seen',
  formats: {
    ytp: 'Yuantu packed file (.ytp, everything)',
    geojson: 'GeoJSON exchange file',
    txt: 'Boundary points TXT',
    shp: 'Shapefile (zip)',
    gpkg: 'GeoPackage',
    dxf: 'DXF drawing',
    kml: 'KML',
    kmz: 'KMZ',
    csv: 'CSV table',
    xlsx: 'Excel table',
    fgb: 'FlatGeobuf',
    parquet: 'GeoParquet',
  },
  saving: 'Making the file',
  saved: (name) => `Saved as ${name}`,
  savedWith: (name) => `Saved as ${name}. This format does not hold everything:`,
  notSaved: 'Not saved',
  recentGone: (name) =>
    `${name} cannot be opened any more: it was moved or renamed, or reading it was not allowed. Choose it again with “Open a file”.`,
  copied: 'The link is copied',
  list: {
    heads: ['id', 'name', 'district', 'township', 'kind', 'stage', 'land (mu)', 'plot ratio', 'outcome'],
    parcels: ['id', 'name', 'area (m²)', 'area (mu)', 'basis', 'status', 'boundary problems'],
    name: 'list',
    map: 'map',
  },
};

export const frame: Readonly<Record<Language, typeof zh>> = { zh, en };
