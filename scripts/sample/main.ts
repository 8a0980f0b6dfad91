import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'fflate';
import { parseArgs } from 'node:util';
import { backdrop } from './backdrop.ts';
import { collection } from './collection.ts';
import { features } from './features.ts';
import { publishSettings } from './publish-settings.ts';
import { withEvidence } from './with-evidence.ts';

/** Parcels of one city, about. */
const PER_CITY = 8000;

const home = join(dirname(fileURLToPath(import.meta.url)), '../../data/sample');

/** One city after another, so that memory holds one at a time. */
function* cities(count: number): Generator<string> {
  for (let i = 0; i < count; i += 1) yield* features(i);
}

/** With what offices have on record of each parcel in place of its state of use; what it truly is goes to a file of its own. */
function* evidence(texts: Iterable<string>, truthFile: string | undefined): Generator<string> {
  const truths: string[] = [];
  yield* withEvidence(texts, (id, truth) => truths.push(`${JSON.stringify(id)}:${JSON.stringify(truth)}`));
  if (truthFile !== undefined) writeFileSync(truthFile, `{${truths.join(',\n')}}\n`);
}

const writePlain = (file: string, texts: Iterable<string>): void => {
  const out = openSync(file, 'w');
  let pending: string[] = [];
  for (const text of texts) {
    pending.push(text);
    if (pending.length < 2000) continue;
    writeSync(out, pending.join(''));
    pending = [];
  }
  writeSync(out, pending.join(''));
  closeSync(out);
};

/** A fixed time in the header keeps the bytes the same. */
const writeGzip = (file: string, texts: Iterable<string>): void =>
  writeFileSync(file, gzipSync(new TextEncoder().encode([...texts].join('')), { level: 9, mtime: '1980-01-01' }));

const run = (): void => {
  const { values } = parseArgs({
    options: {
      parcels: { type: 'string' },
      out: { type: 'string' },
      evidence: { type: 'boolean' },
      truth: { type: 'string' },
    },
  });
  if ((values.evidence || values.truth !== undefined) && (!values.out || !values.evidence))
    throw new Error('--evidence needs --out, and --truth FILE stands with both: the sample city stays as it is');
  const parcels = Number(values.parcels ?? PER_CITY);
  if (!Number.isInteger(parcels) || parcels < 1)
    throw new Error(`--parcels ${values.parcels}: not a whole number above 0`);
  const count = Math.max(1, Math.round(parcels / PER_CITY));
  mkdirSync(home, { recursive: true });
  const file = values.out ?? join(home, 'city.geojson.gz');
  const texts = values.evidence ? evidence(cities(count), values.truth) : cities(count);
  (file.endsWith('.gz') ? writeGzip : writePlain)(file, collection(texts));
  if (!values.out) {
    writeGzip(join(home, 'backdrop.geojson.gz'), collection(backdrop()));
    writePlain(join(home, 'publish.yaml'), publishSettings());
  }
  console.error(`${file}: ${count} × about ${PER_CITY} parcels`);
};

run();
