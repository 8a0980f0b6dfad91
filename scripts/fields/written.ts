import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { loadNamedPack } from '../../src/cli/pack.ts';
import { defaultPack } from '../../src/policy/choose-pack.ts';
import { fieldsDocument } from './document.ts';
import { exchangeSchema } from './schema.ts';

const at = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));

/** The files that are made of the table of fields, as they are to stand there. */
export const written = async (): Promise<readonly { readonly path: string; readonly text: string }[]> => [
  {
    path: at('data/schema/exchange.schema.json'),
    text: await format(JSON.stringify(exchangeSchema(), null, 2), { parser: 'json', printWidth: 120 }),
  },
  {
    path: at('docs/fields.md'),
    text: await format(fieldsDocument(loadNamedPack(defaultPack).fields), { parser: 'markdown', printWidth: 120 }),
  },
];
