import type { LayingRefusal } from '../desk/laying/laying.ts';
import { formatFixed } from '../domain/quantity/format.ts';
import type { LayoutFamily, LayoutMiss } from '../layout/shape/layout.ts';
import type { PricedWish, WishPrice } from '../layout/prices.ts';
import { intentSentences } from './intents.ts';
import type { Both, Language, Word } from './language.ts';

const families: Readonly<Record<LayoutFamily, Word>> = {
  bars: { zh: '条式', en: 'bars' },
  'bars-across': { zh: '条式（横向）', en: 'bars, crosswise' },
  plates: { zh: '大进深', en: 'deep plates' },
  mixed: { zh: '深浅结合', en: 'bars and plates' },
  high: { zh: '高低结合', en: 'high beside low' },
  roomy: { zh: '疏朗', en: 'roomy' },
  fronted: { zh: '沿边', en: 'along slanted sides' },
};
export const familyWord = (language: Language, family: LayoutFamily): string => families[family][language];

const whats: Readonly<Record<LayoutMiss['what'], Word>> = {
  plotRatio: { zh: '容积率', en: 'plot ratio' },
  density: { zh: '建筑密度', en: 'building density' },
  coefficient: { zh: '建筑系数', en: 'building coefficient' },
  green: { zh: '绿地率', en: 'green ratio' },
  heightM: { zh: '建筑高度（米）', en: 'height (m)' },
  amenityLand: { zh: '行政办公及生活服务设施用地占比', en: 'ancillary share of the land' },
  amenityFloor: { zh: '行政办公及生活服务设施建筑面积占比', en: 'ancillary share of the floor area' },
  places: { zh: '停车位', en: 'parking places' },
  unserved: { zh: '不通道路的楼栋', en: 'buildings no road leads to' },
  unlined: {
    zh: '两个长边未都通消防车道的大型或高层厂房（栋）',
    en: 'large or high buildings without fire lanes along both long sides',
  },
  blind: { zh: '超过 40 m 又无处回车的尽头路', en: 'dead ends over 40 m without a turning place' },
};

const shares: readonly LayoutMiss['what'][] = ['density', 'coefficient', 'green', 'amenityLand', 'amenityFloor'];

const counts: readonly LayoutMiss['what'][] = ['places', 'unserved', 'blind', 'unlined'];

const sides: Readonly<Record<'inclusive' | 'exclusive', Readonly<Record<LayoutMiss['bound'], Word>>>> = {
  inclusive: { min: { zh: '不少于', en: 'at least' }, max: { zh: '不超过', en: 'at most' } },
  exclusive: { min: { zh: '大于', en: 'more than' }, max: { zh: '小于', en: 'less than' } },
};

/** "停车位 93，应不少于 97". */
export function missText(language: Language, { what, value, asked, bound, isExclusive }: LayoutMiss): string {
  const written = (n: number): string =>
    shares.includes(what) ? `${formatFixed(100 * n, 1)} %` : formatFixed(n, counts.includes(what) ? 0 : 2);
  const side = sides[isExclusive ? 'exclusive' : 'inclusive'][bound];
  if (language === 'zh') return `${whats[what].zh} ${written(value)}，应${side.zh} ${written(asked)}`;
  return `${whats[what].en} ${written(value)}, ${side.en} ${written(asked)} asked`;
}

/** Of a layout whose ancillary share is less than wished: the wish gives way to conditions. */
export function lessAmenityText(language: Language, share: number): string {
  if (language === 'zh')
    return `${share > 0 ? `配套用房按建筑面积的 ${formatFixed(100 * share, 1)} % 排布` : '未排配套用房'}：按设想的占比，规划条件排不下`;
  const laid = share > 0 ? `ancillary floor of ${formatFixed(100 * share, 1)} %` : 'no ancillary building';
  return `laid out with ${laid}: the share wished leaves no room for the conditions`;
}

const wishWords: Readonly<Record<PricedWish, Word>> = {
  bay: { zh: '整开间', en: 'whole bays' },
  fireLane: { zh: '排间消防车道', en: 'fire lanes between rows' },
  alignment: { zh: '通道对齐', en: 'aligned aisles' },
  mainRoad: { zh: '主路', en: 'main road' },
  aprons: { zh: '装卸场地', en: 'loading yards' },
  depths: { zh: '限定进深', en: 'depths kept to' },
  amenity: { zh: '配套用房', en: 'ancillary building' },
  storeys: { zh: '不再加层', en: 'no storey more' },
};
const wishWord = (language: Language, wish: PricedWish): string => wishWords[wish][language];

/** "代价：主路 −1 234 m² (1.9 %)，…": floor area that each wish costs. */
export function pricesText(language: Language, prices: readonly WishPrice[]): string {
  const zh = language === 'zh';
  const one = ({ wish, isWished, withM2, withoutM2 }: WishPrice): string => {
    const would = isWished ? '' : zh ? '若设' : 'if wished, ';
    const m2 = formatFixed(withoutM2 - withM2, 0);
    const share = formatFixed((100 * (withoutM2 - withM2)) / Math.max(1, withoutM2), 1);
    return `${would}${wishWord(language, wish)} ${m2} m²${zh ? `（${share} %）` : ` (${share} %)`}`;
  };
  return `${zh ? '代价：' : 'costs: '}${prices.map(one).join(zh ? '，' : ', ')}`;
}

/** Where no layout reaches the plot ratio: what none can exceed. */
export const noneText = (language: Language, mostPlotRatio: number): string =>
  language === 'zh'
    ? `没有一种排布达到容积率下限；按这些间距和退线，任何排布的容积率都不超过 ${formatFixed(mostPlotRatio, 2)}。`
    : `No layout reaches the lower bound of the plot ratio; with these spacings and setbacks none can exceed ${formatFixed(mostPlotRatio, 2)}.`;

/** There is no layout at all. */
export const noRoomText = (language: Language): string =>
  language === 'zh'
    ? '这块地排不下一栋：退线、间距和要保留的建筑没有留下够一栋的空地。减小退线或长度下限，或少留几栋再看。'
    : 'Not one building fits: setbacks, spacing and the buildings that stay leave no ground for one. Try smaller setbacks, a smaller least length, or let fewer buildings stay.';

/** Of adjoining parcels storeys over 8 m count twice on some only. */
export const unlikeText = (language: Language): string =>
  language === 'zh'
    ? '相邻宗地有的是工业用地，有的不是：8 m 以上的层在这里按一层计，采用后在工业用地上的按两层计，容积率会更高。'
    : 'Some of these parcels are land of industry and some are not: storeys over 8 m count once here and twice on land of industry once they stand, so that the plot ratio will be higher.';

/** Why land cannot be laid out, and what to do; for `sayRefusal`. */
export const layingSentences: Readonly<Record<LayingRefusal['code'], Both>> = {
  ...intentSentences,
  'layout-without-boundary': {
    zh: (p) => `地块 ${p.id} 没有界线，或界线有误，无法排布；请先补画或修复界线。`,
    en: (p) => `Parcel ${p.id} has no boundary, or a broken one, and cannot be laid out; draw or mend it first.`,
  },
};
