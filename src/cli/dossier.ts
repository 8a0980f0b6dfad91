import path from 'node:path';
import { landIndex } from '../domain/land/land-index.ts';
import { parkFacts } from '../domain/land/park-facts.ts';
import type { Report } from '../formats/report/document.ts';
import { contextOf } from '../policy/context.ts';
import { evaluatePark } from '../policy/evaluate.ts';
import { landUsesOf } from '../policy/pack.ts';
import { dossier } from '../texts/dossier/dossier.ts';
import { policyView } from '../workers/policy-view.ts';
import { placeNames } from '../workers/view/places.ts';
import { CommandRefused, dateOption, printJson, readingOptions, type Context, type Exit } from './context.ts';
import { printNotes, readOne, writeAll } from './files.ts';
import { defaultPack, loadNamedPack } from './pack.ts';

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
  const pack = loadNamedPack(String(options.policy ?? defaultPack));
  const reading = readingOptions(options);
  const { project, notes } = await readOne(file, { ...reading, fields: pack.fields }, language);
  printNotes(language, file, notes);
  const park = project.parks.find((p) => p.id === id) ?? project.parks.find((p) => p.name === id);
  if (!park) throw new CommandRefused({ code: 'no-such-park', params: { name: file, id } });
  const landUses = landUsesOf(pack);
  const facts = parkFacts(project, landIndex(project, landUses), park, landUses);
  const context = contextOf({ zones: project.zones.records, jurisdictions: project.jurisdictions }, pack);
  const parcels = facts.parcels.map((p) => p.parcel);
  const report = dossier(
    {
      facts,
      findings: evaluatePark(pack, facts, context, date),
      ...placeNames(project, pack)(park, parcels),
      date,
      sample: project.extra?.sample === true,
      policy: policyView(pack, date),
    },
    language,
  );
  if (out === undefined) printJson(report);
  else writeAll(path.dirname(out), [{ name: path.basename(out), bytes: await write(report) }]);
  return 0;
}
