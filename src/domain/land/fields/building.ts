import {
  date,
  flag,
  internal,
  list,
  m2,
  mark,
  metres,
  oneOf,
  open,
  placeMetres,
  record,
  storeys,
  text,
  yuanPerM2,
} from './type.ts';

/** 用途: admin, amenity and dormitory are 非生产性用房. */
const use = oneOf('production', 'rnd', 'admin', 'amenity', 'dormitory');

/** Storeys are counted from the ground up; the ground floor is 1. */
const storey = mark(1, 200);
/** Rings of points in metres of the building's own frame: its first corner, along its longest edge (`layout/plate/frame.ts`). */
const outlineM = list(list(list(placeMetres)));

/** 分割单元: what it is can be seen, to whom it went cannot. */
export const floorUnit = {
  /** Its own within its building. */
  id: open(text),
  floorAreaM2: open(m2),
  use: open(use),
  /** Part of what the developer holds 自持. */
  held: open(flag),
  /** Absent: not sold. */
  soldOn: internal(date),
  /** 购买主体: `enterprise` is one whose kind is not stated. */
  buyerType: internal(
    oneOf('production', 'sales', 'research', 'headquarters', 'producer-services', 'enterprise', 'individual'),
  ),
  /** Asked or paid for it; the park's price is the highest. */
  salePriceYuanPerM2: internal(yuanPerM2),
  /** 自用 or not */
  usedBy: internal(oneOf('buyer', 'other')),
  /** 所在楼层 */
  storey: open(storey),
  /** Where on its storey it lies; the area is what `floorAreaM2` says. A draft, and no boundary of land: never public. */
  outlineM: internal(outlineM),
} as const;

/** 公共部分 of a storey: what is of no unit. */
export const commonPart = {
  /** 核心筒 (stairs, lifts, shafts) or 走廊 */
  kind: internal(oneOf('core', 'corridor')),
  storey: internal(storey),
  outlineM: internal(outlineM),
} as const;

export const building = {
  id: open(text),
  name: open(text),
  parcelId: open(text),
  use: open(use),
  /** Above ground. */
  storeys: open(storeys),
  /** 层高 of every storey; or of each from the ground up, equal plates, which outranks it. */
  storeyHeightM: open(metres),
  storeyHeightsM: open(list(metres)),
  /** 建筑面积, the basement included, nothing counted twice. */
  floorAreaM2: open(m2),
  /** The part of `floorAreaM2` below ground. */
  floorAreaBelowM2: open(m2),
  /** 基底面积; outranks the drawn outline. */
  footprintM2: open(m2),
  /** The whole building is held by the developer 自持. */
  held: open(flag),
  /** 现状建筑: it stands there; false: it is planned. Absent: not said. */
  existing: open(flag),
  units: open(list(record('unit', floorUnit, 'id'))),
  commonParts: internal(list(record('commonPart', commonPart, 'kind', 'storey', 'outlineM'))),
} as const;
