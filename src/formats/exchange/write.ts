import { ok, type Result } from '../../domain/outcome.ts';
import { round9 } from '../../domain/geometry/columns/builder.ts';
import type { Layer, Position } from '../../domain/geometry/columns/layer.ts';
import type { Project, Table } from '../../domain/land/model.ts';
import type { FormatRefusal, NamedBytes, WriteOptions } from '../contract.ts';
import { sourceOf, type SourceCrs } from '../crs/source.ts';
import { checkFits, outlineIn } from '../crs/target.ts';
import { keyOf, type Kind } from '../../domain/land/fields/kinds.ts';
import { turned } from '../rings.ts';
import { utf8Pieces } from '../text/pieces.ts';
import { changed, type Geometry } from './shape.ts';
import { featureKey } from './sort.ts';

type Loose = Readonly<Record<string, unknown>>;

/** The exchange file; degrees unless another CRS is asked for, which the `crs` member then names. */
export function writeExchange(project: Project, options: WriteOptions): Result<readonly NamedBytes[], FormatRefusal> {
  const target = sourceOf(options.epsg ?? 4490);
  if (!target.ok) return target;
  const { exact = false } = options;
  for (const table of [project.parcels, project.buildings, project.townships, project.zones]) {
    const placed = checkFits(table, target.value);
    if (!placed.ok) return placed;
  }
  const members = {
    type: 'FeatureCollection',
    ...(project.title === undefined ? {} : { title: project.title }),
    ...(options.epsg === undefined || target.value.code === 'EPSG:4490' ? {} : { crs: crsMember(target.value) }),
    ...project.extra,
  };
  // One feature a line: differences between two files can be read.
  const head = JSON.stringify(members).slice(0, -1);
  const pieces = function* (): Generator<string> {
    yield `${head},"features":[\n`;
    let between = '';
    for (const feature of featuresOf(project, { ...target.value, exact })) {
      yield between + JSON.stringify(feature);
      between = ',\n';
    }
    yield '\n]}\n';
  };
  return ok([{ name: `${options.name}.geojson`, bytes: utf8Pieces(pieces()) }]);
}

const crsMember = (target: SourceCrs) => ({
  type: 'name',
  properties: { name: `urn:ogc:def:crs:${target.code.replace(':', '::')}` },
});

/** `exact`: coordinates on the plane are not rounded, and rings are not turned. */
type Target = SourceCrs & { readonly exact: boolean };

function* featuresOf(project: Project, target: Target): Generator<unknown> {
  const drawn = function* (kind: Kind, { records, layer }: Table<{ readonly id: string }>) {
    for (const [f, record] of records.entries())
      yield feature(kind, record as Loose, geometryOf(layer, f, target), target);
  };
  for (const park of project.parks) yield feature('park', park, null, target);
  yield* drawn('parcel', project.parcels);
  yield* drawn('building', project.buildings);
  yield* drawn('township', project.townships);
  yield* drawn('zone', project.zones);
  for (const j of project.jurisdictions) yield feature('jurisdiction', j, null, target);
  for (const plan of project.supplyPlans ?? []) yield feature('supplyPlan', plan, null, target);
  for (const row of project.supplyRows ?? []) yield feature('supplyRow', row, null, target);
  for (const other of project.others) {
    const { geometry } = other as { geometry: Geometry | null };
    yield geometry ? { ...(other as Loose), geometry: inTarget(geometry, target) } : other;
  }
}

const inTarget = (geometry: Geometry, target: Target): Geometry =>
  changed(geometry, (p) => rounded(target.fromDegrees(p), target));

function feature(kind: Kind, record: Loose, geometry: Geometry | null, target: Target): unknown {
  const { extra, ...fields } = flatten(record) as Record<string, unknown> & { extra?: never };
  void extra;
  const { [featureKey]: kept, ...known } = fields;
  const members = (kept ?? {}) as { geometry?: Geometry };
  const outline = geometry ?? (members.geometry ? inTarget(members.geometry, target) : null);
  const key = keyOf(kind);
  const { [key]: id, ...rest } = known;
  return { type: 'Feature', ...members, properties: { kind, [key]: id, ...rest }, geometry: outline };
}

/** Unknown properties go back among the known ones, in units and leases as well. */
function flatten(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(flatten);
  if (typeof value !== 'object' || value === null) return value;
  const { extra, ...fields } = value as Record<string, unknown>;
  const known = Object.entries(fields).map(([name, field]): [string, unknown] => [name, flatten(field)]);
  return Object.fromEntries([...known, ...Object.entries((extra ?? {}) as Loose)]);
}

function rounded([x, y]: Position, target: Target): Position {
  if (target.code === 'EPSG:4490') return [round9(x), round9(y)];
  if (target.exact) return [x, y];
  return [Math.round(x * 1e4) / 1e4, Math.round(y * 1e4) / 1e4];
}

/** Rings turn as RFC 7946 asks: shells counter-clockwise, holes clockwise. */
function geometryOf(layer: Layer, f: number, target: Target): Geometry | null {
  const outline = outlineIn(layer, f, target);
  // The other way round a sum of the same terms has another last bit.
  const parts = (target.exact ? outline : turned(outline, true)).map((rings) =>
    rings.map((ring) => ring.map((p) => rounded(p, target))),
  );
  if (parts.length === 0) return null;
  return parts.length === 1 ? { type: 'Polygon', coordinates: parts[0] } : { type: 'MultiPolygon', coordinates: parts };
}
