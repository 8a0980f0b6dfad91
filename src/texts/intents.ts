import type { IntentRefusal } from '../desk/intents/operation.ts';
import { expectedText } from './expected.ts';
import type { Both } from './language.ts';
import { editSentences } from './repairs.ts';

/** Why what is wanted at the sketch desk is not done, and what to do; for `sayRefusal`. */
export const intentSentences: Readonly<Record<IntentRefusal['code'], Both>> = {
  ...editSentences,
  'would-break': {
    zh: (p) => `${p.id} 的界线会自相交或没有面积，没有采用；请移开标出的点再画。`,
    en: (p) =>
      `The boundary of ${p.id} would cross itself or hold no land and was not taken; move the marked points and draw again.`,
  },
  'no-such-record': {
    zh: (p) => `${p.kind} ${p.id} 已不存在，请重新选择。`,
    en: (p) => `There is no ${p.kind} ${p.id} any more; choose again.`,
  },
  'no-such-plane': {
    zh: (p) => `EPSG:${p.epsg} 不是 CGCS2000 投影坐标系，请改用 3° 或 6° 带。`,
    en: (p) => `EPSG:${p.epsg} is no CGCS2000 plane; use one of the 3° or 6° zones.`,
  },
  'nothing-to-do': {
    zh: () => '已经是这样，没有可改之处。',
    en: () => 'It is so already: there is nothing to change.',
  },
  'no-such-field': {
    zh: (p) => `${p.kind}没有字段 ${p.field}。`,
    en: (p) => `There is no field ${p.field} of a ${p.kind}.`,
  },
  'bad-value': {
    zh: (p) =>
      `${p.kind} ${p.id} 的${p.field}填写有误：${p.value}，应为${expectedText('zh', p.expected).replace(/^(?=[\x21-\x7e])/, ' ')}。`,
    en: (p) => `${p.field} of ${p.kind} ${p.id} is ${p.value}, expected ${expectedText('en', p.expected)}.`,
  },
  'no-such-reference': {
    zh: (p) => `${p.kind} ${p.id} 的${p.field}填写有误：没有 ${p.value}，请核对编号。`,
    en: (p) => `${p.field} of ${p.kind} ${p.id} names ${p.value}, which is not there; check the id.`,
  },
  'storeys-unknown': {
    zh: (p) => `建筑 ${p.id} 的层数未填，请先填写再加减层。`,
    en: (p) => `The storeys of building ${p.id} are not known; give them before adding to them.`,
  },
  'too-few-storeys': {
    zh: (p) => `建筑 ${p.id} 只有 ${p.storeys} 层，不能减 ${Math.abs(Number(p.by))} 层；不再保留的请删除建筑。`,
    en: (p) =>
      `Building ${p.id} has ${p.storeys} storeys and cannot lose ${Math.abs(Number(p.by))}; remove it if it is to go.`,
  },
  'no-such-storey': {
    zh: (p) => `建筑 ${p.id} 有 ${p.storeys} 层，没有第 ${p.storey} 层。`,
    en: (p) => `Building ${p.id} has ${p.storeys} storeys; there is no storey ${p.storey}.`,
  },
  'units-sold': {
    zh: (p) => `${p.id} 的单元 ${p.units} 已售，这样会被替换或改变面积，没有采用；确要更改请勾选“已售单元也可更改”。`,
    en: (p) =>
      `Units ${p.units} of ${p.id} are sold and would go or change their area, so nothing was done; tick “sold units may change too” if that is meant.`,
  },
  'storeys-sold': {
    zh: (p) => `${p.id} 要减去的楼层上有已售单元 ${p.units}，没有减层；确要减去，请先在单元表中删去其出售日期或单元。`,
    en: (p) =>
      `Units ${p.units} of ${p.id} are sold and on storeys that would be taken off, so nothing was done; take out their day of sale, or the units, in the table of units first if that is meant.`,
  },
  'not-of-park': {
    zh: (p) => `宗地 ${p.id} 不属于园区 ${p.park}，无法划出。`,
    en: (p) => `Parcel ${p.id} is not of park ${p.park} and cannot leave it.`,
  },
  'park-stands': {
    zh: (p) => `园区 ${p.id} 已批准或建设，不能删除；可把宗地划出。`,
    en: (p) => `Park ${p.id} is approved or built and is not removed here; its parcels can be taken out of it.`,
  },
};
