import type { PackTexts } from '../policy/choose-pack.ts';

/** The files of every policy pack as text, bundled with the worker. */
const bundled = import.meta.glob<string>('/data/policies/*/*.{yaml,csv}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const byPack = new Map<string, Record<string, string>>();
for (const [path, text] of Object.entries(bundled)) {
  const [id, name] = path.split('/').slice(-2);
  const texts = byPack.get(id) ?? {};
  texts[name] = text;
  byPack.set(id, texts);
}

/** Ids of the packs there are. */
export const packIds: readonly string[] = [...byPack.keys()].sort();

/** Files of one pack by name; those it shares are not among them. */
export const textsOf = (id: string): PackTexts => byPack.get(id) ?? {};
