import { City } from '../city/city.ts';
import type { Outcome } from '../policy/shape/outcome.ts';
import { outcomes } from '../policy/outcomes.ts';
import type { Key } from '../domain/land/change.ts';
import { withRepairs } from '../policy/repairs/repairs.ts';
import { checkDocument } from './check-document.ts';
import { checkLines } from './check-text.ts';
import {
  CommandRefused,
  dateOption,
  fileExpected,
  print,
  printJson,
  readingOptions,
  say,
  type Context,
  type Exit,
} from './context.ts';
import { namesOfFiles, printRead, readSeveral, withoutFolders } from './files.ts';
import { outcomeWord } from '../texts/outcomes.ts';
import type { Language } from '../texts/language.ts';
import { choiceOption, listOption } from './edit-options.ts';
import { dictionaryIn, packFor } from './pack.ts';
import { precisionOption } from './precision.ts';
import { cliSentences } from './texts.ts';

/** `yuantu check FILE…`: every park against the policy, clause by clause; several files are one city. 1 when a hard rule fails. */
export async function check(context: Context): Promise<Exit> {
  const { options, language, progress } = context;
  const files = withoutFolders(context.files);
  const date = dateOption(options.date);
  const reading = readingOptions(options);
  const precision = precisionOption(options);
  const only = outcomesAsked(options.only, language);
  const pack = packFor(options.policy as string | undefined, options.date === undefined ? undefined : date);
  if (files.length === 0) fileExpected(context);
  const read = await readSeveral(files, { ...reading, ...dictionaryIn(pack) }, context);
  if (pack.rules.length === 0) say(context, cliSentences['no-rules'][language]({ title: pack.title }));
  const city = City.open(read.project, { progress: progress.stage('measuring') })!; // null only when cancelled
  const { project, notes } = city;
  progress.clear();
  printRead(context, read, notes);
  if (project.parks.length === 0)
    say(context, cliSentences['no-parks'][language]({ name: namesOfFiles(files, language) }));
  const parks = parksAsked(city, options.park, namesOfFiles(files, language));
  const judgement = city.judge({ pack, date, precision: precision?.precision });
  const judging = progress.stage('judging');
  const judged = parks.map((key, i) => {
    judging(i / parks.length);
    const { id } = city.park(key)!;
    return { id, findings: withRepairs(judgement.findings(key), judgement.repairs(key)) };
  });
  progress.clear();
  // The targets count all parks of a jurisdiction; of one park alone nothing can be said.
  const whole = options.park === undefined && parks.length > 0;
  const jurisdictions = whole ? judgement.jurisdictions() : [];
  const document = checkDocument({
    pack,
    date,
    reads: read.reads,
    city,
    facts: parks.map((key) => judgement.facts(key)),
    notes: read.notes,
    found: { parks: judged, jurisdictions },
    targets: whole ? judgement.targets() : [],
    precision,
    only,
    whole,
    language,
  });
  if (options.json) printJson(context, document);
  else print(context, checkLines(document, pack, precision, language).join('\n'));
  const findings = [...judged, ...jurisdictions].flatMap((p) => p.findings);
  return findings.some((f) => f.outcome === 'fail') ? 1 : 0;
}

/** `--park ID`: one park by id or name; all without it. */
function parksAsked(city: City, asked: Context['options'][string], name: string): readonly Key[] {
  if (asked === undefined) return city.parks;
  const key = city.parkCalled(String(asked));
  if (key === undefined) throw new CommandRefused({ code: 'no-such-park', params: { name, id: String(asked) } });
  return [key];
}

/** `--only fail,unknown`: the outcomes to be listed; all without it. */
function outcomesAsked(value: Context['options'][string], language: Language): readonly Outcome[] {
  if (value === undefined) return outcomes;
  const told = (code: Outcome) => (language === 'zh' ? `${code} ${outcomeWord(language, code)}` : code);
  return listOption(value).map((word) => choiceOption('only', word, outcomes, told));
}
