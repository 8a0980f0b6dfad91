import type { Language } from '../language.ts';

/** Words of the panel of a park's report. */
const zh = {
  title: '报告',
  close: '关闭报告',
  paper: '纸张',
  lies: '方向',
  upright: '竖放',
  lying: '横放',
  scale: '平面图比例尺',
  proposed: '一幅放得下的最大比例尺',
  parts: '内容',
  all: '全选',
  none: '全不选',
  formats: { docx: 'Word', xlsx: 'Excel' },
  print: '打印 / PDF',
  writing: '正在生成文件',
  cancel: '取消',
  making: '正在编制报告…',
  empty: '没有选内容。',
  notLoaded: '这一部分没有载入。请检查网络，关闭后再试。',
  preview: '报告预览',
  hint: '平面图按原大（100%）打印时比例尺准确；图幅横竖取图大、幅数少的；Excel 只有表。',
};

const en: typeof zh = {
  title: 'Report',
  close: 'Close the report',
  paper: 'Paper',
  lies: 'Orientation',
  upright: 'upright',
  lying: 'lying',
  scale: 'Scale of the site plan',
  proposed: 'largest that fits on one sheet',
  parts: 'Parts',
  all: 'All',
  none: 'None',
  formats: { docx: 'Word', xlsx: 'Excel' },
  print: 'Print / PDF',
  writing: 'Writing the file',
  cancel: 'Cancel',
  making: 'Making the report…',
  empty: 'No part is chosen.',
  notLoaded: 'This part did not load. See to the network, close this and try again.',
  preview: 'Preview of the report',
  hint: 'Printed at 100 % the site plan is true to scale; it lies or stands as it is larger, or on fewer sheets. Excel has the tables alone.',
};

export const report: Readonly<Record<Language, typeof zh>> = { zh, en };
