import { pointInside } from '../../domain/geometry/lines/point-inside.ts';
import { isInside } from './labels.ts';
import { layerKey } from './layers.ts';
import { boxOf, indexOf, type Shape } from './nest.ts';

/** What people call the layer of parcels 宗地; JZD and JZX are those of CASS. Our own drawings have PARCEL. */
const parcelNames = /^(parcels?|宗地|地块|zd|dk|jzd|jzx|宗地界|权属线|红线)$/i;

export const isParcelLayer = (name: string): boolean => parcelNames.test(name.trim());

/** Pairs that are looked at; drawings with thousands of layers over each other are asked about by some of them. */
const mostPairs = 1_000_000;

/**
 * Layers one of which has a shape that holds the middle of a shape of another: frames 图框 around parcels, buildings in them,
 * one boundary on two layers. Read together their ground would count twice. By name; empty where none do.
 */
export function overlappingLayers(shapes: readonly Shape[]): readonly string[] {
  const names = new Map(shapes.map(({ layer }) => [layerKey(layer), layer]));
  if (names.size < 2) return [];
  const keys = [...names.keys()];
  const order = new Map(keys.map((key, k) => [key, k]));
  const layerOf = shapes.map(({ layer }) => order.get(layerKey(layer))!);
  const over = new Set<number>();
  const index = indexOf(shapes.map(({ outline }) => boxOf(outline.flat(2))));
  let left = mostPairs;
  for (const [i, { outline }] of shapes.entries()) {
    const middle = outline.length > 0 && left > 0 ? pointInside(outline[0]) : null;
    // Two layers that are known to overlap have nothing more to tell.
    const isNew = (k: number) =>
      --left > 0 && layerOf[k] !== layerOf[i] && !(over.has(layerOf[i]) && over.has(layerOf[k]));
    for (const k of middle ? (index?.search(...middle, ...middle, isNew) ?? []) : [])
      if (isInside(shapes[k].outline, middle!)) over.add(layerOf[i]).add(layerOf[k]);
  }
  return [...over].sort((a, b) => a - b).map((k) => names.get(keys[k])!);
}

/** Of layers that overlap the one that is called as parcels are, if there is just one. */
export function parcelLayer(names: readonly string[]): string | null {
  const called = names.filter(isParcelLayer);
  return called.length === 1 ? called[0] : null;
}
