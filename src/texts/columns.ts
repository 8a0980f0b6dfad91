import type { FileNote } from '../formats/contract.ts';
import type { Both } from './language.ts';

type ColumnNote = Extract<
  FileNote['code'],
  | 'field-not-understood'
  | 'field-words-further'
  | 'field-beyond-reason'
  | 'fields-beyond-reason-further'
  | 'field-read-as'
  | 'planned-far-differs'
  | 'area-column-left'
  | 'area-units-disagree'
  | 'number-given'
  | 'ids-repeated'
>;

/**
 * What is said of the columns of a file and of the values and numbers in them; kinds, fields and values come by their names
 * (`worded`).
 */
export const columns: Record<ColumnNote, Both> = {
  'field-not-understood': {
    zh: (p) =>
      `列“${p.column}”的值${p.value}（${p.count} 处，首见于第 ${p.row} 条记录）不是“${p.field}”已知的写法：按原样保留，不参与对照`,
    en: (p) =>
      `column "${p.column}": ${p.value} (${p.count} times, first in record ${p.row}) is nothing "${p.field}" can be read from: kept as it is, not used`,
  },
  'field-words-further': {
    zh: (p) => `列“${p.column}”还有 ${p.count} 处其他值不是“${p.field}”已知的写法：同样按原样保留，不参与对照`,
    en: (p) =>
      `column "${p.column}": ${p.count} more values say no "${p.field}" either: kept as they are too, not used`,
  },
  'field-beyond-reason': {
    zh: (p) =>
      `${p.kind} ${p.id} 的${p.field}填的是 ${p.value}，超出合理范围（至多 ${p.most}）：原样保留，不参与计算，请核对`,
    en: (p) =>
      `${p.field} of ${p.kind} ${p.id} is ${p.value}, beyond reason (at most ${p.most}): kept as it is, not computed with; please check it`,
  },
  'fields-beyond-reason-further': {
    zh: (p) => `还有 ${p.count} 处数值超出合理范围：同样原样保留，不参与计算`,
    en: (p) => `${p.count} more values are beyond reason: kept as they are too, not computed with`,
  },
  'field-read-as': {
    zh: (p) =>
      `列“${p.column}”有 ${p.count} 处不是常用写法，已读作“${p.field}”：如第 ${p.row} 条记录的${p.value}读作 ${p.read}`,
    en: (p) =>
      `column "${p.column}": ${p.count} values are written in an unusual way and were read as "${p.field}"; ${p.value} in record ${p.row} is ${p.read}`,
  },
  'planned-far-differs': {
    zh: (p) =>
      `${p.count} 宗地的规划容积率与规划条件中的容积率不一致，以规划条件为准，请核对：如第 ${p.row} 条记录，前者${p.planned}，后者 ${p.far}`,
    en: (p) =>
      `the planned plot ratio of ${p.count} parcels and that of their planning conditions differ; the conditions count, please check: in record ${p.row} the first is ${p.planned}, the second ${p.far}`,
  },
  'area-column-left': {
    zh: (p) =>
      `列“${p.column}”像是面积（${p.count} 处，首见于第 ${p.row} 条记录），但不是已知的面积名称，或由图形算出：没有用作登记面积，原样保留`,
    en: (p) =>
      `column "${p.column}" looks like an area (${p.count} values, first in record ${p.row}) but has no known name of one, or is computed from the shape: not taken as a stated area, kept as it is`,
  },
  'area-units-disagree': {
    zh: (p) => `列“${p.column}”第 ${p.row} 条记录的 ${p.value} 两个数互相不符，取前一个`,
    en: (p) =>
      `column "${p.column}": the two figures of ${p.value} in record ${p.row} are not the same area; the first counts`,
  },
  'number-given': {
    zh: (p) => `${p.count} 条${p.kind}记录没有编号（首见于第 ${p.row} 条记录），已按次序编号`,
    en: (p) =>
      `${p.count} records of kind ${p.kind} have no number (first in record ${p.row}) and were numbered in order`,
  },
  'ids-repeated': {
    zh: (p) => `有 ${p.count} 条记录的编号与前面的记录重复，都已读入，后者另加序号：${p.ids}`,
    en: (p) =>
      `${p.count} records repeat the number of another; all were read, the later ones under a number of their own: ${p.ids}`,
  },
};
