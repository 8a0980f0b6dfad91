import { contextOf } from '../policy/context.ts';
import { measuredLayer } from '../domain/geometry/measured.ts';
import { landIndex } from '../domain/land/land-index.ts';
import { parkFacts } from '../domain/land/park-facts.ts';
import { placed } from '../domain/land/placing.ts';
import { surroundingsOf } from '../domain/land/surroundings.ts';
import { evaluateProject } from '../policy/evaluate.ts';
import { targetsOf } from '../policy/targets.ts';
import { repairsOf, withRepairs } from '../policy/repairs/repairs.ts';
import { landUsesOf, type Pack } from '../policy/pack.ts';
import { checkDocument, type CheckDocument } from './check-document.ts';
import { CommandRefused, dateOption, printJson, readingOptions, type Context, type Exit } from './context.ts';
import { calledOf, printNotes, readSeveral } from './files.ts';
import { targetLines } from './check-targets.ts';
import { packFor } from './pack.ts';
import { precisionOption, precisionText, type StatedPrecision } from './precision.ts';
import { cliSentences } from './texts.ts';
import { outcomeOrder, outcomeWord } from '../texts/outcomes.ts';
import type { Language } from '../texts/language.ts';

/** `yuantu check FILE…`: every park against the policy, clause by clause; several files are one city. 1 when a hard rule fails. */
export async function check({ files, options, language, progress }: Context): Promise<Exit> {
  const date = dateOption(options.date);
  const reading = readingOptions(options);
  const precision = precisionOption(options);
  const sigma = precision?.vertexSigmaM;
  const pack = packFor(options.policy as string | undefined, options.date === undefined ? undefined : date);
  if (files.length === 0) throw new CommandRefused({ code: 'file-expected', params: { usage: 'yuantu check FILE…' } });
  const read = await readSeveral(files, { ...reading, fields: pack.fields }, language, progress);
  if (pack.rules.length === 0) console.error(cliSentences['no-rules'][language]({ title: pack.title }));
  const boundaries = measuredLayer(read.project.parcels.layer, { progress: progress.stage('measuring') })!; // null only when cancelled
  const { project, notes } = placed(read.project, {
    broken: boundaries.broken,
    progress: progress.stage('placing'),
  })!; // likewise
  progress.clear();
  printNotes(language, read.reads.length > 1 ? null : read.reads[0].name, [...read.notes, ...notes]);
  if (project.parks.length === 0)
    console.error(cliSentences['no-parks'][language]({ name: calledOf(files, language) }));
  const landUses = landUsesOf(pack);
  const index = landIndex(project, landUses);
  const facts = project.parks.map((park) => parkFacts(project, index, park, landUses, sigma));
  const context = contextOf({ ...project, zones: project.zones.records }, pack);
  const judged = evaluateProject(pack, facts, context, date);
  const judging = progress.stage('judging');
  const parks = judged.parks.map(({ id, findings }, i) => {
    judging(i / judged.parks.length);
    const around = surroundingsOf(project, index, facts[i], landUses, sigma);
    const repairs = repairsOf({ pack, facts: facts[i], context, date, around });
    return { id, findings: withRepairs(findings, repairs) };
  });
  progress.clear();
  const found = { ...judged, parks };
  const targets = targetsOf(pack, facts, context, date);
  const document = checkDocument({
    pack,
    date,
    reads: read.reads,
    project,
    boundaries,
    facts,
    found,
    targets,
    precision,
    language,
  });
  if (options.json) printJson(document);
  else printFindings(document, pack, precision, language);
  const findings = [...found.parks, ...found.jurisdictions].flatMap((p) => p.findings);
  return findings.some((f) => f.outcome === 'fail') ? 1 : 0;
}

function printFindings(
  document: CheckDocument,
  pack: Pack,
  precision: StatedPrecision | null,
  language: Language,
): void {
  const { title, status, version } = document.policy;
  console.log(`${title}${status ? `（${status}）` : ''} ${version} · ${document.date}`);
  if (precision) console.log(precisionText(language, precision));
  for (const park of document.parks) {
    console.log(`\n${park.name ?? park.id}`);
    const order = (f: { outcome: (typeof outcomeOrder)[number] }) => outcomeOrder.indexOf(f.outcome);
    for (const f of [...park.findings].sort((a, b) => order(a) - order(b)))
      console.log(
        `  ${outcomeWord(language, f.outcome)}  ${f.title}（${f.clause}） ${f.message}${f.notes.length > 0 ? ` · ${f.notes.join(' · ')}` : ''}`,
      );
  }
  const progress = targetLines(document.jurisdictions, pack, language);
  if (progress.length > 0) console.log(`\n${progress.join('\n')}`);
  if (document.problems.length > 0) console.log('');
  for (const p of document.problems) console.log(`! ${p.id}: ${p.message} @ ${p.at.join(', ')}`);
}
