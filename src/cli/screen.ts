import { City } from '../city/city.ts';
import { CityScreen } from '../city/screening/city-screen.ts';
import type { ParameterChange } from '../policy/what-if/baseline.ts';
import { landParametersOf } from '../policy/what-if/land-parameters.ts';
import type { Pack } from '../policy/shape/pack.ts';
import { LAND_CLASSES, type ScreenClass } from '../supply/screen/classes.ts';
import { classWord } from '../texts/screen.ts';
import type { Language } from '../texts/language.ts';
import {
  CommandRefused,
  dateOption,
  fileExpected,
  print,
  printJson,
  readingOptions,
  type Context,
  type Exit,
} from './context.ts';
import { choiceOption, listOption, numberOption } from './edit-options.ts';
import { printRead, readSeveral, withoutFolders } from './files.ts';
import { dictionaryIn, packFor } from './pack.ts';
import { screenDocument } from './screen-document.ts';
import { screenLines } from './screen-text.ts';

/** `yuantu screen FILE…`: every parcel in use, suspected idle, low-efficiency or approved and not supplied, with what says so. */
export async function screenCommand(context: Context): Promise<Exit> {
  const { options, language, progress } = context;
  const files = withoutFolders(context.files);
  const date = dateOption(options.date);
  const reading = readingOptions(options);
  const only = classesAsked(options.class, language);
  const pack = packFor(options.policy as string | undefined, options.date === undefined ? undefined : date);
  const changes = tryOption(options.try, pack, date);
  if (files.length === 0) fileExpected(context);
  const read = await readSeveral(files, { ...reading, ...dictionaryIn(pack) }, context);
  const city = City.open(read.project, { progress: progress.stage('measuring') })!; // null only when cancelled
  progress.stage('working', city.land.keys('parcel').length > 20_000);
  const screened = CityScreen.of(city, city.judge({ pack, date }));
  progress.clear();
  printRead(context, read, city.notes);
  const document = screenDocument({ pack, date, city, screened, notes: read.notes, changes, only, language });
  if (options.json) printJson(context, document);
  else print(context, screenLines(document, only, language).join('\n'));
  return 0;
}

/** `--class suspected-idle,low-efficiency`: the classes to be listed; all without it. */
function classesAsked(value: Context['options'][string], language: Language): readonly ScreenClass[] {
  if (value === undefined) return LAND_CLASSES;
  const told = (code: ScreenClass) => (language === 'zh' ? `${code} ${classWord(language, code)}` : code);
  return listOption(value).map((word) => choiceOption('class', word, LAND_CLASSES, told));
}

/** `--try idle.not-started=2`: figures of the pack at another value, to see what would flip. */
function tryOption(value: Context['options'][string], pack: Pack, date: string): readonly ParameterChange[] {
  const known = landParametersOf(pack, date);
  return listOption(value).map((word) => {
    const [name, figure = ''] = word.split('=');
    const parameter = known.find(({ threshold }) => threshold === name.trim());
    if (!parameter)
      throw new CommandRefused({
        code: 'no-such-figure',
        params: { name: name.trim(), known: known.map(({ threshold }) => threshold).join(', ') },
      });
    return { id: parameter.id, value: numberOption('try', figure) };
  });
}
