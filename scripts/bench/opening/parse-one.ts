import { readFileSync } from 'node:fs';
import { Watched } from './process.ts';

/* JSON.parse of a file, and nothing else: `parse-one.ts FILE.geojson`. */

const [file] = process.argv.slice(2);
const watched = new Watched();
const parsed = JSON.parse(readFileSync(file, 'utf8')) as { readonly features: readonly unknown[] };
watched.part('parse');
if (parsed.features.length === 0) throw new Error('nothing was parsed');
watched.print();
