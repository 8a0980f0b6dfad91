import type { RowView } from '../../../supply/ledger/shape.ts';
import { sayRefusal } from '../../../texts/index.ts';
import { ledgerSentences } from '../../../texts/ledger-refusals.ts';
import type { CellEdit, Taken } from '../../parts/records/columns.ts';
import { allowedText } from '../../parts/records/field-words.ts';
import type { App } from '../../state/app.svelte.ts';
import { writingWith } from './reading.ts';
import { chosenValue, isRowField, rowChange, typedText, typeOf } from './row-fields.ts';
import { wordOf, type LedgerWriting, type ShownColumn } from '../../state/supply/ledger/shown-columns.ts';

const blank = '';

/** How a cell of a row is changed; null where nothing of the row stands in it. `shown`: what stands there. */
export function editOf(app: App, { row }: RowView, { column }: ShownColumn, shown: string): CellEdit | null {
  const { settings, supply } = app;
  if (!isRowField(column.id)) return null;
  const { names } = supply.ledger.view!;
  const choices = choicesOf(app, writingWith(settings, names), column.id);
  if (choices) return { kind: 'choice', value: chosenValue(row, column.id), choices };
  return { kind: 'typed', text: typedText(row, column.id, shown, names, settings.language) };
}

function choicesOf(app: App, writing: LedgerWriting, id: ShownColumn['column']['id']) {
  const texts = app.settings.texts.supplyLedger;
  const none = { value: blank, name: texts.blank };
  if (id === 'use')
    return [none, ...writing.names.uses.map(({ code, ...name }) => ({ value: code, name: name[writing.language] }))];
  if (id === 'is-new')
    return [none, ...(['true', 'false'] as const).map((value) => ({ value, name: texts.isNew[value] }))];
  if (id === 'quarter') return [none, ...[1, 2, 3, 4].map((n) => ({ value: String(n), name: texts.quarter(n) }))];
  const type = typeOf(id);
  if (type?.is !== 'one-of') return null;
  return [none, ...type.values.map((value) => ({ value, name: wordOf(writing, 'mode', value) }))];
}

/** What was typed into a cell becomes a step that can be undone, or is said why not. */
export async function take(app: App, { key, row }: RowView, column: ShownColumn, typed: string): Promise<Taken> {
  const { settings, supply, open } = app;
  const { ledger } = supply;
  const { language } = settings;
  const said = rowChange(row, column.column.id, typed, { areaUnit: column.areaUnit, names: ledger.view!.names });
  if (!said.ok) {
    const { wanted } = said;
    const type = typeOf(column.column.id)!;
    return {
      ok: false,
      allowed: wanted.is === 'bounds' ? settings.texts.supplyLedger.bounds : allowedText(language, wanted, type),
    };
  }
  if (await ledger.do('cell', { do: 'edit-row', row: key, fields: said.fields })) return { ok: true };
  const { refused } = ledger;
  // Nothing answered: what was typed stays.
  if (!refused) return { ok: false, allowed: app.edits.failure ?? settings.texts.edits.failed };
  // What is so already needs no step.
  if (refused.refusal.code === 'nothing-to-do') return { ok: true };
  return { ok: false, allowed: sayRefusal(language, refused.refusal, ledgerSentences, open.policy ?? undefined) };
}
