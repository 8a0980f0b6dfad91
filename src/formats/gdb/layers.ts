import { refuse, type Result } from '../../domain/outcome.ts';
import type { FormatRefusal } from '../contract.ts';
import { chooseLayer } from '../features/choose-layer.ts';
import { foundOf } from '../found.ts';
import { tableOf, type Catalogue, type Listed } from './catalogue.ts';
import type { Parts } from './parts.ts';
import { countRows } from './table.ts';

/** What a table holds: shapes of a kind; a kind that is not read; rows without shapes. */
type Kind =
  'polygon' | 'line' | 'point' | 'table' | 'gdb-multipatch' | 'gdb-annotation' | 'gdb-raster' | 'gdb-compressed';

/** A table of one of the geodatabases of a file. */
export interface GdbLayer {
  readonly parts: Parts;
  readonly listed: Listed;
  readonly domains: Catalogue['domains'];
  readonly kind: Kind;
  /** `DLTB 地类图斑`; the name of its database before it where there are several. */
  readonly label: string;
}

const namesOf = ({ label, parts, listed: { name, definition } }: GdbLayer): readonly [string, ...string[]] => {
  const alias = definition?.alias;
  return [label, name, `${parts.name}/${name}`, ...(alias ? [alias] : [])];
};

export async function layersOf(parts: Parts, { tables, domains }: Catalogue, several: boolean): Promise<GdbLayer[]> {
  const layers: GdbLayer[] = [];
  for (const listed of tables) {
    const kind = await kindOf(parts, listed);
    if (kind === null) continue;
    const { name, definition } = listed;
    const alias = definition?.alias && definition.alias !== name ? ` ${definition.alias}` : '';
    const label = `${several ? `${parts.name}/` : ''}${name}${alias}`;
    layers.push({ parts, listed, domains, kind, label });
  }
  return layers;
}

const unread: Readonly<Record<string, Kind>> = {
  esriFTAnnotation: 'gdb-annotation',
  esriFTCoverageAnnotation: 'gdb-annotation',
  esriFTDimension: 'gdb-annotation',
  esriDTRasterDataset: 'gdb-raster',
  esriDTRasterCatalog: 'gdb-raster',
  esriDTMosaicDataset: 'gdb-raster',
};
const shapes: Readonly<Record<string, Kind>> = {
  esriGeometryPolygon: 'polygon',
  esriGeometryPolyline: 'line',
  esriGeometryPoint: 'point',
  esriGeometryMultipoint: 'point',
  esriGeometryMultiPatch: 'gdb-multipatch',
};
/** The same as the head of a table numbers them. */
const shapeTypes: Readonly<Record<number, Kind>> = { 1: 'point', 2: 'point', 3: 'line', 4: 'polygon', 9: 'gdb-multipatch' }; // prettier-ignore

/** By what the catalogue says of it, else by its own head; null for one whose files are not there. */
async function kindOf(parts: Parts, { id, definition }: Listed): Promise<Kind | null> {
  if (!parts.of(id, 'gdbtable')) return parts.of(id, 'cdf') ? 'gdb-compressed' : null;
  if (!definition) return shapeTypes[(await tableOf(parts, id))?.shapeType ?? 0] ?? 'table';
  const { datasetType, featureType, shapeType } = definition;
  return unread[datasetType] ?? unread[featureType] ?? shapes[shapeType] ?? 'table';
}

/** The layer asked for, else the one of polygons; of lines, which may be closed, where there are no polygons. */
export async function chosenLayer(
  name: string,
  layers: readonly GdbLayer[],
  asked: string | undefined,
): Promise<Result<GdbLayer, FormatRefusal>> {
  const unreadable = layers.filter(({ kind }) => kind.startsWith('gdb-'));
  const said = unreadable.find((layer) => asked !== undefined && namesOf(layer).includes(asked));
  const areas = layers.filter(({ kind }) => kind === 'polygon');
  const drawn = areas.length > 0 ? areas : layers.filter(({ kind }) => kind === 'line');
  const refused = said ?? (drawn.length === 0 ? unreadable[0] : undefined);
  if (refused) return refuse('unsupported', { name, what: refused.kind, type: refused.label });
  return drawn.length > 0 ? chooseLayer(name, drawn, asked, namesOf) : withoutAreas(name, layers);
}

/** What there is instead of areas and lines. */
async function withoutAreas(name: string, layers: readonly GdbLayer[]): Promise<Result<never, FormatRefusal>> {
  const counts: (readonly [string, number])[] = [];
  for (const { parts, listed, kind } of layers) {
    const table = await tableOf(parts, listed.id);
    if (table) counts.push([kind === 'point' ? 'point' : 'null', await countRows(table)]);
  }
  return refuse('no-parcels', { name, found: foundOf(counts) });
}
