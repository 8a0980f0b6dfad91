import { problemsOf } from '../../domain/geometry/valid/validity.ts';
import type { Layer } from '../../domain/geometry/columns/layer.ts';
import { emptyTable } from '../../domain/land/records/empty-table.ts';
import { each } from '../../domain/land/records/records.ts';
import { ok, type Result } from '../../domain/outcome.ts';
import { fillFields } from '../../desk/fill-fields.ts';
import { editOf } from '../../desk/intents/intents.ts';
import type { IntentEdit, IntentRefusal } from '../../desk/intents/operation.ts';
import type { FormatRefusal, NamedBytes, ReadOptions, ReadResult } from '../../formats/contract.ts';
import { readEach, refusedTogether, wholeOf, type ReadSets, type ReadSetsRefusal } from '../../formats/sets/read.ts';
import { dataSetsOf } from '../../formats/sets/sets.ts';
import { cellAt } from '../../formats/sheet/grid.ts';
import { landKeysOf } from '../../formats/sheet/key-choices.ts';
import type { TableChoices, TableJoin } from '../../formats/sheet/table-join.ts';
import type { Asking } from '../asking.ts';
import type { City } from '../city.ts';
import { allRows, boundsOfRows, isDrawable } from '../drawing/rows.ts';
import { polygonsOf } from '../drawing/shapes.ts';
import { importOf, type ReadBeside } from '../file-beside.ts';
import type { Law } from '../law.ts';
import { turnTaking } from '../turn-taking.ts';
import { filledBy, openAsRead } from './onto-open.ts';
import { rowsLeftOf, tableView } from './table-view.ts';
import type { ImportView, RowsLeft } from './view.ts';

interface Land {
  readonly read: ReadSets | null;
  readonly tables: readonly NamedBytes[];
  readonly options: ReadOptions;
}

/** The land of the files with what its tables say of it. */
interface Joined {
  readonly land: ReadResult | null;
  readonly joins: readonly TableJoin[];
  readonly said: TableChoices;
  /** What is open, at the version it was joined: tables came without land of their own. Null: they came with it. */
  readonly onto: { readonly city: City; readonly version: number } | null;
}

/** 导入: files of land and tables of its fields, read once and put together as often as a person says something else of the tables. */
export class Importing {
  #land: Land | null = null;
  #joined: Joined | null = null;

  /** Every file that cannot be read is named; then nothing is kept. Cancelled between two files. */
  async read(
    { files, choices = {} }: ReadBeside,
    { fields, landClasses }: Law['pack'],
    city: City | null,
    { signal, onProgress }: Pick<Asking, 'signal' | 'onProgress'>,
  ): Promise<Result<ImportView, ReadSetsRefusal>> {
    this.clear();
    const { without, tables: said = {}, ...options } = choices;
    const sets = dataSetsOf(files, choices.layer).filter(({ name }) => !without?.includes(name));
    const reading = { ...options, fields, landClasses };
    const takeTurns = turnTaking(signal);
    const { reads, tables, refused } = await readEach(sets, { ...reading, answers: sets.length > 1 }, (done) => {
      onProgress?.(done, 'read');
      return takeTurns();
    });
    const [first, ...others] = refused;
    if (first) return refusedTogether([first, ...others], sets.length);
    const isTable = new Set(tables.map(({ name }) => name));
    this.#land = {
      read: reads.length > 0 ? wholeOf(reads) : null,
      tables: sets.filter(({ name }) => isTable.has(name)).flatMap((set) => set.files),
      options: reading,
    };
    return (await this.join(said, city))!;
  }

  /** The same land with something else said of its tables; null where nothing was read. */
  async join(said: TableChoices, city: City | null): Promise<Result<ImportView, FormatRefusal> | null> {
    const land = this.#land;
    if (!land) return null;
    const { joinedSheet } = await import('../../formats/sheet/read.ts');
    const onto = land.read ? null : city;
    let result: ReadResult | null = land.read ?? (onto && openAsRead(onto));
    const alone = result ?? noLand;
    const joins: TableJoin[] = [];
    for (const table of land.tables) {
      const next = joinedSheet({ ...(result ?? alone), joins: [] }, table, { ...land.options, tables: said });
      if (!next.ok) return next;
      joins.push(...(next.value.joins ?? []));
      if (result) result = next.value;
    }
    this.#joined = { land: result, joins, said, onto: onto && { city: onto, version: onto.version } };
    return ok(this.#view(this.#joined, land, city));
  }

  /** What adding it to what is open is; broken boundaries come as they are, or stay away. */
  async edit(city: City, { withBroken }: { readonly withBroken: boolean }): Promise<ImportEdit | null> {
    const { onto, said } = this.#joined ?? {};
    if (onto && (onto.city !== city || onto.version !== city.version)) await this.join(said!, city);
    const { land, joins } = this.#joined ?? {};
    if (!land || !joins) return null;
    if (onto) {
      const file = joins.map(({ name }) => name).join('、');
      return fillFields(city.land, { file, parcels: filledBy(city, land, joins) });
    }
    if (!this.#land?.read) return null;
    const { records, layer } = land.project.parcels;
    const rows = [...records.entries()].map(([row]) => row).filter((row) => withBroken || !isBroken(layer, row));
    const files = [...this.#land.read.reads, ...joins].map(({ name }) => name);
    const table = land.project.parcels;
    const intent = importOf(city, { table, rows, park: null, files, ownParks: true, asGiven: true });
    return editOf(city.placed, intent);
  }

  /** Rows of a table without land, as they stand there. */
  rowsLeft(table: string): RowsLeft | null {
    const join = this.#joined?.joins.find(({ name }) => name === table);
    if (!join) return null;
    const { headings, rows } = join;
    return {
      headings,
      rows: rowsLeftOf(join, this.#joined?.said[table]).map(({ row, left: { line, why } }) => ({
        line,
        why,
        cells: headings.map((_, column) => cellAt(rows[row], column)),
      })),
    };
  }

  clear(): void {
    this.#land = this.#joined = null;
  }

  #view({ land, joins, said, onto }: Joined, { read }: Land, city: City | null): ImportView {
    const { project, notes, crs } = land ?? noLand;
    const { parcels } = project;
    const { layer, records } = parcels;
    const ids = onto ? [] : (each(records, records.field('id')) as string[]);
    const hasRow = new Set(joins.flatMap(({ match }) => [...(match?.rowOf.keys() ?? [])]));
    const drawnOf = (isMeant: (row: number) => boolean) => ({
      type: 'MultiPolygon' as const,
      coordinates: [...allRows(layer)].flatMap((row) =>
        isMeant(row) && isDrawable(layer, row) ? polygonsOf(layer, row) : [],
      ),
    });
    return {
      files: read?.reads.length ?? 0,
      parcels: records.length,
      crs: crs.code,
      notes,
      tables: joins.map((join) => tableView(join, parcels, said[join.name], onto === null)),
      isOnto: onto !== null,
      broken: ids.filter((_, row) => isBroken(layer, row)),
      besides: onto ? 0 : project.buildings.records.length + project.parks.length,
      taken: city ? ids.filter((id) => city.land.table('parcel').called(id) !== undefined) : [],
      lands: landKeysOf(records),
      // Of what is open only that is told of which a table tells.
      drawn: { joined: drawnOf((row) => hasRow.has(row)), alone: drawnOf((row) => !onto && !hasRow.has(row)) },
      bounds: boundsOfRows(layer, onto ? [...hasRow] : allRows(layer)),
    };
  }
}

type ImportEdit = Result<IntentEdit, IntentRefusal> | ReturnType<typeof fillFields>;

/** Tables whose land is still to come. */
const noLand: ReadResult = {
  format: 'geojson',
  project: {
    parks: [],
    parcels: emptyTable(),
    buildings: emptyTable(),
    townships: emptyTable(),
    zones: emptyTable(),
    jurisdictions: [],
    others: [],
  },
  crs: { code: '', how: 'format-default' },
  notes: [],
};

const isBroken = (layer: Layer, row: number): boolean =>
  problemsOf(layer, row).some(({ severity }) => severity === 'broken');
