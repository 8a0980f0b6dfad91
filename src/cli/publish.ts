import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { City } from '../city/city.ts';
import { defaultSettings, publishSettings, type PublishSettings } from '../publish/settings.ts';
import { Publication } from '../publish/publication.ts';
import { dataFiles } from '../publish/data-files.ts';
import {
  CommandRefused,
  dateOption,
  fileExpected,
  orRefuse,
  print,
  readingOptions,
  type Context,
  type Exit,
} from './context.ts';
import { printRead, readSeveral, withoutFolders } from './files.ts';
import { outputFolder } from './output-folder.ts';
import { dictionaryIn, packFor } from './pack.ts';
import { PublishedFolder } from './published-folder.ts';
import { cliSentences } from './texts.ts';
import { reasonOf } from './write.ts';

const sample = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../data/sample');

/** `yuantu publish DIR FILE…`: the public map of a city as a folder of files for any web host; of the sample city without FILE. */
export async function publishCommand(context: Context): Promise<Exit> {
  const { options, language, progress } = context;
  const [dir, ...given] = context.files;
  if (dir === undefined) fileExpected(context);
  const files = given.length > 0 ? withoutFolders(given) : [path.join(sample, 'city.geojson.gz')];
  const date = dateOption(options.date);
  const reading = readingOptions(options);
  const settings = settingsOf(options.settings, given.length === 0);
  const pack = packFor(options.policy as string | undefined, options.date === undefined ? undefined : date);
  const folder = new PublishedFolder(outputFolder(dir));
  const read = await readSeveral(files, { ...reading, ...dictionaryIn(pack) }, context);
  const city = City.open(read.project, { progress: progress.stage('measuring') })!; // null only when cancelled
  progress.clear();
  printRead(context, read, city.notes);
  const publication = new Publication({ city, law: { pack, date }, settings, progress: progress.stage('writing') });
  try {
    const version = await folder.addVersion(dataFiles(publication));
    await folder.makeCurrent(version, date);
    progress.clear();
    print(
      context,
      cliSentences.published[language]({
        parks: publication.keys.length,
        left: city.parks.length - publication.keys.length,
        folder: dir,
        version,
      }),
    );
  } catch (error) {
    if (error instanceof Error && 'syscall' in error)
      throw new CommandRefused({ code: 'file-unwritable', params: { name: dir, detail: reasonOf(error) } });
    throw error;
  }
  return 0;
}

/** Those of the file asked for; of the sample city its own. */
function settingsOf(asked: Context['options'][string], isSample: boolean): PublishSettings {
  const file = typeof asked === 'string' ? asked : isSample ? path.join(sample, 'publish.yaml') : undefined;
  if (file === undefined || (asked === undefined && !existsSync(file))) return defaultSettings;
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new CommandRefused({ code: 'file-unreadable', params: { name: file, detail: reasonOf(error) } });
  }
  return orRefuse(publishSettings(file, text));
}
