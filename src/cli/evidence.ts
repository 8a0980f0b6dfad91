import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { City } from '../city/city.ts';
import { evidenceOf } from '../city/evidence/make.ts';
import { evidenceFile, evidencePageIn, type EvidencePage } from '../city/evidence/page.ts';
import { signingKey, type SigningKey } from '../city/evidence/keys.ts';
import { dayInChina } from '../domain/china-day.ts';
import { CommandRefused, dateOption, fileExpected, readingOptions, type Context, type Exit } from './context.ts';
import { optionExpected } from './edit-options.ts';
import { checkCommand } from './evidence-check.ts';
import { orSay, textOf } from './evidence-texts.ts';
import { namesOfFiles, printRead, readSeveral, sayWritten, withoutFolders } from './files.ts';
import { dictionaryIn, packFor } from './pack.ts';
import { precisionOption } from './precision.ts';
import { requireWritable, writeAll } from './write.ts';

const built = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../dist/evidence.html');

/** `yuantu evidence FILE… --park ID --out X.html [--key KEY.pem]`, or `yuantu evidence --check X.html [--public-key KEY.pem]`. */
export async function evidenceCommand(context: Context): Promise<Exit> {
  const { options, language, progress } = context;
  if (options.check !== undefined) return checkCommand(context, String(options.check));
  const files = withoutFolders(context.files);
  if (files.length === 0) fileExpected(context);
  const [park, out] = (['park', 'out'] as const).map((name) => required(context, name));
  const date = dateOption(options.date);
  const precision = precisionOption(options);
  const pack = packFor(options.policy as string | undefined, options.date === undefined ? undefined : date);
  requireWritable(out, files);
  const page = builtPage();
  const key = options.key === undefined ? undefined : await keyIn(context, String(options.key));
  const read = await readSeveral(files, { ...readingOptions(options), ...dictionaryIn(pack) }, context);
  const city = City.open(read.project, { progress: progress.stage('measuring') })!; // null only when cancelled
  progress.clear();
  const found = city.parkCalled(park);
  if (found === undefined)
    throw new CommandRefused({ code: 'no-such-park', params: { name: namesOfFiles(files, language), id: park } });
  printRead(context, read, city.notes);
  const names = files.map((file) => path.basename(file));
  const { title = names[0], extra } = read.project;
  const judgement = city.judge({ pack, date, precision: precision?.precision });
  const about = { made: dayInChina(), sample: extra?.sample === true, source: { title, files: names }, history: [] };
  const content = orSay(context, await evidenceOf(judgement, found, about), out);
  const html = await evidenceFile(page, content, key);
  const made = [{ name: path.basename(out), bytes: new TextEncoder().encode(html) }];
  await writeAll(path.dirname(out), made, files);
  sayWritten(context, path.dirname(out), made);
  return 0;
}

function required(context: Context, name: 'park' | 'out'): string {
  const value = context.options[name];
  return typeof value === 'string' && value !== '' ? value : optionExpected(context, `--${name}`);
}

/** The page of the build, which each evidence file is made of. */
function builtPage(): EvidencePage {
  const page = existsSync(built) ? evidencePageIn(readFileSync(built, 'utf8')) : null;
  if (!page) throw new CommandRefused({ code: 'not-built', params: {} });
  return page;
}

async function keyIn(context: Context, file: string): Promise<SigningKey> {
  return orSay(context, await signingKey(textOf(file)), file);
}
