import { evidenceSentences } from '../../texts/evidence/refusals.ts';
import { sayRefusal } from '../../texts/refusals.ts';
import type { App } from '../state/app.svelte.ts';

/** 证据文件 of the park whose card is open: its text, or why there is none; null where nobody answered. */
export async function evidenceText(app: App, pem: string | null): Promise<{ html: string } | { why: string } | null> {
  const view = app.parkView;
  const content = view && (await app.open.evidence(view.key));
  if (!content) return null;
  const { evidenceFrom } = await import('../../client/evidence.ts');
  const made = content.ok ? await evidenceFrom(content.value, pem) : content;
  return made.ok ? { html: made.value } : { why: sayRefusal(app.settings.language, made.refusal, evidenceSentences) };
}

/** The text of a file a person chooses; null where they close the dialog. */
export const chosenText = async (accept: string): Promise<string | null> => (await chosenFile(accept))?.text() ?? null;

/** 核验证据文件: one that someone was handed is chosen, and read and checked in its panel. */
export async function checkGiven(app: App): Promise<void> {
  const file = await chosenFile('.html,.htm');
  if (file) app.given = file;
}

/** The file a person chooses; null where they close the dialog. */
export function chosenFile(accept: string): Promise<File | null> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = accept;
  return new Promise((done) => {
    input.addEventListener('change', () => done(input.files?.[0] ?? null));
    input.addEventListener('cancel', () => done(null));
    input.click();
  });
}
