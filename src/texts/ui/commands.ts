import type { Language } from '../language.ts';

/** What a command is called, and the first letters of its Chinese name in pinyin 拼音首字母, by which it is found too. */
interface CommandWords {
  readonly zh: string;
  readonly en: string;
  readonly initials: string;
}

const words = (zh: string, initials: string, en: string): CommandWords => ({ zh, en, initials });

/** The commands of the page by id. */
export const commandWords = {
  palette: words('找地块、命令', 'zdkml', 'Find land or a command'),
  public: words('公众地图', 'gzdt', 'Public map'),
  sketch: words('草绘台', 'cht', 'Sketch desk'),
  supply: words('供地台', 'gdt', 'Supply desk'),
  policy: words('政策', 'zc', 'Policy'),
  stepImport: words('供地：导入', 'gddr', 'Supply: import'),
  stepScreen: words('供地：认定', 'gdrd', 'Supply: screen'),
  stepAssemble: words('供地：组合', 'gdzh', 'Supply: assemble'),
  stepPlan: words('供地：计划', 'gdjh', 'Supply: plan'),
  stepLedger: words('供地：台账', 'gdtz', 'Supply: ledger'),
  search: words('搜索园区、乡镇或宗地', 'ssyqxzhzd', 'Search parks, townships or parcels'),
  list: words('回到清单', 'hdqd', 'Back to the list'),
  filter: words('筛选', 'sx', 'Filter'),
  rule: words('看政策规则', 'kzcgz', 'Read a rule of the policy'),
  open: words('打开文件', 'dkwj', 'Open a file'),
  recent: words('最近打开', 'zjdk', 'Recent files'),
  forgetRecent: words('清除最近打开的记录', 'qczjdkdjl', 'Forget recent files'),
  sample: words('回到示例城市', 'hdslcs', 'Back to the sample city'),
  undo: words('撤销', 'cx', 'Undo'),
  redo: words('重做', 'cz', 'Redo'),
  saveAs: words('另存为', 'lcw', 'Save as'),
  picture: words('导出地图图片', 'dcdttp', 'Export the map as a picture'),
  table: words('导出清单', 'dcqd', 'Export the list'),
  dossier: words('一园一策', 'yyyc', 'Park dossier'),
  ledgerFiles: words('台账导出', 'tzdc', 'Files of the supply plan'),
  print: words('打印', 'dy', 'Print'),
  copyLink: words('复制链接', 'fzlj', 'Copy the link'),
  whole: words('看全图', 'kqt', 'Show the whole map'),
  zoomIn: words('放大', 'fd', 'Zoom in'),
  zoomOut: words('缩小', 'sx', 'Zoom out'),
  drawerUp: words('抽屉升高', 'ctsg', 'Raise the drawer'),
  drawerDown: words('抽屉降低', 'ctjd', 'Lower the drawer'),
  language: words('切换到 English', 'qhd', '切换到中文'),
  theme: words('切换深色、浅色', 'qhssqs', 'Switch dark and light'),
  letterKeys: words('启用或停用单键快捷键', 'qyhtydjkjj', 'Turn single-letter keys on or off'),
  select: words('选择', 'xz', 'Select'),
  polygon: words('画地块', 'hdk', 'Draw a parcel'),
  rectangle: words('画矩形地块', 'hjxdk', 'Draw a rectangular parcel'),
  threePoints: words('三点矩形地块', 'sdjxdk', 'Rectangular parcel by three points'),
  hole: words('挖洞', 'wd', 'Cut a hole'),
  part: words('加一块', 'jyk', 'Add a part'),
  building: words('画建筑轮廓', 'hjzlk', 'Draw a building'),
  buildingBox: words('三点矩形建筑', 'sdjxjz', 'Rectangular building by three points'),
  buildingSize: words('按面宽进深放建筑', 'amkjsfjz', 'Set down a building by width and depth'),
  buildingRow: words('建筑成排', 'jzcp', 'Buildings in a row'),
  setback: words('退线', 'tx', 'Set back'),
  setbackLine: words('退线作辅助线', 'txzfzx', 'Setback as a guide'),
  reshape: words('改界址点', 'gjzd', 'Edit boundary points'),
  move: words('移动', 'yd', 'Move'),
  rotate: words('旋转', 'xz', 'Rotate'),
  copy: words('复制', 'fz', 'Copy'),
  along: words('沿线复制', 'yxfz', 'Copy along a line'),
  splitLine: words('画线分割', 'hxfg', 'Split along a line'),
  splitParts: words('等分', 'df', 'Split into equal parts'),
  splitAreas: words('按面积分割', 'amjfg', 'Split by area'),
  merge: words('合并', 'hb', 'Merge'),
  measure: words('量测', 'lc', 'Measure'),
  drawFinish: words('闭合或确认', 'bhhqr', 'Close or take'),
  drawBack: words('退一点', 'tyd', 'Take the last point back'),
  drawCancel: words('放下正在画的', 'fxzzhd', 'Drop what is in hand'),
  ortho: words('正交', 'zj', 'Ortho'),
  trace: words('描边', 'mb', 'Trace borders'),
  flip: words('描边或退线换一边', 'mbhtxhyb', 'The other way round'),
  snaps: words('吸附方式', 'xffs', 'Snaps'),
  together: words('共用界址点时邻宗是否一起移动', 'gyjzdslzsfyqyd', 'Whether neighbours move too'),
  clips: words('闭合时裁剪压盖', 'bhscjyg', 'Clip overlaps on closing'),
  clipSelected: words('裁剪所选宗地', 'cjsxzd', 'Clip the selected parcel'),
  pickParcels: words('从地块挑选', 'cdktx', 'Pick parcels'),
  suggest: words('推荐地块', 'tjdk', 'Suggest parcels'),
  layOut: words('排布厂房', 'pbcf', 'Lay out buildings'),
  scenarios: words('方案对照', 'fadz', 'Compare scenarios'),
  removeSelected: words('删除所选', 'scsx', 'Delete what is selected'),
  clearGuides: words('清除辅助线', 'qcfzx', 'Clear the guides'),
  hints: words('显示或隐藏绘图提示', 'xshychtts', 'Show or hide the hints'),
} as const satisfies Readonly<Record<string, CommandWords>>;

export type CommandId = keyof typeof commandWords;

/** Words of the palette. */
const zh = {
  title: '找地块、命令',
  placeholder: '找园区、宗地、规则或命令',
  within: (what: string) => `${what}：选一项`,
  hint: '中文、拼音首字母、英文都可以',
  none: '没有找到',
  found: (n: number) => `${n} 项`,
  groups: { command: '命令', park: '园区', parcel: '宗地', township: '乡镇（街道）', rule: '政策规则' },
  keysOn: '单键快捷键已启用',
  keysOff: '单键快捷键已停用',
  move: '选择',
  take: '执行',
  close: '关闭',
};

const en: typeof zh = {
  title: 'Find land or a command',
  placeholder: 'Find a park, parcel, rule or command',
  within: (what) => `${what}: choose one`,
  hint: 'by Chinese, the initials of its pinyin, or English',
  none: 'Nothing found',
  found: (n) => `${n} found`,
  groups: { command: 'Commands', park: 'Parks', parcel: 'Parcels', township: 'Townships', rule: 'Rules of the policy' },
  keysOn: 'Single-letter keys are on',
  keysOff: 'Single-letter keys are off',
  move: 'move',
  take: 'take',
  close: 'close',
};

export const palette: Readonly<Record<Language, typeof zh>> = { zh, en };
