/*
 * Land classes 地类 as CASS writes them: three digits of 《土地利用现状分类》 GB/T 21010-2007, two of the class and one of its
 * kind. The four digits of 2017 mean other things in other lists, and are only named where the lists agree.
 */
const classes2007: Readonly<Record<string, string>> = {
  '01': '水田 水浇地 旱地',
  '02': '果园 茶园 其他园地',
  '03': '有林地 灌木林地 其他林地',
  '04': '天然牧草地 人工牧草地 其他草地',
  '05': '批发零售用地 住宿餐饮用地 商务金融用地 其他商服用地',
  '06': '工业用地 采矿用地 仓储用地',
  '07': '城镇住宅用地 农村宅基地',
  '08': '机关团体用地 新闻出版用地 科教用地 医卫慈善用地 文体娱乐用地 公共设施用地 公园与绿地 风景名胜设施用地',
  '09': '军事设施用地 使领馆用地 监教场所用地 宗教用地 殡葬用地',
  '10': '铁路用地 公路用地 街巷用地 农村道路 机场用地 港口码头用地 管道运输用地',
  '11': '河流水面 湖泊水面 水库水面 坑塘水面 沿海滩涂 内陆滩涂 沟渠 水工建筑用地 冰川及永久积雪',
  '12': '空闲地 设施农用地 田坎 盐碱地 沼泽地 沙地 裸地',
};
const agreed: Readonly<Record<string, string>> = {
  '0601': '工业用地',
  '0602': '采矿用地',
  '0701': '城镇住宅用地',
  '0702': '农村宅基地',
};

/** The name of a class by its code; undefined for a code of neither list. */
export function classNameOf(code: string): string | undefined {
  const group = code.slice(0, 2);
  if (code.length === 3 && Object.hasOwn(classes2007, group)) return classes2007[group].split(' ')[Number(code[2]) - 1];
  return Object.hasOwn(agreed, code) ? agreed[code] : undefined;
}
