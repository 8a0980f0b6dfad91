import type { Layer } from '../../domain/geometry/columns/layer.ts';
import type { TableKeys } from '../../domain/land/model.ts';
import { emptyLayer } from '../../domain/geometry/columns/builder.ts';
import type { Column } from '../../domain/land/records/column.ts';
import { asCollection } from '../exchange/shape.ts';
import { fieldsOfKind, isKind, type Kind } from '../../domain/land/fields/kinds.ts';
import { readColumn } from './columns.ts';
import { SectionSource } from './container.ts';
import { damaged } from './damaged.ts';
import { directoryOf, jsonOf, type TableEntry } from './directory.ts';
import { readKeys } from './keys.ts';
import { readLayer } from './layers.ts';
import { decodeUtf8 } from './texts.ts';

/** The records of a kind as columns; `layer` is empty for what is not drawn: a park, a plan. */
export interface PackedTable {
  readonly rows: number;
  readonly columns: readonly Column[];
  readonly layer: Layer;
  readonly keys?: TableKeys;
}

/** A packed file as it lies there: what kernels work on, without a record made of any row. */
export interface PackedColumns {
  readonly title?: string;
  readonly extra?: Readonly<Record<string, unknown>>;
  readonly others: readonly unknown[];
  readonly tables: Readonly<Record<Kind, PackedTable>>;
}

/** Kinds whose boundaries the project keeps in a layer. */
const drawnKinds: ReadonlySet<Kind> = new Set(['parcel', 'building', 'township', 'zone']);
/** Members of a collection that are not kept aside. */
const OWN_MEMBERS = ['type', 'features', 'title', 'crs', 'bbox'];

/** Everything of the bytes but what the values mean, which `check.ts` sees to; throws a refusal. */
export function unpackColumns(bytes: Uint8Array): PackedColumns {
  const source = new SectionSource(bytes);
  const directory = directoryOf(decodeUtf8(source.take(0)));
  const { title, extra, others } = directory;
  if (extra && OWN_MEMBERS.some((name) => Object.hasOwn(extra, name))) throw damaged('directory');
  if (Object.keys(directory.tables).some((kind) => !isKind(kind))) throw damaged('directory');
  const table = (kind: Kind) => readTable(source, kind, directory.tables[kind]);
  return {
    ...(title === undefined ? {} : { title }),
    ...(extra === undefined ? {} : { extra }),
    others: others === undefined ? [] : featuresOf(decodeUtf8(source.take(others))),
    tables: {
      park: table('park'),
      parcel: table('parcel'),
      building: table('building'),
      township: table('township'),
      zone: table('zone'),
      jurisdiction: table('jurisdiction'),
      supplyPlan: table('supplyPlan'),
      supplyRow: table('supplyRow'),
    },
  };
}

function featuresOf(text: string): readonly unknown[] {
  const collection = asCollection({ type: 'FeatureCollection', features: jsonOf(text) });
  if (!collection.ok) throw damaged('others');
  return collection.value.features;
}

function readTable(source: SectionSource, kind: Kind, entry: TableEntry | undefined): PackedTable {
  if (!entry) return { rows: 0, columns: [], layer: emptyLayer() };
  if ((entry.layer !== undefined) !== drawnKinds.has(kind)) throw damaged('directory');
  const names = new Set(entry.columns.map(({ role, field }) => `${role} ${field}`));
  const known = entry.columns.every(({ role, field }) => role !== 'own' || Object.hasOwn(fieldsOfKind(kind), field));
  if (names.size < entry.columns.length || !known) throw damaged('directory');
  const keys = readKeys(source, entry, entry.rows);
  return {
    rows: entry.rows,
    ...(keys && { keys }),
    columns: entry.columns.map((column) => readColumn(source, column, entry.rows)),
    layer: entry.layer ? readLayer(source, entry.layer, entry.rows) : emptyLayer(),
  };
}
