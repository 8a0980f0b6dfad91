import type { Report } from '../../formats/report/document.ts';
import type { App } from '../state/app.svelte.ts';
import { offer } from '../state/offer.ts';
import { dossierOf } from './dossier.ts';
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

/** The writers of Word and Excel are large and come only when they are asked for. */
const writers = {
  docx: async (report: Report) => (await import('../../formats/report/docx.ts')).reportDocx(report),
  xlsx: async (report: Report) => (await import('../../formats/report/xlsx.ts')).reportXlsx(report),
};

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

/** The same from where nothing can stand beside it: why not is said. */
export async function savePark(app: App, kind: ParkFile): Promise<void> {
  const why = await offerPark(app, kind);
  if (why !== null) app.announcement = why;
}

const nameOf = (app: App): string => app.parkView?.park.name ?? app.parkView?.park.id ?? '';

async function offerReport(app: App, kind: 'docx' | 'xlsx' | 'csv'): Promise<string | null> {
  const { project, policy } = app.open;
  const view = app.parkView;
  const { language, texts } = app.settings;
  if (!project || !policy || !view) return texts.actions.downloadFailed;
  const repairsOf = (rule: string) => app.repairs.of(rule);
  const content =
    kind === 'csv'
      ? parkCsv(view, policy, language)
      : ((await writers[kind](dossierOf(view, repairsOf, project, policy, language))) as BlobPart);
  offer(new Blob([content]), `${nameOf(app)}.${kind}`);
  return null;
}

async function offerEvidence(app: App, kind: 'evidence' | 'signed'): Promise<string | null> {
  const { actions } = app.settings.texts;
  const name = `${nameOf(app)} ${actions.evidence}.html`;
  const pem = kind === 'signed' ? await chosenText('.pem,.key') : null;
  if (kind === 'signed' && pem === null) return null;
  const made = await evidenceText(app, pem);
  if (!made) return actions.downloadFailed;
  if ('why' in made) return made.why;
  offer(new Blob([made.html], { type: 'text/html' }), name);
  return null;
}
