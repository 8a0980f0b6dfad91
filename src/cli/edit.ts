import { formatFixed } from '../domain/quantity/format.ts';
import path from 'node:path';
import type { Edit } from '../desk/operation.ts';
import type { EditRefusal } from '../domain/geometry/edit/proposal.ts';
import type { RepairStep } from '../domain/geometry/repair/repair.ts';
import { Land } from '../domain/land/land.ts';
import type { Result } from '../domain/outcome.ts';
import { writeFiles } from '../formats/index.ts';
import type { Language } from '../texts/language.ts';
import { sayRefusal } from '../texts/refusals.ts';
import { editSentences, sayEditNote, stepText } from '../texts/repairs.ts';
import { CommandRefused, fileExpected, print, printJson, readingOptions, type Context, type Exit } from './context.ts';
import { printNotes, readOne, sayWritten } from './files.ts';
import { defaultDictionary } from './pack.ts';
import { HEAVY_PARCELS } from './progress.ts';
import { callOf } from './usage.ts';
import { asNamed, formatToWrite, requireWritable, writeAll } from './write.ts';

/**
 * The way of every command that changes boundaries, `IN [OUT --yes]`: reads IN, shows what `propose` would do with the
 * areas before and after, and writes OUT only with `--yes`.
 */
export async function edit(context: Context, propose: (land: Land) => Result<Edit, EditRefusal>): Promise<Exit> {
  const { command, files, options, language, progress } = context;
  const [input, output] = files;
  if (files.length > 2)
    throw new CommandRefused({
      code: 'one-file-expected',
      params: { count: files.length, usage: callOf(command, language) },
    });
  if (files.length < 1) fileExpected(context);
  if (options.yes && !output)
    throw new CommandRefused({ code: 'output-expected', params: { usage: callOf(command, language) } });
  if (output) {
    formatToWrite(output);
    requireWritable(output, [input]);
  }
  const reading = readingOptions(options);
  const read = await readOne(input, { ...reading, ...defaultDictionary() }, context);
  progress.stage('working', read.project.parcels.layer.size > HEAVY_PARCELS);
  if (read.project.parcels.layer.lonLat.length === 0)
    throw new CommandRefused({ code: 'no-boundaries', params: { name: input } });
  const land = Land.of(read.project);
  const proposed = propose(land);
  progress.clear();
  if (!proposed.ok) throw editRefused(input, proposed.refusal, language);
  const document = documentOf(proposed.value, Boolean(options.yes), language);
  printNotes(context, input, read.notes);
  if (options.yes) await write(context, input, output, land, proposed.value);
  if (options.json) printJson(context, document);
  else printTable(context, document, output);
  return 0;
}

const editRefused = (name: string, refusal: EditRefusal, language: Language): CommandRefused =>
  new CommandRefused({ code: 'file-refused', params: { name, why: sayRefusal(language, refusal, editSentences) } });

function documentOf({ effects, refused, notes }: Edit, applied: boolean, language: Language) {
  return {
    applied,
    changes: effects.map(({ kind, id, areaBeforeM2, areaAfterM2, steps }) => ({
      kind,
      id,
      steps,
      areaBeforeM2,
      areaAfterM2,
      message: steps.map((step) => stepText(language, step as RepairStep)).join(language === 'zh' ? '；' : '; '),
    })),
    refused: refused.map((refusal) => ({
      id: refusal.params.id,
      code: refusal.code,
      message: sayRefusal(language, refusal, editSentences),
    })),
    notes: notes.map((note) => ({ ...note, message: sayEditNote(language, note) })),
  };
}

async function write(context: Context, input: string, output: string, land: Land, { change }: Edit): Promise<void> {
  const format = formatToWrite(output);
  const { name } = path.parse(output);
  const applied = land.apply(change);
  if (!applied.ok) throw new Error(applied.refusal.code); // no one else has this land
  const written = await writeFiles(format, land.project, { name });
  if (!written.ok) {
    const why = sayRefusal(context.language, written.refusal);
    throw new CommandRefused({ code: 'file-refused', params: { name: output, why } });
  }
  const made = asNamed(output, written.value.files);
  await writeAll(path.dirname(output), made, [input]);
  printNotes(context, output, written.value.notes);
  sayWritten(context, path.dirname(output), made);
}

function printTable(
  context: Context,
  { changes, refused, notes, applied }: ReturnType<typeof documentOf>,
  output: string | undefined,
): void {
  const zh = context.language === 'zh';
  const fixed = (value: number | null) => formatFixed(value ?? NaN, 2);
  print(context, (zh ? ['编号', '改前 m²', '改后 m²', '做法'] : ['id', 'before m²', 'after m²', 'what']).join('\t'));
  for (const c of changes) print(context, [c.id, fixed(c.areaBeforeM2), fixed(c.areaAfterM2), c.message].join('\t'));
  for (const { message } of [...notes, ...refused]) print(context, `  ! ${message}`);
  if (changes.length === 0) print(context, zh ? '没有要改的界线。' : 'No boundary needs a change.');
  else if (!applied)
    print(
      context,
      zh ? '以上只是建议，尚未写入；确认后加 --yes。' : 'These are proposals; nothing is written without --yes.',
    );
  // Someone who names two files to be looked at is told that only the first was.
  if (!applied && output && changes.length === 0)
    print(context, zh ? `${output} 未写入；要写请加 --yes。` : `${output} is not written; --yes writes it.`);
}
