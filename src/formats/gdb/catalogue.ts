import type { FormatRefusal } from '../contract.ts';
import { Refused } from '../refused.ts';
import { damaged } from './damaged.ts';
import { readDefinition, readDomain, type Definition, type Words } from './definition.ts';
import { TYPE } from './head.ts';
import type { Parts } from './parts.ts';
import { eachRow, openTable, type Table } from './table.ts';
import { poolsOf, readValue, type Value } from './values.ts';

/** A table that people know by name. */
export interface Listed {
  readonly id: number;
  readonly name: string;
  readonly definition: Definition | null;
}
export interface Catalogue {
  readonly tables: readonly Listed[];
  /** Coded values by the name of their domain. */
  readonly domains: ReadonlyMap<string, Words>;
}

/** Tables of the database itself, and those in which rasters lie. */
const isInternal = (name: string): boolean => /^(gdb_|fras_)/i.test(name);

/** The tables of a database as its first one lists them, with what the table of items says of each. */
export async function readCatalogue(parts: Parts): Promise<Catalogue | FormatRefusal> {
  const first = await firstTable(parts);
  // The id of a row is the number of the table's files.
  const names = (await textsOf(first, ['name'])).flatMap(({ id, name }) => (name ? [{ id, name }] : []));
  const called = (name: string) => names.find((own) => own.name.toLowerCase() === name);
  const items = called('gdb_items');
  // ArcGIS 9 had other tables in its place.
  if (first.isOld || (!items && called('gdb_featureclasses')))
    return { code: 'unsupported', params: { name: parts.name, what: 'gdb-old' } };
  const said = items ? await itemsOf(parts, items.id) : noItems;
  const tables = names.flatMap(({ id, name }) =>
    isInternal(name) ? [] : [{ id, name, definition: said.definitions.get(name.toLowerCase()) ?? null }],
  );
  return { tables, domains: said.domains };
}

/** The one that lists the others: without it nothing is known of any. */
async function firstTable(parts: Parts): Promise<Table> {
  try {
    const first = await tableOf(parts, 1);
    if (first) return first;
  } catch (error) {
    if (!(error instanceof Refused) || error.refusal.code !== 'damaged') throw error;
  }
  throw damaged('gdb-catalogue');
}

export async function tableOf(parts: Parts, id: number): Promise<Table | null> {
  const [table, tablx] = [parts.of(id, 'gdbtable'), parts.of(id, 'gdbtablx')];
  return table && tablx ? openTable(table, tablx) : null;
}

interface Items {
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly domains: ReadonlyMap<string, Words>;
}
const noItems: Items = { definitions: new Map(), domains: new Map() };

/** What stands beside the layers hides none of them: a table of items that is damaged says nothing. */
async function itemsOf(parts: Parts, id: number): Promise<Items> {
  try {
    const table = await tableOf(parts, id);
    return table ? readItems(await textsOf(table, ['name', 'definition'])) : noItems;
  } catch (error) {
    if (error instanceof Refused && error.refusal.code === 'damaged') return noItems;
    throw error;
  }
}

function readItems(items: readonly { readonly name?: string; readonly definition?: string }[]): Items {
  const definitions = new Map<string, Definition>();
  const domains = new Map<string, Words>();
  for (const { name = '', definition: xml = '' } of items) {
    const domain = xml.includes('CodedValues') ? readDomain(xml) : null;
    if (domain) domains.set(domain.name, domain.words);
    const definition = domain || name === '' || xml === '' ? null : readDefinition(xml);
    if (definition) definitions.set(name.toLowerCase(), definition);
  }
  return { definitions, domains };
}

type Texts<K extends string> = { readonly id: number } & { readonly [key in K]?: string };

/** Some columns of text of every row, by their names in lower case. */
async function textsOf<K extends string>(table: Table, wanted: readonly K[]): Promise<Texts<K>[]> {
  const columns = table.fields.map(({ name, type }) =>
    type === TYPE.text || type === TYPE.xml ? wanted.find((own) => own === name.toLowerCase()) : undefined,
  );
  const pools = poolsOf(table);
  const rows: Texts<K>[] = [];
  let texts: Partial<Record<K, Value>> = {};
  await eachRow(
    table,
    (f, row) => {
      const { type } = table.fields[f];
      const column = columns[f];
      if (column) texts[column] = readValue(table.fields[f], pools[f], row);
      else if (isSized(type)) row.bytes(row.varuint());
      else readValue(table.fields[f], pools[f], row);
    },
    (id) => {
      rows.push({ ...texts, id } as Texts<K>);
      texts = {};
    },
  );
  return rows;
}

const isSized = (type: number): boolean =>
  [TYPE.text, TYPE.xml, TYPE.shape, TYPE.binary].some((sized) => sized === type);
