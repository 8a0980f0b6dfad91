import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultPack, filesOf, identityOf, packOn, type PackTexts } from '../policy/choose-pack.ts';
import { labelsOf } from '../policy/labels.ts';
import { loadPack } from '../policy/load/pack.ts';
import type { Pack } from '../policy/shape/pack.ts';
import type { FieldNames } from '../texts/field-names.ts';
import type { Language } from '../texts/language.ts';
import { CommandRefused } from './context.ts';

const folder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../data/policies');

/** Ids of the packs there are. */
const packIds = (): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((e) =>
    e.isDirectory() && existsSync(path.join(folder, e.name, 'pack.yaml')) ? [e.name] : [],
  );

function textsOf(id: string): PackTexts {
  // Its cases stand in a folder of their own and are for those who change it.
  const names = readdirSync(path.join(folder, id)).filter((name) => /\.(yaml|csv)$/.test(name));
  return Object.fromEntries(names.map((name) => [name, readFileSync(path.join(folder, id, name), 'utf8')]));
}

/** Loads a pack by its id, or ends the command naming the packs there are, or what is wrong and where. */
export function loadNamedPack(id: string): Pack {
  const known = packIds();
  // Only a name from the list: an id is no path.
  if (!known.includes(id))
    throw new CommandRefused({ code: 'no-such-policy', params: { id, known: known.join(', ') } });
  const loaded = loadPack(filesOf(id, textsOf));
  if (loaded.ok) return loaded.value;
  const { file, line, rule, ...rest } = loaded.refusal.params;
  const where = [`${id}/${file}`, line && `:${line}`, rule && ` (${rule})`].filter(Boolean).join('');
  const detail = [loaded.refusal.code, ...Object.values(rest)].join(' ');
  throw new CommandRefused({ code: 'bad-pack', params: { where, detail } });
}

/** The pack of that id as it is in this program; null where it is of another version, or there is none. */
export function packOf(id: string, version: string): Pack | null {
  const pack = packIds().includes(id) ? loadNamedPack(id) : null;
  return pack?.version === version ? pack : null;
}

/**
 * The pack a command works with: the one named; else the one to plan by on the day given; else the default, which is
 * the draft. Ends the command on a day before any of them.
 */
export function packFor(named: string | undefined, date: string | undefined): Pack {
  if (named !== undefined || date === undefined) return loadNamedPack(named ?? defaultPack);
  const known = packIds();
  const id = packOn(
    date,
    known.map((name) => identityOf(textsOf(name))),
  );
  if (id === null) throw new CommandRefused({ code: 'no-policy-then', params: { date, known: known.join(', ') } });
  return loadNamedPack(id);
}

/** The dictionary files are read with where no policy is named: every pack has the same. */
export const defaultDictionary = (): Dictionaries => dictionaryIn(loadNamedPack(defaultPack));

/** What that pack calls fields and values: notes say them so. */
export const fieldNames = (): FieldNames => (names ??= namesIn(loadNamedPack(defaultPack)));
let names: FieldNames | undefined;
const namesIn = (pack: Pack): FieldNames => ({
  ...labelsOf(pack),
  landClasses: pack.landClasses,
  centralMeridian: pack.centralMeridian,
});

type Dictionaries = Pick<Pack, 'fields' | 'landClasses'>;
/** What of a pack the readers of files need. */
export const dictionaryIn = ({ fields, landClasses }: Pack): Dictionaries => ({ fields, landClasses });

/** Which policy a document of a command rests on. */
export const policyHead = ({ id, version, title, titleEn, status, statusEn }: Pack, language: Language) => ({
  id,
  version,
  title: language === 'zh' ? title : titleEn,
  status: language === 'zh' ? status : statusEn,
});
