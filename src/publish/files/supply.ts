import type { City } from '../../city/city.ts';
import { ledgerView } from '../../city/ledger/ledger-view.ts';
import type { Judgement } from '../../city/judgement.ts';
import type { ParkFacts } from '../../domain/land/facts.ts';
import { byVersion, planStateOf } from '../../domain/land/supply/plan-life.ts';
import { targetsOf } from '../../policy/targets.ts';
import type { Ledger, LedgerColumnId, LedgerTable } from '../../supply/ledger/shape.ts';
import { ledgerAreaUnits, ledgerColumns, ledgerSums, ledgerTitles } from '../../texts/ledger.ts';
import { supplyWords } from '../../texts/publish.ts';
import { targets as targetWords } from '../../texts/ui/targets.ts';
import type { Naming } from '../collect/english.ts';
import type { PublishedTable, SupplyFile, Words } from '../shape/published.ts';
import { rounded } from '../words/park-file.ts';
import { inBoth } from '../words/words.ts';

interface SupplyInput {
  readonly city: City;
  readonly judgement: Judgement;
  /** Of the parks that are published. */
  readonly facts: readonly ParkFacts[];
  readonly english: Naming;
}

/** Progress against the targets by the parks that are published, and the newest plan of supply that is. */
export function supplyFile(input: SupplyInput): SupplyFile {
  const targets = targetTable(input);
  const ledger = publishedPlan(input);
  return { tables: [...(targets ? [targets] : []), ...(ledger ? planTables(ledger, input) : [])] };
}

function targetTable({ judgement, facts, english, city }: SupplyInput): PublishedTable | null {
  const { pack, date } = judgement.law;
  const rows = targetsOf(pack, facts, judgement.context, date);
  const last = new Map(rows.map((row) => [row.jurisdiction, row]));
  if (last.size === 0) return null;
  const own = new Map([...city.land.table('jurisdiction').compact().records].map(({ code, name }) => [code, name]));
  const [{ year }] = last.values();
  const { targets } = supplyWords;
  return {
    title: inBoth((language) => targets.title[language]),
    note: inBoth((language) => targets.note[language]),
    head: [
      inBoth((language) => targets.unit[language]),
      inBoth((language) => targets.newOf[language]({ year })),
      ...(['newRequired', 'completed', 'required', 'status'] as const).map((head) =>
        inBoth((language) => targets[head][language]),
      ),
    ],
    units: [null, null, null, null, null, null],
    drawn: [1, 2],
    rows: [...last.values()].map((row) => [
      english(own.get(row.jurisdiction) ?? row.name),
      row.newParks,
      row.newRequired,
      row.completed,
      row.completedRequired,
      inBoth((language) => targetWords[language].statuses[row.status]),
    ]),
    sum: null,
  };
}

function publishedPlan({ city, judgement }: SupplyInput): Ledger | null {
  const table = city.land.table('supplyPlan');
  const published = city.land
    .keys('supplyPlan')
    .map((key) => ({ key, plan: table.record(key)! }))
    .filter(({ plan }) => planStateOf(plan) === 'published')
    .sort((a, b) => byVersion(a.plan, b.plan))
    .at(-1);
  return published ? ledgerView(city, judgement, { plan: published.key }) : null;
}

/** Areas by unit and by use, of all land and of that for parks. What a row says besides is not looked through for the public. */
function planTables(ledger: Ledger, { english }: SupplyInput): readonly PublishedTable[] {
  const { summary, 'small-parks': parks } = ledger.tables;
  const name = ledger.plan!.plan.name ?? String(ledger.plan!.plan.year ?? '');
  const note = english(name);
  return [
    byUse(summary, ledger, note),
    byUnit(summary, { ledger, note, english, wanted: ['rows', 'area', 'new-area', 'stock-area'], drawn: ['area'] }),
    byUnit(parks, {
      ledger,
      note,
      english,
      wanted: ['rows', 'area', 'supplied-area'],
      drawn: ['supplied-area', 'area'],
    }),
  ];
}

const hectares = (m2: number): number => rounded(m2 / 10_000, 4);
const hectare = inBoth((language) => ledgerAreaUnits.hectare[language]);
const total = inBoth((language) => ledgerSums.total[language]);
const headOf = (id: LedgerColumnId): Words => inBoth((language) => ledgerColumns[id][language]);

function byUse({ id, columns, totals }: LedgerTable, { names }: Ledger, note: Words): PublishedTable {
  const sums = (code: string | undefined) =>
    (['area', 'new-area', 'stock-area'] as const).map((head) => {
      const at = columns.findIndex((own) => own.id === head && own.use === code);
      const cell = totals?.cells[at];
      return typeof cell === 'number' ? hectares(cell) : null;
    });
  const uses = columns.filter((own) => own.id === 'area' && typeof own.use === 'string').map(({ use }) => use!);
  return {
    title: inBoth((language) => `${ledgerTitles[id][language]} · ${ledgerColumns.use[language]}`),
    note,
    head: (['use', 'area', 'new-area', 'stock-area'] as const).map(headOf),
    units: [null, hectare, hectare, hectare],
    drawn: [1],
    rows: uses.map((code) => {
      const use = names.uses.find((own) => own.code === code);
      return [{ zh: use?.zh ?? code, en: use?.en ?? code }, ...sums(code)];
    }),
    sum: [total, ...sums(undefined)],
  };
}

interface ByUnit {
  readonly ledger: Ledger;
  readonly note: Words;
  readonly english: Naming;
  readonly wanted: readonly LedgerColumnId[];
  /** Of these, what a chart shows. */
  readonly drawn: readonly LedgerColumnId[];
}

function byUnit(table: LedgerTable, { ledger: { names }, note, english, wanted, drawn }: ByUnit): PublishedTable {
  const places = wanted.map((id) => table.columns.findIndex((own) => own.id === id && own.use === undefined));
  const unitAt = table.columns.findIndex(({ id }) => id === 'unit');
  const sums = new Map<string, number[]>();
  for (const { cells } of table.rows) {
    const code = String(cells[unitAt] ?? '');
    const own = sums.get(code) ?? places.map(() => 0);
    sums.set(
      code,
      own.map((sum, i) => sum + Number(cells[places[i]] ?? 0)),
    );
  }
  const line = (label: Words, values: readonly number[]) => [
    label,
    ...values.map((value, i) => (wanted[i] === 'rows' ? value : hectares(value))),
  ];
  const all = places.map((_, i) => [...sums.values()].reduce((sum, own) => sum + own[i], 0));
  return {
    title: inBoth((language) => `${ledgerTitles[table.id][language]} · ${ledgerColumns.unit[language]}`),
    note,
    head: (['unit', ...wanted] as const).map(headOf),
    units: [null, ...wanted.map((id) => (id === 'rows' ? null : hectare))],
    drawn: drawn.map((id) => wanted.indexOf(id) + 1),
    rows: [...sums].map(([code, values]) => line(unitName(code, names, english), values)),
    sum: line(total, all),
  };
}

function unitName(code: string, names: Ledger['names'], english: Naming): Words {
  if (code === '') return inBoth((language) => ledgerSums.none[language]);
  const label = names.units[code];
  return label && label.en !== label.zh ? { zh: label.zh, en: label.en } : english(label?.zh ?? code);
}
