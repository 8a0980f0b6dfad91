import { ok, type Result } from '../../domain/outcome.ts';
import type { Layer } from '../../domain/geometry/columns/layer.ts';
import type { Project } from '../../domain/land/model.ts';
import type { FormatRefusal, NamedBytes, WriteOptions } from '../contract.ts';
import { SectionSink } from './container.ts';
import type { Directory, TableEntry } from './directory.ts';
import type { Kind } from '../../domain/land/fields/kinds.ts';
import { writeKeys } from './keys.ts';
import { writeLayer } from './layers.ts';
import { writeRecords } from './records.ts';
import { arrayRecords } from '../../domain/land/records/array-records.ts';
import type { Records } from '../../domain/land/records/records.ts';

/** The whole project as one packed file `NAME.ytp`; degrees, and metres as surveyed beside them: `epsg` changes nothing. */
export function writePacked(project: Project, { name }: WriteOptions): Result<readonly NamedBytes[], FormatRefusal> {
  return ok([{ name: `${name}.ytp`, bytes: packedBytes(project) }]);
}

/** The bytes of a packed file. */
export function packedBytes(project: Project): Uint8Array {
  const sink = new SectionSink();
  const table = (kind: Kind, records: Records<object>, layer?: Layer): TableEntry => ({
    rows: records.length,
    ...writeKeys(sink, project.keys?.[kind]),
    columns: writeRecords(sink, records),
    ...(layer ? { layer: writeLayer(sink, layer) } : {}),
  });
  const utf8 = new TextEncoder();
  const { title, extra, others, supplyPlans = [], supplyRows = [] } = project;
  // A file without a plan is as it was before there were any.
  const later = (kind: 'supplyPlan' | 'supplyRow', records: readonly object[]) =>
    records.length > 0 || project.keys?.[kind] ? { [kind]: table(kind, arrayRecords(records)) } : {};
  const directory: Directory = {
    ...(title === undefined ? {} : { title }),
    ...(extra === undefined ? {} : { extra }),
    ...(others.length > 0 ? { others: sink.add(utf8.encode(JSON.stringify(others))) } : {}),
    tables: {
      park: table('park', arrayRecords(project.parks)),
      parcel: table('parcel', project.parcels.records, project.parcels.layer),
      building: table('building', project.buildings.records, project.buildings.layer),
      township: table('township', project.townships.records, project.townships.layer),
      zone: table('zone', project.zones.records, project.zones.layer),
      jurisdiction: table('jurisdiction', arrayRecords(project.jurisdictions)),
      ...later('supplyPlan', supplyPlans),
      ...later('supplyRow', supplyRows),
    },
  };
  return sink.file(utf8.encode(JSON.stringify(directory)));
}
