import { City } from '../city/city.ts';
import { besidesAsked } from '../city/planning/besides.ts';
import { choicesOf } from '../city/planning/choices.ts';
import { planLand, type PlanLand } from '../city/planning/plan-land.ts';
import { planView } from '../city/planning/plan-view.ts';
import { lookupIn } from '../city/planning/lookup.ts';
import { explaining } from '../city/planning/explaining.ts';
import type { Solved, SolveQuestion } from '../city/planning/solving/messages.ts';
import { Solving } from '../city/planning/solving/solving.ts';
import { CityScreen } from '../city/screening/city-screen.ts';
import type { FoundPlan, PlanProgress } from '../supply/plan/shape/found.ts';
import { progressText } from '../texts/plan.ts';
import {
  dateOption,
  fileExpected,
  orRefuse,
  print,
  printJson,
  readingOptions,
  type Context,
  type Exit,
} from './context.ts';
import { printRead, readSeveral, withoutFolders } from './files.ts';
import { dictionaryIn, packFor } from './pack.ts';
import { planDocument } from './plan-document.ts';
import { planAsked, planSearch } from './plan-options.ts';
import { planLines } from './plan-text.ts';
import { solverThread } from './solver-thread.ts';

/** `yuantu plan FILE… --years 2026..2028`: parks by year, with what proves how good the plan is; 1 where a target is missed. */
export async function planCommand(context: Context): Promise<Exit> {
  const { options, language, progress } = context;
  const files = withoutFolders(context.files);
  const date = dateOption(options.date);
  const reading = readingOptions(options);
  const [asked, search] = [planAsked(options, date), planSearch(options)];
  const pack = packFor(options.policy as string | undefined, options.date === undefined ? undefined : date);
  if (files.length === 0) fileExpected(context);
  const read = await readSeveral(files, { ...reading, ...dictionaryIn(pack) }, context);
  const city = City.open(read.project, { progress: progress.stage('measuring') })!; // null only when cancelled
  progress.stage('working', city.land.keys('parcel').length > 20_000);
  const judgement = city.judge({ pack, date });
  const screened = CityScreen.of(city, judgement);
  const land = orRefuse(planLand(city, judgement, screened, asked));
  const lookup = { find: lookupIn(city, land), problem: land.problem };
  const choices = orRefuse(choicesOf(asked, lookup));
  const besides = orRefuse(besidesAsked(search.besides, land, lookup));
  const { gap, seconds, seed } = search;
  const explain = explaining(land, asked, search.explainSeconds);
  const question = {
    choices,
    settings: { gap, seconds, close: true },
    seed,
    held: null,
    explain,
    spare: asked.spare ?? null,
    besides,
  };
  const found = await solved(land, question, context);
  progress.clear();
  printRead(context, read, city.notes);
  const view = planView(land, choices, found, besides);
  const jurisdictions = new Map(judgement.context.jurisdictions.map(({ code, name }) => [code, name ?? code]));
  const names = screened.names;
  const document = planDocument({ view, land, search, pack, date, names, jurisdictions, language });
  if (options.json) printJson(context, document);
  else print(context, planLines(document, language).join('\n'));
  return document.shortfalls.length > 0 ? 1 : 0;
}

/** In a thread of its own: Ctrl-C takes the best plan there is, and once more ends the command. */
async function solved(land: PlanLand, question: SolveQuestion, { language, progress }: Context): Promise<Solved> {
  const solving = new Solving(solverThread);
  const take = () => solving.take();
  process.once('SIGINT', take);
  try {
    return await solving.solve(land.problem, question, {
      onProgress: following((text) => progress.tell(text), language),
    });
  } finally {
    process.removeListener('SIGINT', take);
    solving.end();
  }
}

function following(tell: (text: string) => void, language: Context['language']): (progress: PlanProgress) => void {
  let best: FoundPlan | null = null;
  let bound: number | null = null;
  return ({ phase, incumbent, bound: proven }) => {
    best = incumbent ?? best;
    bound = proven ?? bound;
    tell(progressText(language, { phase, parks: best?.parks.length ?? 0, points: best?.objective ?? null, bound }));
  };
}
