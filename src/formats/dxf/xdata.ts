import type { Item } from './groups.ts';

const application = 1001;
/** Texts, and the numbers that programs write where a text is meant. */
const values: ReadonlySet<number> = new Set([1000, 1040, 1070, 1071]);

/** XDATA 扩展属性 of an entity: what each application put to it, in order, by its name in upper case. */
export type Xdata = ReadonlyMap<string, readonly string[]>;

export const noXdata: Xdata = new Map();

export function xdataOf({ groups }: Item): Xdata {
  let own: string[] | null = null;
  let found: Map<string, string[]> | null = null;
  for (const { code, value } of groups)
    if (code === application) {
      found ??= new Map();
      own = [];
      found.set(value.trim().toUpperCase(), own);
    } else if (own && values.has(code)) own.push(value.trim());
  return found ?? noXdata;
}

/** The code 编码 of what CASS (its application is SOUTH) drew; null of all else. */
export const codeOf = (xdata: Xdata): string | null => xdata.get('SOUTH')?.at(0) ?? null;

/** CASS's codes of a parcel boundary 权属线, and of boundary lines 界址线 of a newer exporter. */
export const parcelCode = '300000';
export const boundaryCode = '302002';
/** Of boundary points 界址点, drawn as circles, in both. */
export const isBoundaryPoint = (xdata: Xdata): boolean => ['301000', '302001'].includes(codeOf(xdata) ?? '');
