import type { Project } from '../domain/land/model.ts';
import type { FileNote, ReadResult } from './contract.ts';
import { featureKey } from './exchange/sort.ts';
import { ownNumberField, writtenNumber } from './fields/numbers.ts';
import * as convention from './txt/convention.ts';
import { mannerMember } from './txt/manner.ts';

/** What a TXT says of a plot; the area as written stands for a stated area of unknown unit. */
const txtFields = new Set([
  'id',
  'name',
  'statedAreaM2',
  'areaResolutionM2',
  ...convention.plotAttributes,
  convention.moreAttributes,
  convention.areaTextMember,
]);
const txtMembers = new Set([
  convention.headerSection,
  convention.decimalsMember,
  convention.areaUnitMember,
  mannerMember,
]);

/** Names told in a note; of more the first ones. */
const mostNamed = 8;
const listed = (names: readonly string[]): string =>
  names.slice(0, mostNamed).join(', ') + (names.length > mostNamed ? ' …' : '');

const present = (record: object): string[] =>
  Object.entries(record).flatMap(([name, value]) => (value === undefined || value === null ? [] : [name]));

/** The fields of a parcel that a format holds; null for all. A drawing has but one text, the name or the id. */
function heldFields(format: ReadResult['format']): ReadonlySet<string> | null {
  if (format === 'txt') return txtFields;
  if (format === 'csv') return new Set(['id', 'name']);
  return format === 'dxf' ? new Set(['name']) : null;
}

/** What `format` cannot hold of the project, one note per kind of thing; the exchange file holds everything. */
export function losses(project: Project, format: ReadResult['format']): FileNote[] {
  if (format === 'geojson' || format === 'ytp') return [];
  const isTxt = format === 'txt';
  const held = heldFields(format);
  const drawsAll = format === 'dxf';
  const carriedById = new Set(held ? [] : project.parcels.records.map((r) => r.parkId));
  const parks = project.parks.filter((p) => !carriedById.has(p.id) || present(p).length > 1);
  const fields = new Set<string>();
  let foreign = 0;
  for (const record of project.parcels.records) {
    const { extra, ...known } = record;
    const kept = extra ?? {};
    // A number written again as it came is not lost.
    const numbered = isTxt && writtenNumber(record) !== record.id;
    if (kept[featureKey] !== undefined) foreign++;
    const classed = isTxt && convention.landClassAttributes.some((name) => kept[name]);
    for (const name of [...present(known), ...present(kept)])
      if (
        name !== featureKey &&
        held &&
        !held.has(name) &&
        !(classed && name === 'landClass') &&
        !(numbered && name === ownNumberField)
      )
        fields.add(name);
  }
  const members = present(project.extra ?? {}).filter((name) => !isTxt || !txtMembers.has(name));
  const counts = {
    parks: parks.length,
    buildings: drawsAll ? 0 : project.buildings.records.length,
    townships: drawsAll ? 0 : project.townships.records.length,
    zones: drawsAll ? 0 : project.zones.records.length,
    jurisdictions: project.jurisdictions.length,
    supplyPlans: project.supplyPlans?.length ?? 0,
    supplyRows: project.supplyRows?.length ?? 0,
    others: project.others.length,
    fields: fields.size,
    'feature-members': foreign,
    members: members.length + (project.title === undefined ? 0 : 1),
  };
  const names: Readonly<Record<string, readonly string[]>> = { fields: [...fields], members };
  return Object.entries(counts).flatMap(([what, count]): FileNote[] => {
    if (count === 0) return [];
    const own = Object.hasOwn(names, what) ? names[what] : [];
    return [{ code: 'not-carried', params: { what, count, format, ...(own.length > 0 && { names: listed(own) }) } }];
  });
}
