import type { LayerSpecification, Map as MapLibre } from 'maplibre-gl';

type Values = Readonly<Record<string, unknown>>;

/** One change that brings a drawn layer to another look. */
export interface LayerChange {
  readonly layer: string;
  readonly kind: 'paint' | 'layout' | 'filter';
  readonly key: string;
  readonly value: unknown;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function changed(layer: string, kind: 'paint' | 'layout', before: Values, after: Values): LayerChange[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys]
    .filter((key) => !same(before[key], after[key]))
    .map((key) => ({ layer, kind, key, value: after[key] }));
}

const filterOf = (layer: LayerSpecification): unknown => ('filter' in layer ? layer.filter : undefined);

/** What differs between two looks of the same layers; the data and the images stay as they are. */
export function changesBetween(now: readonly LayerSpecification[], next: readonly LayerSpecification[]): LayerChange[] {
  return next.flatMap((layer, i) => [
    ...changed(layer.id, 'paint', (now[i].paint ?? {}) as Values, (layer.paint ?? {}) as Values),
    ...changed(layer.id, 'layout', (now[i].layout ?? {}) as Values, (layer.layout ?? {}) as Values),
    ...(same(filterOf(now[i]), filterOf(layer))
      ? []
      : [{ layer: layer.id, kind: 'filter' as const, key: 'filter', value: filterOf(layer) }]),
  ]);
}

type Setter<K extends 'setPaintProperty' | 'setLayoutProperty' | 'setFilter'> = Parameters<MapLibre[K]>;

export function apply(map: MapLibre, changes: readonly LayerChange[]): void {
  for (const { layer, kind, key, value } of changes) {
    if (kind === 'filter') map.setFilter(layer, value as Setter<'setFilter'>[1]);
    else if (kind === 'layout') map.setLayoutProperty(layer, key as Setter<'setLayoutProperty'>[1], value as never);
    else map.setPaintProperty(layer, key as Setter<'setPaintProperty'>[1], value as never);
  }
}
