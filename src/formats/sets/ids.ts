import type { Project } from '../../domain/land/model.ts';
import type { NamedRead } from './cross-file-notes.ts';
import { Numbers, ownNumberField, sourceFileField, stemOf } from '../fields/numbers.ts';
import type { Records } from '../../domain/land/records/records.ts';
import { arrayRecords } from '../../domain/land/records/array-records.ts';

/** Kinds without boundaries, whose records the project holds as they are. */
const undrawn = ['parks', 'supplyPlans', 'supplyRows'] as const;
const named = [...undrawn, 'parcels', 'buildings', 'townships', 'zones'] as const;
export type NamedKind = (typeof named)[number];
type Kind = NamedKind;
export const isUndrawn = (kind: Kind): kind is (typeof undrawn)[number] => (undrawn as readonly Kind[]).includes(kind);
interface Numbered {
  readonly id: string;
}

export const recordsOf = (project: Project, kind: Kind): Records<Numbered> =>
  isUndrawn(kind) ? arrayRecords<Numbered>(project[kind] ?? []) : project[kind].records;

/** New ids of one file by kind, where another file has the same id. */
type Renames = Readonly<Record<Kind, ReadonlyMap<string, string>>>;

/**
 * Ids that several files use (a number that counts plots within the file, say) get the file's name in front, in each of
 * them, so that no parcel hides another. Parks, townships, zones and plans that are the same in each, to the last field, are one.
 */
export function renamesOf(reads: readonly NamedRead[], isShared: (kind: Kind, id: string) => boolean): Renames[] {
  const renames = reads.map(() => ({}) as Record<Kind, Map<string, string>>);
  for (const kind of named) {
    const files = new Map<string, number>();
    for (const { read } of reads)
      for (const { id } of recordsOf(read.project, kind)) files.set(id, (files.get(id) ?? 0) + 1);
    const numbers = new Numbers(files.keys());
    reads.forEach(({ name, read }, f) => {
      const own = (renames[f][kind] = new Map());
      for (const { id } of recordsOf(read.project, kind)) {
        if (files.get(id) === 1 || isShared(kind, id)) continue;
        // The one plot of a file, numbered 1 in it, is called like the file.
        const serial = kind === 'parcels' && read.project.parcels.records.length === 1 && /^\d{1,3}$/.test(id);
        const wanted = serial ? stemOf(name) : `${stemOf(name)}-${id}`;
        own.set(id, numbers.take(wanted));
      }
    });
  }
  return renames;
}

/** The project of one file under its new ids, references too, every parcel with the file it came from. */
export function renamed(project: Project, file: string, renames: Renames): Project {
  const of = (kind: Kind, id: string) => renames[kind].get(id) ?? id;
  const to = <F extends string>(field: F, kind: Kind, id: string | undefined) =>
    id === undefined || !renames[kind].has(id) ? {} : ({ [field]: of(kind, id) } as Record<F, string>);
  const { parks, parcels, buildings, townships, zones, supplyPlans, supplyRows } = project;
  // A township with a code is named by it, one without by its id.
  const coded = new Set(townships.records.map(({ code }) => code));
  return {
    ...project,
    parks: parks.map((p) => ({
      ...p,
      id: of('parks', p.id),
      ...to('zoneId', 'zones', p.zoneId),
      ...(p.leases && { leases: p.leases.map((l) => ({ ...l, ...to('buildingId', 'buildings', l.buildingId) })) }),
    })),
    parcels: {
      ...parcels,
      records: changed(parcels.records, (p) => ({
        ...p,
        id: of('parcels', p.id),
        ...to('parkId', 'parks', p.parkId),
        ...to('zoneId', 'zones', p.zoneId),
        ...(coded.has(p.townshipCode) ? {} : to('townshipCode', 'townships', p.townshipCode)),
        extra: {
          ...p.extra,
          // A file that was put together before says where each parcel came from at first.
          ...(p.extra && sourceFileField in p.extra ? {} : { [sourceFileField]: file }),
          ...(renames.parcels.has(p.id) && { [ownNumberField]: p.id }),
        },
      })),
    },
    buildings: {
      ...buildings,
      records: changed(buildings.records, (b) => ({
        ...b,
        id: of('buildings', b.id),
        ...to('parcelId', 'parcels', b.parcelId),
      })),
    },
    townships: { ...townships, records: changed(townships.records, (t) => ({ ...t, id: of('townships', t.id) })) },
    zones: { ...zones, records: changed(zones.records, (z) => ({ ...z, id: of('zones', z.id) })) },
    ...(supplyPlans && {
      supplyPlans: supplyPlans.map((p) => ({
        ...p,
        id: of('supplyPlans', p.id),
        ...to('adjusts', 'supplyPlans', p.adjusts),
      })),
    }),
    ...(supplyRows && {
      supplyRows: supplyRows.map((r) => ({
        ...r,
        id: of('supplyRows', r.id),
        ...to('planId', 'supplyPlans', r.planId),
        ...to('parkId', 'parks', r.parkId),
        ...to('continues', 'supplyRows', r.continues),
        ...(r.parcelIds && { parcelIds: r.parcelIds.map((id) => of('parcels', id)) }),
      })),
    }),
  };
}

const changed = <T>(records: Records<T>, change: (record: T) => T): Records<T> => arrayRecords(records.map(change));

/** How many parcels were given another number, and the first few of their old ones. */
export function renamedParcels(renames: readonly Renames[]): {
  readonly count: number;
  readonly ids: readonly string[];
} {
  const ids = renames.flatMap((own) => [...own.parcels.keys()]);
  return { count: ids.length, ids: [...new Set(ids)] };
}
