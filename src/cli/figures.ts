import { figuresDocument } from './figures-document.ts';
import { figuresLines } from './figures-text.ts';
import { fileExpected, print, printJson, readingOptions, type Context, type Exit } from './context.ts';
import { printNotes, readSeveral, withoutFolders } from './files.ts';
import { defaultDictionary } from './pack.ts';
import { precisionOption } from './precision.ts';

/** `yuantu figures FILE…`: every parcel's areas, perimeter and boundary problems. */
export async function figures(context: Context): Promise<Exit> {
  const { options, language, progress } = context;
  const files = withoutFolders(context.files);
  if (files.length === 0) fileExpected(context);
  const dictionary = defaultDictionary();
  const reading = readingOptions(options);
  const precision = precisionOption(options);
  const together = await readSeveral(files, { ...reading, ...dictionary }, context);
  const document = figuresDocument(together, language, precision?.vertexSigmaM, progress.stage('measuring'));
  progress.clear();
  printNotes(context, together.reads.length > 1 ? null : together.reads[0].name, together.notes);
  if (options.json) printJson(context, document);
  else for (const lines of figuresLines(document, precision, language)) print(context, lines.join('\n'));
  return 0;
}
