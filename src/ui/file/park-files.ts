import type { Report } from '../../formats/report/document.ts';
import type { App } from '../state/app.svelte.ts';
import { offer } from '../state/offer.ts';
import { dossierOf } from './dossier.ts';
import { parkCsv } from './park-csv.ts';

/** 一园一策 in Word and Excel, and the figures of the park as a table. */
export const PARK_FILES = ['docx', 'xlsx', 'csv'] as const;
export type ParkFile = (typeof PARK_FILES)[number];

/** As a menu names it. */
export function parkFileName({ settings }: App, kind: ParkFile): string {
  const { dossierWord, dossierExcel, downloadTitle } = settings.texts.actions;
  return { docx: dossierWord, xlsx: dossierExcel, csv: downloadTitle }[kind];
}

/** The writers of Word and Excel are large and come only when they are asked for. */
const writers = {
  docx: async (report: Report) => (await import('../../formats/report/docx.ts')).reportDocx(report),
  xlsx: async (report: Report) => (await import('../../formats/report/xlsx.ts')).reportXlsx(report),
};

/** Offers a file of the park whose card is open; false where it could not be made. */
export async function offerPark(app: App, kind: ParkFile): Promise<boolean> {
  const { project, policy } = app.open;
  const view = app.parkView;
  if (!project || !policy || !view) return false;
  const { language } = app.settings;
  const repairsOf = (rule: string) => app.repairs.of(rule);
  try {
    const content =
      kind === 'csv'
        ? parkCsv(view, policy, language)
        : ((await writers[kind](dossierOf(view, repairsOf, project, policy, language))) as BlobPart);
    offer(new Blob([content]), `${view.park.name ?? view.park.id}.${kind}`);
    return true;
  } catch (error) {
    console.error(error);
    return false;
  }
}
