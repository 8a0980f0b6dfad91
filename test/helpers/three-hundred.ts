import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { NamedBytes } from '../../src/formats/contract.ts';
import { encodeGbk } from '../../src/formats/text/gbk.ts';
import { writeWorkbook, type SheetCell } from '../../src/formats/sheet/xlsx-write.ts';

/*
 * What a clerk is handed: a folder of boundary-point files 界址点 TXT, one a parcel, and a workbook of their fields, with
 * all that goes wrong between the two. Made, not kept: three hundred files say no more than the rule they are made by.
 */

export const FOLDER = '2026年报批地块';
export const TABLE = '宗地台账.xlsx';

/** Numbers from 0001; `1-300` unless said. */
export interface Size {
  readonly count?: number;
  /** A file that ends in the middle of a line of points. */
  readonly broken?: boolean;
}

const COLUMNS = 20;
const numberOf = (n: number): string => String(n).padStart(4, '0');
/** Width and depth of the parcel, m; streets of 20 m between. */
const sizeOf = (n: number): readonly [number, number] => [80 + (n % 5) * 10, 100 + (n % 7) * 10];

function plotText(n: number): string {
  const [width, depth] = sizeOf(n);
  const [north, east] = [3_846_000 + 190 * Math.floor((n - 1) / COLUMNS), 38_466_000 + 140 * ((n - 1) % COLUMNS)];
  const corners = [[0, 0], [depth, 0], [depth, width], [0, width], [0, 0]]; // prettier-ignore
  const points = corners.map(([dn, de], i) => `J${(i % 4) + 1},1,${(north + dn).toFixed(3)},${(east + de).toFixed(3)}`);
  return [
    '[属性描述]',
    '坐标系=2000国家大地坐标系',
    '几度分带=3',
    '投影类型=高斯克吕格',
    '计量单位=米',
    '带号=38',
    '精度=0.01',
    '转换参数=,,,,,,',
    '[地块坐标]',
    `4,${((width * depth) / 1e4).toFixed(4)},${numberOf(n)},试验地块${n},面,,工业用地,,@`,
    ...points,
    '',
  ].join('\r\n');
}

/** Every third one as the old programs of land offices write: GBK. */
function plotFile(n: number, isBroken: boolean): NamedBytes {
  const text = isBroken ? plotText(n).slice(0, -40) : plotText(n);
  const bytes = n % 3 === 0 ? encodeGbk(text)! : new TextEncoder().encode(text);
  return { name: `${FOLDER}/地块${numberOf(n)}.txt`, bytes };
}

/** What the table gets wrong, by number. */
export const ODD = {
  /** Kept as figures: 0011 is 11. */
  figures: [11, 12, 13, 14, 15],
  /** In full width. */
  wide: [21, 22],
  /** With blanks. */
  blanks: [31],
  /** In the table and not in the folder. */
  noLand: [901, 902, 903, 904],
  /** In the folder and not in the table. */
  noRow: [41, 42, 43],
  /** Twice in the table. */
  twice: [51],
  /** A date that is none, a tax that is none. */
  unread: [61, 62],
} as const;

const has = (list: readonly number[], n: number): boolean => list.includes(n);
const fullWidth = (text: string): string => text.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));

function writtenNumber(n: number): SheetCell {
  if (has(ODD.figures, n)) return n;
  if (has(ODD.wide, n)) return fullWidth(numberOf(n));
  if (has(ODD.blanks, n)) return ` ${numberOf(n).slice(0, 2)} ${numberOf(n).slice(2)}`;
  return numberOf(n);
}

const rowOf = (n: number, serial: number): SheetCell[] => [
  serial,
  writtenNumber(n),
  n % 4 === 0 ? '闲置' : '在用',
  n === ODD.unread[0] ? '待定' : `2019/${(n % 12) + 1}/15`,
  n === ODD.unread[1] ? '未报' : (n % 17) / 2,
  n % 2 === 0 ? '1.0-2.5' : '≥1.5',
  n % 6 === 0 ? '厂房空置' : '',
  `第${(n % 4) + 1}批`,
];

/** 序号 counts rows, and is no number of a parcel though it looks like one; 现状说明 and 收储批 no dictionary knows. */
const HEADINGS = [
  '序号',
  '宗地号',
  '利用状态',
  '约定开工日期',
  '亩均税收（万元/亩）',
  '容积率要求',
  '现状说明',
  '收储批',
];

export function tableRows({ count = 300 }: Size = {}): SheetCell[][] {
  const numbers = Array.from({ length: count }, (_, i) => i + 1).filter((n) => !has(ODD.noRow, n));
  const all = [...numbers, ...ODD.twice.filter((n) => n <= count), ...ODD.noLand];
  return [
    ['2026年报批地块台账', '', '', '', '', '', '', ''],
    HEADINGS,
    ...all.map((n, i) => rowOf(n, i + 1)),
    ['合计', String(all.length), '', '', '', '', '', ''],
  ];
}

/** The folder and the table, as they are dropped on the page. */
export function threeHundred({ count = 300, broken = false }: Size = {}): NamedBytes[] {
  const plots = Array.from({ length: count }, (_, i) => plotFile(i + 1, broken && i === 6));
  const sheets = [
    { title: '填表说明', rows: [['一、宗地号按报批编号填写。'], ['二、没有的不填。']] },
    { title: '台账', rows: tableRows({ count }) },
  ];
  return [...plots, { name: TABLE, bytes: writeWorkbook(sheets) }];
}

/** The same on disk. */
export function writeThreeHundred(folder: string, size: Size = {}): readonly string[] {
  mkdirSync(path.join(folder, FOLDER), { recursive: true });
  return threeHundred(size).map(({ name, bytes }) => {
    const file = path.join(folder, name);
    writeFileSync(file, bytes);
    return file;
  });
}
