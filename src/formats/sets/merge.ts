import { buildLayer, toMultiPolygon, toSurveyed } from '../../domain/geometry/columns/builder.ts';
import { concatLayers, oneSurvey } from '../../domain/geometry/columns/concat.ts';
import type { Project, Table } from '../../domain/land/model.ts';
import type { NamedRead } from './cross-file-notes.ts';
import type { FileNote } from '../contract.ts';
import { areaUnitMember, decimalsMember } from '../txt/convention.ts';
import { mannerMember } from '../txt/manner.ts';
import { isUndrawn, recordsOf, renamed, renamedParcels, renamesOf, type NamedKind } from './ids.ts';
import { arrayRecords } from '../../domain/land/records/array-records.ts';
import { pickedRecords } from '../../domain/land/records/picked-records.ts';
import { rowsWhere } from '../../domain/land/records/records.ts';

export interface Merged {
  readonly project: Project;
  /** The files as they were read, under the ids of the whole. */
  readonly reads: readonly NamedRead[];
  readonly notes: readonly FileNote[];
}

/** How one file was written, which says nothing of the land. */
const dialect: ReadonlySet<string> = new Set([areaUnitMember, decimalsMember, mannerMember]);

const mostNamed = 10;
const named = (words: readonly string[]): string =>
  words.slice(0, mostNamed).join(', ') + (words.length > mostNamed ? ' …' : '');

/** Several files as one project: nothing is lost but what they contradict each other in, and that is said. */
export function merged(files: readonly NamedRead[]): Merged {
  const projects = files.map(({ read }) => read.project);
  const renames = renamesOf(files, (kind, id) => sameInAll(projects, kind, id));
  const called = shortNames(files.map(({ name }) => name));
  const reads = files.map(({ name, read }, f) => ({
    name,
    read: { ...read, project: renamed(read.project, called[f], renames[f]) },
  }));
  const own = reads.map(({ read }) => read.project);
  const { kept: extra, left: differing } = agreed(own.map((project) => project.extra ?? {}));
  // A file without a title contradicts none.
  const titles = new Set(own.flatMap(({ title }) => (title === undefined ? [] : [title])));
  const left = [...(titles.size > 1 ? ['title'] : []), ...differing.filter((member) => !dialect.has(member))];
  const described = own.flatMap(({ jurisdictions }) => jurisdictions);
  const jurisdictions = new Map(described.toReversed().map((j) => [j.code, j]));
  const project: Project = {
    ...(titles.size === 1 && { title: [...titles][0] }),
    ...(Object.keys(extra).length > 0 && { extra }),
    parks: firstOfEach(own.flatMap(({ parks }) => parks)),
    parcels: joined(own.map(({ parcels }) => parcels)),
    buildings: joined(own.map(({ buildings }) => buildings)),
    townships: distinct(joined(own.map(({ townships }) => townships))),
    zones: distinct(joined(own.map(({ zones }) => zones))),
    jurisdictions: [...jurisdictions.values()].toReversed(),
    ...ledgerOf(own),
    others: own.flatMap(({ others }) => others),
  };
  const notes: FileNote[] = [];
  const { count, ids } = renamedParcels(renames);
  if (count > 0) notes.push({ code: 'ids-renamed', params: { count, ids: named(ids) } });
  if (left.length > 0) notes.push({ code: 'members-differ', params: { count: left.length, names: named(left) } });
  const disputed = described.filter((j) => JSON.stringify(j) !== JSON.stringify(jurisdictions.get(j.code)));
  if (disputed.length > 0) {
    const codes = new Set(disputed.map(({ code }) => code));
    notes.push({ code: 'jurisdictions-differ', params: { names: named([...codes]) } });
  }
  const layers = own.map(({ parcels }) => parcels.layer);
  if (layers.some(({ surveyed }) => surveyed) && !oneSurvey(layers)) notes.push({ code: 'surveys-mixed', params: {} });
  return { project, reads, notes };
}

/** Plans and rows, as far as there are any. */
function ledgerOf(own: readonly Project[]): Pick<Project, 'supplyPlans' | 'supplyRows'> {
  const [plans, rows] = [
    own.flatMap(({ supplyPlans = [] }) => supplyPlans),
    own.flatMap(({ supplyRows = [] }) => supplyRows),
  ];
  return {
    ...(plans.length > 0 && { supplyPlans: firstOfEach(plans) }),
    ...(rows.length > 0 && { supplyRows: firstOfEach(rows) }),
  };
}

/** Names without their folders, where that tells them apart: a layer that is handed on says nothing of someone's disk. */
function shortNames(names: readonly string[]): readonly string[] {
  const short = names.map((name) => name.replace(/^.*[/\\]/, ''));
  return new Set(short).size === short.length ? short : names;
}

function joined<T>(tables: readonly Table<T>[]): Table<T> {
  return {
    records: arrayRecords(tables.flatMap(({ records }) => [...records])),
    layer: concatLayers(tables.map(({ layer }) => layer)),
  };
}

const firstOfEach = <T extends { readonly id: string }>(records: readonly T[]): T[] =>
  [...new Map(records.toReversed().map((record) => [record.id, record])).values()].toReversed();

/** Of records with one id, which are the same, the first. */
function distinct<T extends { readonly id: string }>(table: Table<T>): Table<T> {
  const seen = new Set<string>();
  const rows = [...table.records].flatMap(({ id }, row) => (seen.has(id) ? [] : (seen.add(id), [row])));
  if (rows.length === table.records.length) return table;
  const { layer: whole } = table;
  const surveyed = whole.surveyed && {
    crs: whole.surveyed.crs,
    features: rows.map((row) => toSurveyed(whole, row)),
  };
  const layer = buildLayer(
    rows.map((row) => toMultiPolygon(whole, row)),
    { surveyed },
  );
  return { records: pickedRecords(table.records, rows), layer };
}

/** The same park, township, zone or plan in every file that has it: its record to the last field, its boundary to the last point. */
function sameInAll(projects: readonly Project[], kind: NamedKind, id: string): boolean {
  // A row of a plan is of the parcels of its file.
  if (kind === 'parcels' || kind === 'buildings' || kind === 'supplyRows') return false;
  const texts = projects.flatMap((project) => {
    const records = recordsOf(project, kind);
    const idOf = records.field('id');
    const row = rowsWhere(records, (r) => idOf(r) === id).at(0);
    if (row === undefined) return [];
    return [JSON.stringify([records.peek(row), isUndrawn(kind) ? null : toMultiPolygon(project[kind].layer, row)])];
  });
  return new Set(texts).size === 1;
}

type Members = Readonly<Record<string, unknown>>;

/** Members of a file in which all files agree, looked into one level deep (the head of a TXT); and the others' names. */
function agreed(all: readonly Members[], within = ''): { kept: Members; left: string[] } {
  const kept: Record<string, unknown> = {};
  const left: string[] = [];
  for (const key of new Set(all.flatMap((members) => Object.keys(members)))) {
    const values = all.map((members) => members[key]);
    const [first] = values;
    if (new Set(values.map((value) => JSON.stringify(value))).size === 1) kept[key] = first;
    else if (within === '' && values.every(isMembers)) {
      const inner = agreed(values, key);
      kept[key] = inner.kept;
      left.push(...inner.left);
    } else left.push(within === '' ? key : `${within}/${key}`);
  }
  return { kept, left };
}

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
