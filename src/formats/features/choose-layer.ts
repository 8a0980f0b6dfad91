import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { FormatRefusal } from '../contract.ts';
import { parcelLayerNames } from '../layer-names.ts';

/**
 * Of the layers that may hold parcels the one asked for; else the only one, or the one named as parcels are. `namesOf`: what a
 * layer is called, first as it is offered.
 */
export function chooseLayer<T>(
  name: string,
  layers: readonly T[],
  asked: string | undefined,
  namesOf: (layer: T) => readonly [string, ...string[]],
): Result<T, FormatRefusal> {
  if (asked === undefined && layers.length === 1) return ok(layers[0]);
  const isNamed = (called: string) => (asked === undefined ? parcelLayerNames.test(called) : called === asked);
  const named = layers.filter((layer) => namesOf(layer).some(isNamed));
  if (named.length === 1) return ok(named[0]);
  return refuse(
    'several-layers',
    { name, ...(asked !== undefined && named.length === 0 && { layer: asked }) },
    layers.map((layer) => namesOf(layer)[0]),
  );
}
