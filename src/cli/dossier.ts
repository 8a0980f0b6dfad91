import { existsSync } from 'node:fs';
import path from 'node:path';
import { City } from '../city/city.ts';
import type { Report } from '../formats/report/document.ts';
import { withRepairs } from '../policy/repairs/repairs.ts';
import { parkReport } from '../texts/dossier/park-report.ts';
import { policyView } from '../city/policy-view.ts';
import { reportLand } from '../city/report/report-land.ts';
import { mapSizes } from '../formats/report/map/layout.ts';
import {
  CommandRefused,
  dateOption,
  fileExpected,
  printJson,
  readingOptions,
  type Context,
  type Exit,
} from './context.ts';
import { namesOfFiles, printRead, readSeveral, withoutFolders, sayWritten } from './files.ts';
import { dictionaryIn, packFor } from './pack.ts';
import { precisionOption } from './precision.ts';
import { reportOptions } from './report-options.ts';
import { requireWritable, writeAll } from './write.ts';

const writers: Readonly<Record<string, (report: Report) => Promise<Uint8Array>>> = {
  '.docx': async (report) => (await import('../formats/report/docx.ts')).reportDocx(report),
  '.xlsx': async (report) => (await import('../formats/report/xlsx.ts')).reportXlsx(report),
  '.json': (report) => Promise.resolve(new TextEncoder().encode(`${JSON.stringify(written(report), null, 2)}\n`)),
};

/** Map sheets are drawings: no document of figures. */
const written = ({ title, about, tables }: Report) => ({ title, about, tables });

/**
 * `FILE… PARK [OUT]`: the last name is OUT where it ends as a report does. One that ends otherwise is taken for OUT as
 * well, and refused, where what stands before it is no file and so can only be the park.
 */
function placesOf(context: Context): { files: readonly string[]; id: string; out?: string } {
  const names = context.files;
  const last = names.at(-1) ?? '';
  const isOut = Object.hasOwn(writers, path.extname(last).toLowerCase());
  if (!isOut && names.length > 2 && path.extname(last) !== '' && !existsSync(names.at(-2)!))
    throw new CommandRefused({ code: 'bad-report-format', params: { name: last } });
  const inputs = isOut ? names.slice(0, -1) : names;
  if (inputs.length < 2) fileExpected(context);
  return { files: withoutFolders(inputs.slice(0, -1)), id: inputs.at(-1)!, ...(isOut && { out: last }) };
}

/** `yuantu dossier FILE… PARK [OUT]`: 一园一策 of one park as Word, Excel or JSON; JSON on stdout without OUT. */
export async function dossierCommand(context: Context): Promise<Exit> {
  const { options, language, progress } = context;
  const { files, id, out } = placesOf(context);
  const write = writers[out === undefined ? '.json' : path.extname(out).toLowerCase()];
  const wanted = reportOptions(options);
  const date = dateOption(options.date);
  const precision = precisionOption(options);
  const pack = packFor(options.policy as string | undefined, options.date === undefined ? undefined : date);
  const reading = readingOptions(options);
  if (out !== undefined) requireWritable(out, files);
  const read = await readSeveral(files, { ...reading, ...dictionaryIn(pack) }, context);
  const city = City.open(read.project, { progress: progress.stage('measuring') })!; // null only when cancelled
  const { project, notes } = city;
  progress.clear();
  const park = city.parkCalled(id);
  if (park === undefined)
    throw new CommandRefused({ code: 'no-such-park', params: { name: namesOfFiles(files, language), id } });
  printRead(context, read, notes);
  const judgement = city.judge({ pack, date, precision: precision?.precision });
  const { conditions, sheet } = reportLand(city, judgement, park, { ...mapSizes(wanted.paper), scale: wanted.scale });
  if (sheet && !sheet.ok && wanted.parts.includes('map')) throw new CommandRefused(sheet.refusal);
  const report = parkReport(
    {
      facts: judgement.facts(park),
      findings: withRepairs(judgement.findings(park), judgement.repairs(park)),
      ...judgement.places(park),
      date,
      vertexSigmaM: judgement.vertexSigmaM,
      sample: project.extra?.sample === true,
      policy: policyView(pack, date),
      source: files.map((file) => path.basename(file)),
      conditions,
      sheet: sheet?.ok ? sheet.value : null,
      schemes: [],
    },
    wanted,
    language,
  );
  if (out === undefined) printJson(context, written(report));
  else {
    const made = [{ name: path.basename(out), bytes: await write(report) }];
    await writeAll(path.dirname(out), made, files);
    sayWritten(context, path.dirname(out), made);
  }
  return 0;
}
