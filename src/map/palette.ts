/** Colours of the map in both themes. Fixed values, so that the map draws the same in a page, a picture and a test. */
export type Theme = 'light' | 'dark';

/** Keys of the land classes 用地分类 the map colours; `road`, `water` and `farm` are surfaces, not tints. */
export const LAND_CLASSES = [
  'ind',
  'sto',
  'com',
  'biz',
  'res',
  'adm',
  'rnd',
  'utl',
  'grn',
  'gpr',
  'road',
  'water',
  'farm',
] as const;
export type LandClassKey = (typeof LAND_CLASSES)[number];
type TintKey = Exclude<LandClassKey, 'road' | 'water' | 'farm'>;

export const OUTCOMES = ['fail', 'advisory', 'relaxed', 'unknown', 'pass', 'not-applicable'] as const;
export type OutcomeKey = (typeof OUTCOMES)[number];

export interface Palette {
  readonly paper: string;
  /** What lies over paper, such as a plate or a handle. */
  readonly raised: string;
  readonly ink: string;
  readonly accent: string;
  readonly accentOn: string;
  readonly accentWash: string;
  readonly ground: string;
  readonly farm: string;
  readonly block: string;
  readonly road: string;
  readonly roadEdge: string;
  readonly water: string;
  readonly waterLine: string;
  readonly waterInk: string;
  readonly parcelLine: string;
  readonly building: string;
  readonly buildingOpacity: number;
  readonly bound: string;
  readonly label: string;
  readonly labelQuiet: string;
  readonly halo: string;
  readonly hatch: string;
  /** 体量: two shades in turn. Of what is around one. */
  readonly mass: Readonly<
    Record<'production' | 'rnd' | 'service' | 'existing' | 'chosen', readonly [string, string]>
  > & {
    readonly town: string;
  };
  readonly siteFill: string;
  readonly siteOpacity: number;
  readonly park: string;
  readonly verdict: Readonly<Record<OutcomeKey, string>>;
  /** Official RGB with our alpha, as CSS colours; surfaces are opaque. */
  readonly land: Readonly<Record<LandClassKey, string>>;
}

/** The colours the standard prescribes, red green blue: they never change with the theme, only our alpha does. */
const OFFICIAL_RGB: Readonly<Record<TintKey, readonly [number, number, number]>> = {
  ind: [187, 150, 116],
  sto: [135, 97, 211],
  com: [255, 0, 0],
  biz: [192, 0, 0],
  res: [255, 255, 45],
  adm: [255, 0, 255],
  rnd: [230, 0, 92],
  utl: [0, 99, 128],
  grn: [0, 255, 0],
  gpr: [20, 141, 74],
};

type Alphas = Readonly<Record<TintKey, number>>;
type Surfaces = Pick<Palette, 'road' | 'water' | 'farm'>;

function land(alphas: Alphas, surfaces: Surfaces): Palette['land'] {
  const tints = Object.fromEntries(
    (Object.keys(OFFICIAL_RGB) as TintKey[]).map((key) => [key, `rgba(${OFFICIAL_RGB[key].join(',')},${alphas[key]})`]),
  ) as Record<TintKey, string>;
  return { ...tints, road: surfaces.road, water: surfaces.water, farm: surfaces.farm };
}

const lightSurfaces: Surfaces = { road: '#FDFDFC', water: '#D3DEE5', farm: '#F3F2EC' };
const darkSurfaces: Surfaces = { road: '#141617', water: '#17262F', farm: '#1B1D1E' };

const light: Palette = {
  ...lightSurfaces,
  paper: '#FBFAF8',
  raised: '#FFFFFF',
  ink: '#1C1D1F',
  accent: '#1B4F8F',
  accentOn: '#FFFFFF',
  accentWash: '#E4ECF6',
  ground: '#EFEEEA',
  block: '#F8F7F4',
  roadEdge: '#D9D6CE',
  waterLine: '#A9BCC8',
  waterInk: '#40606F',
  parcelLine: '#7B776C',
  building: '#3A3730',
  buildingOpacity: 0.13,
  bound: '#77726A',
  label: '#3C3D3F',
  labelQuiet: '#62625F',
  halo: '#FBFAF8',
  hatch: '#33322E',
  mass: {
    town: '#E9E6E0',
    production: ['#CBC7BD', '#BDB8AC'],
    rnd: ['#B4B3AF', '#A6A5A0'],
    service: ['#DEDAD1', '#D1CCC1'],
    existing: ['#F1EFEA', '#E5E2DB'],
    chosen: ['#A9C3E4', '#93B2DA'],
  },
  siteFill: '#FFFFFF',
  siteOpacity: 0.42,
  park: '#3A3B3D',
  verdict: {
    fail: '#AE2A1B',
    advisory: '#875400',
    relaxed: '#74417F',
    unknown: '#505A66',
    pass: '#2B6845',
    'not-applicable': '#646564',
  },
  land: land(
    { ind: 0.4, sto: 0.2, com: 0.1, biz: 0.12, res: 0.14, adm: 0.06, rnd: 0.08, utl: 0.16, grn: 0.12, gpr: 0.22 },
    lightSurfaces,
  ),
};

const dark: Palette = {
  ...darkSurfaces,
  paper: '#1D1F21',
  raised: '#2A2D30',
  ink: '#EDEBE6',
  accent: '#85B4EE',
  accentOn: '#0E1A2A',
  accentWash: '#20324A',
  ground: '#191B1D',
  block: '#212325',
  roadEdge: '#2E3133',
  waterLine: '#2C4450',
  waterInk: '#88A9BA',
  parcelLine: '#8A8981',
  building: '#FFFFFF',
  buildingOpacity: 0.1,
  bound: '#8B8880',
  label: '#DEDCD6',
  labelQuiet: '#B6B4AD',
  halo: '#1A1C1E',
  hatch: '#D5D2CA',
  mass: {
    town: '#2E3134',
    production: ['#5C6064', '#6B6F73'],
    rnd: ['#747679', '#838588'],
    service: ['#484C50', '#55595D'],
    existing: ['#34373A', '#3D4044'],
    chosen: ['#3F6393', '#4D74A8'],
  },
  siteFill: '#85B4EE',
  siteOpacity: 0.14,
  park: '#C9C8C3',
  verdict: {
    fail: '#F28B7B',
    advisory: '#E0AE5A',
    relaxed: '#CDA0D8',
    unknown: '#A9B4C1',
    pass: '#7FC49A',
    'not-applicable': '#A3A29D',
  },
  land: land(
    { ind: 0.27, sto: 0.22, com: 0.11, biz: 0.15, res: 0.08, adm: 0.07, rnd: 0.11, utl: 0.24, grn: 0.07, gpr: 0.22 },
    darkSurfaces,
  ),
};

export const palettes: Readonly<Record<Theme, Palette>> = { light, dark };
