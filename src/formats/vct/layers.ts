import { refuse, ok, type Result } from '../../domain/outcome.ts';
import type { FormatRefusal } from '../contract.ts';
import { parcelLayerNames } from '../layer-names.ts';
import type { Polygon } from './polygons.ts';
import type { FeatureKind, Table } from './tables.ts';

/** Polygons that one table describes: of one kind of feature, or of several. */
export interface VctLayer {
  /** Of its table, else of its kind of feature. */
  readonly name: string;
  /** 地类图斑 */
  readonly title: string;
  readonly table: Table | null;
  readonly codes: ReadonlySet<string>;
}

/** The layers that have polygons, in the order in which these come. */
export function layersOf(
  polygons: readonly Polygon[],
  kinds: readonly FeatureKind[],
  tables: ReadonlyMap<string, Table>,
): readonly VctLayer[] {
  const known = new Map(kinds.map((kind) => [kind.code, kind]));
  const layers = new Map<string, VctLayer & { readonly codes: Set<string> }>();
  for (const code of new Set(polygons.map((polygon) => polygon.code))) {
    const kind = known.get(code);
    const table = [...(kind?.more ?? [])].reverse().map((name) => tables.get(name.toUpperCase())).find(Boolean) ?? null; // prettier-ignore
    const name = table?.name ?? (kind?.name || code);
    const layer = layers.get(name) ?? { name, title: kind?.name ?? '', table, codes: new Set() };
    layer.codes.add(code);
    layers.set(name, layer);
  }
  return [...layers.values()];
}

/** The layer asked for by the name of its table or kind; else the only one, or the one called as parcels are. */
export function chooseLayer(
  name: string,
  layers: readonly VctLayer[],
  asked: string | undefined,
): Result<VctLayer, FormatRefusal> {
  const isCalled = (layer: VctLayer) =>
    asked === undefined
      ? [layer.name, layer.title].some((own) => parcelLayerNames.test(own))
      : [layer.name, layer.title, ...layer.codes].some((own) => own.toUpperCase() === asked.toUpperCase());
  const called = layers.filter(isCalled);
  if (called.length === 1) return ok(called[0]);
  if (asked === undefined && layers.length === 1) return ok(layers[0]);
  const unknown = asked !== undefined && called.length === 0 && { layer: asked };
  return refuse('several-layers', { name, ...unknown }, layers.map((layer) => layer.name)); // prettier-ignore
}
