/*
 * Text is drawn by the browser from fonts the device has: the style names no glyph server. MapLibre takes the weight
 * from the first name of a stack, so that name carries the weight and the rest are the families to look for.
 */
const HEI = [
  'PingFang SC',
  'HarmonyOS Sans SC',
  'Microsoft YaHei UI',
  'Microsoft YaHei',
  'Noto Sans CJK SC',
  'Source Han Sans SC',
  'sans-serif',
];
const SONG = ['Songti SC', 'STSong', 'Noto Serif CJK SC', 'Source Han Serif SC', 'SimSun', 'serif'];

/** 黑体: the voice of the tool. */
export const hei = {
  regular: ['PingFang SC Regular', ...HEI],
  medium: ['PingFang SC Medium', ...HEI],
  bold: ['PingFang SC Bold', ...HEI],
};
/** 宋体: names of water. */
export const song = { semibold: ['Songti SC Semibold', ...SONG] };

/** For the map option `localIdeographFontFamily`: what an unnamed stack falls back to. */
export const localFamily = HEI.join(',');
