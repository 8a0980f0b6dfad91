import type { EditNote } from '../desk/operation.ts';
import type { EditRefusalCode } from '../domain/geometry/edit/proposal.ts';
import type { RepairStep } from '../domain/geometry/repair/repair.ts';
import { writtenTogether } from '../domain/quantity/written-together.ts';
import { fixed as figure } from './figures.ts';
import type { Both, Language } from './language.ts';

/** So many digits that the one is seen to be more than the other. */
function exceeding({ sumM2, areaM2 }: Parameters<Both['zh']>[0]): { readonly sum: string; readonly area: string } {
  const [sum, area] = [Number(sumM2), Number(areaM2)];
  const { decimals } = writtenTogether(sum, area, sum - area, 2);
  return { sum: fixed(sum, decimals), area: fixed(area, decimals) };
}

/** Why a boundary cannot be edited as asked, and what to do; for `sayRefusal`. */
export const editSentences: Readonly<Record<EditRefusalCode, Both>> = {
  'no-geometry': {
    zh: (p) => `宗地 ${p.id} 没有图形，请先绘制界线。`,
    en: (p) => `Parcel ${p.id} has no boundary; draw it first.`,
  },
  'bad-coordinates': {
    zh: (p) => `宗地 ${p.id} 的坐标不是有效数字，请改正后再试。`,
    en: (p) => `Parcel ${p.id} has coordinates that are no numbers; correct them first.`,
  },
  'boundary-broken': {
    zh: (p) => `宗地 ${p.id} 的界线有错误，请先修复。`,
    en: (p) => `The boundary of parcel ${p.id} is broken; repair it first.`,
  },
  'would-break': {
    zh: (p) => `宗地 ${p.id} 改后的界线会出错，已保持原样；请缩小容差或手工修改。`,
    en: (p) =>
      `The boundary of parcel ${p.id} would come out broken, so it stays as it is; use a smaller tolerance or edit it by hand.`,
  },
  'too-tangled': {
    zh: (p) => `宗地 ${p.id} 的界线缠绕过多，无法自动整理，请手工重绘。`,
    en: (p) => `The lines of parcel ${p.id} are too tangled to take apart; redraw them by hand.`,
  },
  'line-too-short': {
    zh: () => '分割线至少要有两个不同的点。',
    en: () => 'A cutting line needs two different points.',
  },
  'not-divided': {
    zh: (p) => `宗地 ${p.id} 没有被分开：分割线的两端要延长到界线之外；按面积分割时，面积要小于整宗。`,
    en: (p) =>
      `Parcel ${p.id} is not divided: extend both ends of the line beyond its boundary, or ask for areas smaller than the whole.`,
  },
  'area-not-positive': {
    zh: (p) => `面积 ${p.areaM2} m² 不可用，应大于零。`,
    en: (p) => `An area of ${p.areaM2} m² cannot be split off; it has to be more than zero.`,
  },
  'areas-exceed': {
    zh: (p) => {
      const { sum, area } = exceeding(p);
      return `所列面积合计 ${sum} m²，超过宗地的 ${area} m²，请减小。`;
    },
    en: (p) => {
      const { sum, area } = exceeding(p);
      return `The areas sum to ${sum} m², more than the parcel's ${area} m²; ask for less.`;
    },
  },
  'bad-count': {
    zh: (p) => `份数 ${p.count} 不可用，应为 2 至 1000 的整数。`,
    en: (p) => `${p.count} parts cannot be made; give a whole number from 2 to 1000.`,
  },
  'bad-bearing': {
    zh: (p) => `方位角 ${p.bearingDeg} 不可用，请给出度数，如 0（南北向切）或 90（东西向切）。`,
    en: (p) =>
      `A bearing of ${p.bearingDeg} cannot be used; give degrees, like 0 (cuts run north) or 90 (they run east).`,
  },
  'too-few-parcels': {
    zh: (p) => `合并至少需要两宗地，现有 ${p.count} 宗。`,
    en: (p) => `A merge needs two parcels, not ${p.count}.`,
  },
  'not-adjacent': {
    zh: (p) =>
      p.distanceM === 0
        ? `宗地 ${p.id} 与 ${p.other} 没有公共界线（至多相接于一点），不能合并。`
        : `宗地 ${p.id} 与 ${p.other} 不相邻，最近处相距 ${fixed(p.distanceM, 3)} m；若是缝隙，请先修复。`,
    en: (p) =>
      p.distanceM === 0
        ? `Parcels ${p.id} and ${p.other} share no line (they touch in points at most) and cannot be merged.`
        : `Parcels ${p.id} and ${p.other} do not touch: ${fixed(p.distanceM, 3)} m apart at the nearest; if that is a gap, repair it first.`,
  },
  'parcels-overlap': {
    zh: (p) => `宗地 ${p.id} 与 ${p.other} 重叠 ${fixed(p.areaM2)} m²，请先处理重叠。`,
    en: (p) => `Parcels ${p.id} and ${p.other} overlap by ${fixed(p.areaM2)} m²; settle the overlap first.`,
  },
  'nothing-left': {
    zh: (p) => `宗地 ${p.id} 的界线没有围住任何土地，已保持原样，请核对坐标。`,
    en: (p) => `The boundary of parcel ${p.id} encloses no land and stays as it is; check its coordinates.`,
  },
  'bad-tolerance': {
    zh: (p) => `容差 ${p.toleranceM} m 不可用，应为不超过 ${p.mostM} m 的米数。`,
    en: (p) => `A tolerance of ${p.toleranceM} m cannot be used; give metres, at most ${p.mostM}.`,
  },
  'no-such-parcel': {
    zh: (p) => `没有宗地 ${p.id}，请核对编号。`,
    en: (p) => `There is no parcel ${p.id}; check the id.`,
  },
  'id-taken': {
    zh: (p) => `编号 ${p.id} 已被占用，请先改名。`,
    en: (p) => `The id ${p.id} is taken; rename that parcel first.`,
  },
};

const steps: Record<RepairStep, Readonly<Record<Language, string>>> = {
  'repeated-vertex': { zh: '删去重复界址点', en: 'repeated points left out' },
  'near-duplicate': { zh: '合并过近的界址点', en: 'points too close made one' },
  spike: { zh: '删去尖刺', en: 'spikes left out' },
  'reversed-hole': { zh: '内环改为反向', en: 'holes turned the right way round' },
  redrawn: { zh: '按奇偶规则重绘自交界线', en: 'crossing lines redrawn by the even–odd rule' },
  'sliver-dropped': { zh: '略去细于 0.1 毫米的碎片', en: 'slivers thinner than 0.1 mm left out' },
  'shared-vertex': { zh: '公共界线加入相邻宗地的新界址点', en: "a neighbour's new point put into the shared border" },
  'border-fitted': { zh: '与相邻宗地的缝隙或重叠并为一线', en: 'a gap or overlap with a neighbour closed' },
};

export const stepText = (language: Language, step: RepairStep): string => steps[step][language];

const combinedBy: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  greatest: { zh: '最大值', en: 'the greatest' },
  least: { zh: '最小值', en: 'the least' },
  'mean-by-area': { zh: '按面积加权的平均值', en: 'the mean by area' },
};
/** As few digits as tell it, two at most: figures of a mean go on without end. */
const plain = (value: string | number): string => String(Math.round(Number(value) * 100) / 100);

const notes: Record<EditNote['code'], Both> = {
  'stated-area-dropped': {
    zh: (p) => `宗地 ${p.id} 的登记面积 ${fixed(p.areaM2)} m² 不适用于新界线，已去掉`,
    en: (p) =>
      `the registered area of parcel ${p.id}, ${fixed(p.areaM2)} m², does not hold for the new boundary and was left out`,
  },
  'footprint-dropped': {
    zh: (p) => `建筑 ${p.id} 的基底面积 ${fixed(p.areaM2)} m² 不适用于新轮廓，已去掉`,
    en: (p) =>
      `the footprint stated of building ${p.id}, ${fixed(p.areaM2)} m², does not hold for the new outline and was left out`,
  },
  'amount-dropped': {
    zh: (p) => `宗地 ${p.id} 的 ${p.field} 无法分摊，已去掉`,
    en: (p) => `the ${p.field} of parcel ${p.id} cannot be apportioned and was left out`,
  },
  'field-differs': {
    zh: (p) => `各宗地的 ${p.field} 不一致，${p.id} 采用第一宗的值`,
    en: (p) => `the parcels differ in ${p.field}; ${p.id} takes the first one's`,
  },
  'field-combined': {
    zh: (p) => `各宗地的 ${p.field} 不一致，${p.id} 采用${combinedBy[p.rule].zh} ${plain(p.value)}`,
    en: (p) => `the parcels differ in ${p.field}; ${p.id} takes ${combinedBy[p.rule].en}, ${plain(p.value)}`,
  },
  'building-moved': {
    zh: (p) => `建筑 ${p.id} 归入宗地 ${p.parcel}（占其大部分基底）`,
    en: (p) => `building ${p.id} goes to parcel ${p.parcel}, which holds most of its footprint`,
  },
  'building-on-no-parcel': {
    zh: (p) => `建筑 ${p.id} 不在任何宗地上，不计入任何园区`,
    en: (p) => `building ${p.id} stands on no parcel and counts in no park`,
  },
  'left-park': {
    zh: (p) => `宗地 ${p.id} 来自文件，只退出园区 ${p.park}，地块仍保留`,
    en: (p) => `parcel ${p.id} is of the file: it leaves park ${p.park} and stays on the map`,
  },
  'taken-from': {
    zh: (p) => `宗地 ${p.id} 原属园区 ${p.park}，现已划出`,
    en: (p) => `parcel ${p.id} was of park ${p.park} and is taken out of it`,
  },
  'floor-area-follows': {
    zh: (p) => `建筑 ${p.id} 填报的建筑面积随层数由 ${fixed(p.beforeM2)} m² 改为 ${fixed(p.afterM2)} m²，请核对`,
    en: (p) =>
      `the floor area stated of building ${p.id} follows its storeys from ${fixed(p.beforeM2)} to ${fixed(p.afterM2)} m²; please check`,
  },
  'heights-follow': {
    zh: (p) => `建筑 ${p.id} 新增 ${p.storeys} 层的层高取顶层的 ${plain(p.heightM)} m`,
    en: (p) =>
      `the ${p.storeys} new on building ${p.id} ${Number(p.storeys) === 1 ? 'is' : 'are'} as high as its top storey, ${plain(p.heightM)} m`,
  },
  'units-gone': {
    zh: (p) => `建筑 ${p.id} 原有的 ${p.count} 个单元（${p.ids}）由新的划分取代`,
    en: (p) => `${p.count} units that building ${p.id} had (${p.ids}) give way to the new division`,
  },
  'units-off': {
    zh: (p) => `建筑 ${p.id} 减去的楼层上有 ${p.count} 个单元（${p.ids}），一并去掉`,
    en: (p) => `units on the storeys taken off building ${p.id} go with them: ${p.ids}`,
  },
  'units-without-storey': {
    zh: (p) => `建筑 ${p.id} 另有 ${p.count} 个单元没有填楼层，与平面上的单元并列`,
    en: (p) => `building ${p.id} has ${p.count} more units that name no storey; they stand beside those of the plan`,
  },
  'held-area-follows': {
    zh: (p) =>
      Number(p.beforeM2) < 0
        ? `园区 ${p.park} 的自持建筑面积按单元计为 ${fixed(p.afterM2)} m²`
        : `园区 ${p.park} 的自持建筑面积随单元由 ${fixed(p.beforeM2)} m² 改为 ${fixed(p.afterM2)} m²`,
    en: (p) =>
      Number(p.beforeM2) < 0
        ? `the area park ${p.park} holds comes to ${fixed(p.afterM2)} m² by its units`
        : `the area park ${p.park} holds follows its units from ${fixed(p.beforeM2)} to ${fixed(p.afterM2)} m²`,
  },
  'sale-price-follows': {
    zh: (p) =>
      Number(p.before) < 0
        ? `园区 ${p.park} 的销售价格按单元最高价计为 ${fixed(p.after)} 元/m²`
        : `园区 ${p.park} 的销售价格随单元最高价由 ${fixed(p.before)} 改为 ${fixed(p.after)} 元/m²`,
    en: (p) =>
      Number(p.before) < 0
        ? `the sale price of park ${p.park} is the highest of its units, ${fixed(p.after)} yuan/m²`
        : `the sale price of park ${p.park} follows the highest of its units from ${fixed(p.before)} to ${fixed(p.after)} yuan/m²`,
  },
  'heights-dropped': {
    zh: (p) => `建筑 ${p.id} 逐层填报的层高已不适用，已去掉`,
    en: (p) => `the heights storey by storey of building ${p.id} do not hold any more and were left out`,
  },
  renamed: {
    zh: (p) => `编号 ${p.id} 已被占用，新宗地改为 ${p.now}`,
    en: (p) => `the id ${p.id} is taken; the new parcel is ${p.now}`,
  },
  'parcels-released': {
    zh: (p) => `园区 ${p.park} 的 ${p.count} 宗地不再属于任何园区，地块和建筑仍保留`,
    en: (p) => `${p.count} parcels of park ${p.park} are of no park any more; they and their buildings stay`,
  },
  'buildings-left': {
    zh: (p) => `宗地 ${p.id} 上来自文件的 ${p.count} 栋建筑 ${p.ids} 仍保留，不再归入该宗地`,
    en: (p) =>
      Number(p.count) === 1
        ? `building ${String(p.ids).replaceAll('、', ', ')} of the file stays where it is; parcel ${p.id} is gone`
        : `${p.count} buildings of the file stay where they are, ${String(p.ids).replaceAll('、', ', ')}; parcel ${p.id} is gone`,
  },
  'buildings-gone': {
    zh: (p) => `在宗地 ${p.id} 上新画的 ${p.count} 栋建筑 ${p.ids} 一并删除`,
    en: (p) =>
      Number(p.count) === 1
        ? `building ${String(p.ids).replaceAll('、', ', ')}, drawn here, goes with parcel ${p.id}`
        : `${p.count} buildings drawn here, ${String(p.ids).replaceAll('、', ', ')}, go with parcel ${p.id}`,
  },
  'building-without-footprint': {
    zh: (p) => `建筑 ${p.id} 没有基底图形，归入最大的宗地 ${p.parcel}，请核对`,
    en: (p) => `building ${p.id} has no footprint there and goes to the largest parcel, ${p.parcel}; please check`,
  },
};

export const sayEditNote = (language: Language, note: EditNote): string => notes[note.code][language](note.params);

const fixed = (value: string | number, digits = 2): string => figure(Number(value), digits);
