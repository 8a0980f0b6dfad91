import type { Language } from '../language.ts';

/** 台账导出 in menus and the palette. */
const zh = {
  title: '供应计划台账',
  kinds: {
    xlsx: '各表（Excel）',
    docx: '计划文本（Word）',
    shp: '计划宗地（SHP）',
    txt: '计划宗地（TXT）',
    sheets: '计划图册（打印 A3）',
  },
  written: '规划条件的写法',
  sheets: (drawn: number, of: number) => `图册 ${drawn} / ${of} 幅`,
  cancel: '取消',
  cancelled: '图册没有做完，已取消。',
  noPlan: '还没有供应计划：先在台账里编制一份，或打开带有计划的文件。',
  noLand: '计划里没有能画出的宗地。',
  failed: '文件没能生成，请再试一次。',
};

const en: typeof zh = {
  title: 'Supply plan',
  kinds: {
    xlsx: 'Tables (Excel)',
    docx: 'Text of the plan (Word)',
    shp: 'Parcels (SHP)',
    txt: 'Parcels (TXT)',
    sheets: 'Map sheets (print, A3)',
  },
  written: 'Planning conditions are written',
  sheets: (drawn, of) => `Sheets ${drawn} / ${of}`,
  cancel: 'Cancel',
  cancelled: 'The map sheets were cancelled.',
  noPlan: 'There is no supply plan yet: make one at the ledger, or open a file that has one.',
  noLand: 'No land of the plan can be drawn.',
  failed: 'The file could not be made; try again.',
};

export const ledgerFiles: Readonly<Record<Language, typeof zh>> = { zh, en };
