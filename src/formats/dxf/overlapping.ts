import { pointInside } from '../../domain/geometry/point-inside.ts';
import { isInside } from './labels.ts';
import { layerKey } from './layers.ts';
import { boxOf, indexOf, type Shape } from './nest.ts';

/** What people call the layer of parcels 宗地; JZD and JZX are those of CASS. Our own drawings have PARCEL. */
const parcelNames = /^(parcels?|宗地|地块|zd|dk|jzd|jzx|宗地界|权属线|红线)$/i;

/**
 * Layers one of which has a shape that holds the middle of a shape of another: frames 图框 around parcels, buildings in them,
 * one boundary on two layers. Read together their ground would count twice. By name; empty where none do.
 */
export function overlappingLayers(shapes: readonly Shape[]): readonly string[] {
  const boxes = shapes.map(({ outline }) => boxOf(outline.flat(2)));
  const index = indexOf(boxes);
  const names = new Map<string, string>();
  for (const { layer, outline } of shapes) {
    const middle = outline.length > 0 ? pointInside(outline[0]) : null;
    if (!middle) continue;
    const isOther = (k: number) => layerKey(shapes[k].layer) !== layerKey(layer);
    for (const k of index?.search(...middle, ...middle, isOther) ?? [])
      if (!(names.has(layerKey(layer)) && names.has(layerKey(shapes[k].layer))) && isInside(shapes[k].outline, middle))
        for (const name of [layer, shapes[k].layer]) names.set(layerKey(name), name);
  }
  return [...names.values()];
}

/** Of layers that overlap the one that is called as parcels are, if there is just one. */
export function parcelLayer(names: readonly string[]): string | null {
  const called = names.filter((name) => parcelNames.test(name.trim()));
  return called.length === 1 ? called[0] : null;
}
