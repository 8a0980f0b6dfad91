import { fileNameIn } from '../../texts/ledger-files/file-name.ts';
import type { LedgerFileInput } from '../../texts/ledger-files/asked.ts';
import { planTitle } from '../../texts/ledger-files/plan-title.ts';
import type { App } from '../state/app.svelte.ts';
import { offer } from '../state/offer.ts';
import { keysOfRows, planSheets } from '../state/supply/plan-sheets.ts';

/** 台账导出: workbook, text, land of the rows, and map sheets, which the browser prints. */
export const LEDGER_FILES = ['xlsx', 'docx', 'shp', 'txt', 'sheets'] as const;
export type LedgerFile = (typeof LEDGER_FILES)[number];

/** The writers of Word and Excel are large, and words of forms are many: they come only when they are asked for. */
const writers = {
  xlsx: async (input: LedgerFileInput) => {
    const [{ ledgerForms }, { formsXlsx }] = await Promise.all([import('../../texts/ledger-files/workbook.ts'), import('../../formats/report/form-xlsx.ts')]); // prettier-ignore
    return formsXlsx(ledgerForms(input));
  },
  docx: async (input: LedgerFileInput) => {
    const [{ planText }, { textDocx }] = await Promise.all([import('../../texts/ledger-files/plan-text.ts'), import('../../formats/report/text-docx.ts')]); // prettier-ignore
    return textDocx(planText(input));
  },
};

/** Offers a file of the plan as it is read, or prints its sheets; what kept it from being made is said. */
export async function offerLedger(app: App, kind: LedgerFile): Promise<void> {
  const { ledgerBook: book, settings, open, supply } = app;
  const say = settings.texts.ledgerFiles;
  if (book.busy || !open.project) return;
  book.busy = true;
  try {
    const { plan, day } = supply.ledger;
    const whole = await book.whole({ ...(plan !== null && { plan }), ...(day !== null && { date: day }) });
    if (!whole) app.announcement = say.noPlan;
    else {
      const isSample = open.project.sample;
      await make(app, kind, { ...whole, language: settings.language, conditions: book.conditions, isSample });
    }
  } catch (error) {
    console.error(error);
    app.announcement = say.failed;
  } finally {
    book.busy = false;
  }
}

async function make(app: App, kind: LedgerFile, input: LedgerFileInput): Promise<void> {
  const name = fileNameIn(input);
  if (kind === 'sheets') return printSheets(app, input);
  if (kind === 'shp' || kind === 'txt') {
    const { landRows } = await import('../../texts/ledger-files/land-rows.ts');
    const rows = landRows(input);
    const made = await app.ledgerBook.rowFile({ ...rows, format: kind, name: `${name}-${rows.parcelField}` });
    if (!made?.ok) app.announcement = app.settings.texts.ledgerFiles.noLand;
    else offer(new Blob([made.value.file.bytes as BlobPart]), made.value.file.name);
    return;
  }
  offer(new Blob([(await writers[kind](input)) as BlobPart]), `${name}.${kind}`);
}

async function printSheets(app: App, { ledger, language }: LedgerFileInput): Promise<void> {
  const keys = keysOfRows(ledger);
  const outlines = await app.ledgerBook.outlines({ keys });
  const sheets = outlines ? planSheets(ledger, keys, outlines) : [];
  if (!outlines || sheets.length === 0) {
    app.announcement = app.settings.texts.ledgerFiles.noLand;
    return;
  }
  // How far it is, and the way out, stand there.
  app.goStep('ledger');
  const { plan, names } = ledger;
  await app.printing.startPlan({ title: planTitle(plan!.plan, language), epsg: outlines.epsg, names }, sheets);
}
