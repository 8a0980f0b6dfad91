import { usualOptions } from '../../texts/dossier/parts.ts';
import type { App } from '../state/app.svelte.ts';
import { offer } from '../state/offer.ts';
import { chosenText, evidenceText } from './evidence.ts';
import { parkCsv } from './park-csv.ts';

/** 一园一策 in Word and Excel, the figures of the park as a table, and 证据文件, which an office may sign. */
export const PARK_FILES = ['docx', 'xlsx', 'csv', 'evidence', 'signed'] as const;
export type ParkFile = (typeof PARK_FILES)[number];

/** As a menu names it. */
export function parkFileName({ settings }: App, kind: ParkFile): string {
  const { dossierWord, dossierExcel, downloadTitle, evidence, evidenceSigned } = settings.texts.actions;
  return { docx: dossierWord, xlsx: dossierExcel, csv: downloadTitle, evidence, signed: evidenceSigned }[kind];
}

/** Offers a file of the park whose card is open; why it could not be made, or null. */
export async function offerPark(app: App, kind: ParkFile): Promise<string | null> {
  const failed = app.settings.texts.actions.downloadFailed;
  try {
    return kind === 'evidence' || kind === 'signed' ? await offerEvidence(app, kind) : await offerReport(app, kind);
  } catch (error) {
    console.error(error);
    return failed;
  }
}

/** The same from where nothing can stand beside it: why not is said in a notice. */
export async function savePark(app: App, kind: ParkFile): Promise<void> {
  app.unmade = null;
  app.unmade = await offerPark(app, kind);
}

const nameOf = (app: App): string => app.parkView?.park.name ?? app.parkView?.park.id ?? '';

async function offerReport(app: App, kind: 'docx' | 'xlsx' | 'csv'): Promise<string | null> {
  const { policy } = app.open;
  const view = app.parkView;
  const { language, texts } = app.settings;
  if (!policy || !view) return texts.actions.downloadFailed;
  if (kind !== 'csv') return app.reporting.save(kind, await app.reporting.made(usualOptions));
  offer(new Blob([parkCsv(view, policy, language)]), `${nameOf(app)}.csv`);
  return null;
}

async function offerEvidence(app: App, kind: 'evidence' | 'signed'): Promise<string | null> {
  const { actions } = app.settings.texts;
  const name = `${nameOf(app)} ${actions.evidence}.html`;
  const pem = kind === 'signed' ? await chosenText('.pem,.key') : null;
  if (kind === 'signed' && pem === null) return null;
  const made = await evidenceText(app, pem);
  if (!made) return actions.downloadFailed;
  if ('why' in made) return actions.noEvidence(made.why);
  offer(new Blob([made.html], { type: 'text/html' }), name);
  return null;
}
