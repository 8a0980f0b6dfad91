import type { Position } from '../../domain/geometry/columns/layer.ts';
import type { FileNote, ReadOptions } from '../contract.ts';
import { fits } from '../crs/area-of-use.ts';
import { detect } from '../crs/detect.ts';
import { degrees, sourceOf, type SourceCrs } from '../crs/source.ts';
import type { Found } from './found.ts';
import { layerKey } from './layers.ts';
import { fitsDegrees, metre, units, type DrawingUnit } from './units.ts';

/** Where most shapes of a drawing stand, and which ones stand elsewhere. */
export interface Standing {
  /** Null where they lie nowhere in the country. */
  readonly unit: DrawingUnit | null;
  readonly isStray: (first: Position) => boolean;
}

/** What a position is told as, in drawing units. */
interface Told {
  readonly key: string;
  readonly fits: boolean;
}
const none = (): boolean => false;

/**
 * Each shape has one vote, by its first vertex: the unit, the CRS its numbers tell and their order. Templates call drawings
 * millimetres that hold metres: the coordinates decide, and `$INSUNITS` is not asked. Metres where a shape can be in metres,
 * else the smaller unit in which it lies in a zone.
 */
export function standingOf(firsts: readonly Position[], { epsg }: ReadOptions): Standing {
  const target = epsg === undefined ? null : sourceOf(epsg);
  // A code that is none is refused where it is asked for.
  if (target?.ok === false) return { unit: metre, isStray: none };
  const saidIn = (unit: DrawingUnit, p: Position) => toldAt([p[0] / unit.perMetre, p[1] / unit.perMetre], target?.value ?? null, unit === metre); // prettier-ignore
  const place = (p: Position) => {
    for (const unit of units) {
      const found = saidIn(unit, p);
      if (found) return { ...found, unit, key: `${unit.name} ${found.key}` };
    }
    return null;
  };
  const places = firsts.map(place);
  const placed = places.filter((at) => at !== null);
  if (placed.length === 0 || 2 * placed.length < firsts.length) return { unit: null, isStray: none };
  const counts = new Map<string, number>();
  for (const { key } of placed) counts.set(key, (counts.get(key) ?? 0) + 1);
  const [most] = [...counts].sort(([, p], [, q]) => q - p)[0];
  const own = placed.filter(({ key }) => key === most);
  const mostFit = 2 * own.filter((at) => at.fits).length > own.length;
  const isStray = (p: Position): boolean => {
    const at = place(p);
    return at?.key !== most || (mostFit && !at.fits);
  };
  return { unit: own[0].unit, isStray };
}

/** Degrees are of no length: they are only ever what stands there. */
function toldAt(position: Position, target: SourceCrs | null, mayBeDegrees: boolean): Told | null {
  const turned: Position = [position[1], position[0]];
  if (target) return fits(target, position) || fits(target, turned) ? { key: target.code, fits: true } : null;
  const told = detect(position);
  if (!told.ok) {
    const { choices = [] } = told.refusal;
    return choices.length > 0 ? { key: choices.join(' '), fits: true } : null;
  }
  const { source, swapped } = told.value;
  if (source === degrees && !(mayBeDegrees && fitsDegrees(position))) return null;
  return { key: `${source.code} ${swapped}`, fits: fits(source, swapped ? turned : position) };
}

const mostNamed = 5;

/** The drawing without the shapes that stand elsewhere, which are named by layer and place. */
export function withoutStrays(
  found: Found,
  { isStray }: Standing,
): { readonly found: Found; readonly notes: FileNote[] } {
  const strays = [
    ...found.rings.map(({ layer, ring }) => ({ layer, at: ring[0] })),
    ...found.hatches.map(({ layer, rings }) => ({ layer, at: rings[0][0] })),
  ].filter(({ at }) => isStray(at));
  const lines = found.lines.filter(({ start }) => !isStray(start));
  if (strays.length === 0) return { found: { ...found, lines }, notes: [] };
  const named = strays.slice(0, mostNamed).map(({ layer, at }) => `${layer} (${at.map((v) => Math.round(v * 1000) / 1000).join(', ')})`); // prettier-ignore
  const names = named.join('; ') + (strays.length > mostNamed ? ' …' : '');
  const layers = new Map(found.layers);
  for (const { layer } of strays) {
    const known = layers.get(layerKey(layer));
    if (known) layers.set(layerKey(layer), { ...known, count: known.count - 1 });
  }
  return {
    found: {
      ...found,
      lines,
      layers,
      rings: found.rings.filter(({ ring }) => !isStray(ring[0])),
      hatches: found.hatches.filter(({ rings }) => !isStray(rings[0][0])),
    },
    notes: [{ code: 'shapes-stray', params: { count: strays.length, names } }],
  };
}
