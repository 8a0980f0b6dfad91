import { City } from '../city/city.ts';
import { ledgerComparison, ledgerView } from '../city/ledger/ledger-view.ts';
import { rowFile } from '../city/ledger/row-file.ts';
import type { Judgement } from '../city/judgement.ts';
import type { NamedBytes } from '../formats/contract.ts';
import { formsXlsx } from '../formats/report/form-xlsx.ts';
import { textDocx } from '../formats/report/text-docx.ts';
import type { Ledger, LedgerComparison } from '../supply/ledger/shape.ts';
import type { LedgerFileInput } from '../texts/ledger-files/asked.ts';
import { fileNameIn } from '../texts/ledger-files/file-name.ts';
import { landRows } from '../texts/ledger-files/land-rows.ts';
import { planText } from '../texts/ledger-files/plan-text.ts';
import { ledgerForms } from '../texts/ledger-files/workbook.ts';
import { boundsStyles } from '../texts/written-bounds.ts';
import {
  CommandRefused,
  dateOption,
  fileExpected,
  orRefuse,
  printJson,
  readingOptions,
  type Context,
  type Exit,
} from './context.ts';
import { choiceOption } from './edit-options.ts';
import { printRead, readSeveral, sayWritten, withoutFolders } from './files.ts';
import { dictionaryIn, packFor } from './pack.ts';
import { outputFolder } from './output-folder.ts';
import { writeAll } from './write.ts';

/** `yuantu ledger FILE… --year 2026 --out DIR`: the year's supply plan as workbook, text and land; `--json` prints its tables. */
export async function ledgerCommand(context: Context): Promise<Exit> {
  const { options, language, progress } = context;
  const files = withoutFolders(context.files);
  const date = dateOption(options.date);
  const reading = readingOptions(options);
  const conditions = options.conditions === undefined ? 'signs' : choiceOption('conditions', String(options.conditions), boundsStyles); // prettier-ignore
  const asked = { id: planOption(options.plan), year: yearOption(options.year) };
  if (files.length === 0) fileExpected(context);
  if (options.out === undefined && options.json !== true) throw new CommandRefused({ code: 'out-or-json', params: {} });
  const folder = options.out === undefined ? null : outputFolder(String(options.out));
  const pack = packFor(options.policy as string | undefined, options.date === undefined ? undefined : date);
  const read = await readSeveral(files, { ...reading, ...dictionaryIn(pack) }, context);
  const city = City.open(read.project, { progress: progress.stage('measuring') })!; // null only when cancelled
  progress.clear();
  printRead(context, read, city.notes);
  const judgement = city.judge({ pack, date });
  const ledger = ledgerOf(city, judgement, asked);
  const comparison = againstFormer(city, judgement, ledger);
  const isSample = city.project.extra?.sample === true;
  if (folder !== null) {
    const made = await ledgerFiles(city, { ledger, comparison, language, conditions, isSample });
    await writeAll(folder, made, files);
    sayWritten(context, folder, made);
  }
  if (options.json) printJson(context, { ...ledger, comparison });
  return 0;
}

const planOption = (value: Context['options'][string]): string | undefined =>
  value === undefined ? undefined : String(value).trim();

function yearOption(value: Context['options'][string]): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d{4}$/.test(String(value))) return Number(value);
  throw new CommandRefused({
    code: 'bad-plan-option',
    params: { name: 'year', value: String(value), expected: '2026' },
  });
}

interface PlanAsked {
  readonly id: string | undefined;
  readonly year: number | undefined;
}

/** The plan that is asked for, by its id or its year; refused where there is none. */
function ledgerOf(city: City, judgement: Judgement, { id, year }: PlanAsked): Ledger {
  const plan = id === undefined ? undefined : city.land.table('supplyPlan').called(id);
  const ledger = id !== undefined && plan === undefined ? null : ledgerView(city, judgement, { plan, year });
  const isAsked = ledger?.plan && (year === undefined || id !== undefined || ledger.plan.plan.year === year);
  if (ledger && isAsked) return ledger;
  const known = ledgerView(city, judgement, {}).plans.map(({ plan: own }) => own.id);
  throw new CommandRefused({
    code: 'no-such-plan',
    params: { plan: id ?? String(year ?? ''), known: known.join(', ') },
  });
}

/** What is otherwise than in the version it takes the place of; null of a first one. */
function againstFormer(city: City, judgement: Judgement, { plan, plans }: Ledger): LedgerComparison | null {
  const before = plan && plans.find((own) => own.plan.id === plan.plan.adjusts);
  return plan && before ? ledgerComparison(city, judgement, { before: before.key, after: plan.key }) : null;
}

async function ledgerFiles(city: City, input: LedgerFileInput): Promise<readonly NamedBytes[]> {
  const rows = landRows(input);
  const name = fileNameIn(input);
  const hasLand = rows.rows.some(({ parcels }) => parcels.length > 0);
  const land = async (format: 'shp' | 'txt') => {
    const made = await rowFile(city.land, {
      ...rows,
      format,
      name: `${name}-${rows.parcelField}`,
    });
    return orRefuse(made).file;
  };
  return [
    { name: `${name}.xlsx`, bytes: await formsXlsx(ledgerForms(input)) },
    { name: `${name}.docx`, bytes: await textDocx(planText(input)) },
    ...(hasLand ? [await land('shp'), await land('txt')] : []),
  ];
}
