import { readdirSync, readFileSync } from 'node:fs';
import { loadPack } from '../../src/policy/load/pack.ts';
import type { Pack } from '../../src/policy/shape/pack.ts';

/** A policy pack of the project, by its id. */
export function policyPack(id: string): Pack {
  const folder = new URL(`../../data/policies/${id}/`, import.meta.url);
  const names = readdirSync(folder).filter((name) => /\.(yaml|csv)$/.test(name));
  const texts = names.map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]);
  const loaded = loadPack(Object.fromEntries(texts) as Record<string, string>);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.refusal));
  return loaded.value;
}
