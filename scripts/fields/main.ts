/* Writes what is made of the table of fields: `npm run fields`. */
import { writeFileSync } from 'node:fs';
import { written } from './written.ts';

for (const { path, text } of await written()) writeFileSync(path, text);
