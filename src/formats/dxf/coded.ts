import type { Found } from './found.ts';
import { layerKey } from './layers.ts';
import { boundaryCode, codeOf, parcelCode, type Xdata } from './xdata.ts';

/** Outlines told apart by the code CASS gave them. */
export interface ByCode {
  readonly found: Found;
  /** Those that are no parcels, as `layer code` with their number. */
  readonly left: ReadonlyMap<string, number>;
  /** Layers on which CASS drew parcels, by key; empty where it drew none. */
  readonly parcelLayers: ReadonlySet<string>;
}

/**
 * The parcels 300000 among all that CASS drew: streets, buildings and fields have codes of their own. Where none is a parcel,
 * what has no code is taken; where all have other codes, all are.
 */
export function tellByCode(found: Found): ByCode {
  const drawn = [...found.rings, ...found.hatches];
  const parcelLayers = new Set(drawn.filter(({ xdata }) => codeOf(xdata) === parcelCode).map(({ layer }) => layerKey(layer))); // prettier-ignore
  const isPlain = (xdata: Xdata) => [null, boundaryCode].includes(codeOf(xdata));
  const isParcel = (xdata: Xdata) => codeOf(xdata) === parcelCode || isPlain(xdata);
  if (parcelLayers.size === 0 && !drawn.some(({ xdata }) => isPlain(xdata)))
    return { found, left: new Map(), parcelLayers };
  const left = new Map<string, number>();
  for (const { layer, xdata } of drawn) {
    const name = `${layer} ${codeOf(xdata)}`;
    if (!isParcel(xdata)) left.set(name, (left.get(name) ?? 0) + 1);
  }
  const kept = <T extends { readonly xdata: Xdata }>(items: readonly T[]) => items.filter(({ xdata }) => isParcel(xdata)); // prettier-ignore
  return { found: { ...found, rings: kept(found.rings), hatches: kept(found.hatches) }, left, parcelLayers };
}
