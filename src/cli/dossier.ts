import path from 'node:path';
import { landIndex } from '../domain/land/land-index.ts';
import { parkFacts } from '../domain/land/park-facts.ts';
import { placed } from '../domain/land/placing.ts';
import { surroundingsOf } from '../domain/land/surroundings.ts';
import type { Report } from '../formats/report/document.ts';
import { contextOf } from '../policy/context.ts';
import { evaluatePark } from '../policy/evaluate.ts';
import { landUsesOf } from '../policy/pack.ts';
import { repairsOf, withRepairs } from '../policy/repairs/repairs.ts';
import { dossier } from '../texts/dossier/dossier.ts';
import { policyView } from '../workers/policy-view.ts';
import { placeNames } from '../workers/view/places.ts';
import { CommandRefused, dateOption, printJson, readingOptions, type Context, type Exit } from './context.ts';
import { printNotes, readOne, writeAll } from './files.ts';
import { packFor } from './pack.ts';
import { precisionOption } from './precision.ts';

const writers: Readonly<Record<string, (report: Report) => Promise<Uint8Array>>> = {
  '.docx': async (report) => (await import('../formats/report/docx.ts')).reportDocx(report),
  '.xlsx': async (report) => (await import('../formats/report/xlsx.ts')).reportXlsx(report),
  '.json': (report) => Promise.resolve(new TextEncoder().encode(`${JSON.stringify(report, null, 2)}\n`)),
};

/** `yuantu dossier FILE PARK [OUT]`: 一园一策 of one park as Word, Excel or JSON; JSON on stdout without OUT. */
export async function dossierCommand({ files, options, language }: Context): Promise<Exit> {
  const [file, id, out] = files;
  if (files.length < 2 || files.length > 3)
    throw new CommandRefused({ code: 'file-expected', params: { usage: 'yuantu dossier FILE PARK [OUT.docx]' } });
  const write = writers[out === undefined ? '.json' : path.extname(out).toLowerCase()];
  if (!write) throw new CommandRefused({ code: 'bad-report-format', params: { name: out } });
  const date = dateOption(options.date);
  const precision = precisionOption(options);
  const sigma = precision?.vertexSigmaM;
  const pack = packFor(options.policy as string | undefined, options.date === undefined ? undefined : date);
  const reading = readingOptions(options);
  const read = await readOne(file, { ...reading, fields: pack.fields }, language);
  const { project, notes } = placed(read.project)!; // null only when cancelled
  printNotes(language, file, [...read.notes, ...notes]);
  const park = project.parks.find((p) => p.id === id) ?? project.parks.find((p) => p.name === id);
  if (!park) throw new CommandRefused({ code: 'no-such-park', params: { name: file, id } });
  const landUses = landUsesOf(pack);
  const index = landIndex(project, landUses);
  const facts = parkFacts(project, index, park, landUses, sigma);
  const context = contextOf({ zones: project.zones.records, jurisdictions: project.jurisdictions }, pack);
  const around = surroundingsOf(project, index, facts, landUses, sigma);
  const repairs = repairsOf({ pack, facts, context, date, around });
  const parcels = facts.parcels.map((p) => p.parcel);
  const report = dossier(
    {
      facts,
      findings: withRepairs(evaluatePark(pack, facts, context, date), repairs),
      ...placeNames(project, pack)(park, parcels),
      date,
      vertexSigmaM: sigma,
      sample: project.extra?.sample === true,
      policy: policyView(pack, date),
    },
    language,
  );
  if (out === undefined) printJson(report);
  else writeAll(path.dirname(out), [{ name: path.basename(out), bytes: await write(report) }]);
  return 0;
}
