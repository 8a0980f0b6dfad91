import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { aliasesOf, loadPack, type Pack } from '../policy/pack.ts';
import { CommandRefused } from './context.ts';

const folder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../data/policies');

export const defaultPack = 'zhengzhou-draft';

/** Loads a pack by its id, or ends the command naming the packs there are, or what is wrong and where. */
export function loadNamedPack(id: string): Pack {
  const known = readdirSync(folder, { withFileTypes: true }).flatMap((e) => (e.isDirectory() ? [e.name] : []));
  // Only a name from the list: an id is no path.
  if (!known.includes(id) || !existsSync(path.join(folder, id, 'pack.yaml')))
    throw new CommandRefused({ code: 'no-such-policy', params: { id, known: known.join(', ') } });
  const names = readdirSync(path.join(folder, id));
  const files = names.map((name) => [name, readFileSync(path.join(folder, id, name), 'utf8')] as const);
  const loaded = loadPack(Object.fromEntries(files));
  if (loaded.ok) return loaded.value;
  const { file, line, rule, ...rest } = loaded.refusal.params;
  const where = [`${id}/${file}`, line && `:${line}`, rule && ` (${rule})`].filter(Boolean).join('');
  const detail = [loaded.refusal.code, ...Object.values(rest)].join(' ');
  throw new CommandRefused({ code: 'bad-pack', params: { where, detail } });
}

/** Names accepted on import for a parcel's fields. */
export const parcelAliases = (id: string): Readonly<Record<string, string>> => aliasesOf(loadNamedPack(id), 'parcel');
