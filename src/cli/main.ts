import { parseArgs, type ParseArgsConfig } from 'node:util';
import { languageOf } from '../texts/language.ts';
import { sayRefusal } from '../texts/refusals.ts';
import { CommandRefused, type Context, type Exit } from './context.ts';
import { Progress } from './progress.ts';
import { cliSentences } from './texts.ts';
import { usage } from './usage.ts';
import { reasonOf } from './write.ts';

interface Command {
  readonly options: NonNullable<ParseArgsConfig['options']>;
  readonly run: (context: Context) => Promise<Exit>;
}

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
/** How a file of boundaries is to be read. */
const reading = { crs: text, datum: text, layer: text };
/** How a 界址点 TXT is to be written. */
const dialect = { encoding: text, unit: text, closing: text, rings: text, prefix: text, decimals: text };

const editing = { ...reading, json: flag, yes: flag } as const;

/** Each command is loaded when it is called: `serve` needs no kernels, `figures` no server. */
const commands: Readonly<Record<string, Command>> = {
  figures: {
    options: { ...reading, precision: text, scale: text, json: flag },
    run: async (c) => (await import('./figures.ts')).figures(c),
  },
  check: {
    options: { ...reading, policy: text, date: text, precision: text, scale: text, json: flag },
    run: async (c) => (await import('./check.ts')).check(c),
  },
  convert: {
    options: { ...reading, ...dialect },
    run: async (c) => (await import('./convert.ts')).convert(c),
  },
  repair: {
    options: { ...editing, gap: text, near: text, yields: text },
    run: async (c) => (await import('./repair.ts')).repair(c),
  },
  split: {
    options: { ...editing, id: text, line: text, parts: text, areas: text, bearing: text, from: text },
    run: async (c) => (await import('./split.ts')).split(c),
  },
  merge: {
    options: { ...editing, ids: text, into: text, straighten: flag },
    run: async (c) => (await import('./merge.ts')).merge(c),
  },
  snap: {
    options: { ...editing, onto: text, within: text, ids: text },
    run: async (c) => (await import('./snap.ts')).snap(c),
  },
  dossier: {
    options: { ...reading, policy: text, date: text, precision: text, scale: text },
    run: async (c) => (await import('./dossier.ts')).dossierCommand(c),
  },
  serve: { options: { port: text, host: text }, run: async (c) => (await import('./serve.ts')).serveCommand(c) },
};

const locale = () => process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG;

/** `--lang` wherever it stands, so that even a wrong call is answered in the right language; and what is left. */
function withoutLanguage(args: readonly string[]): { asked?: string; rest: readonly string[] } {
  const at = args.findIndex((a) => a === '--lang' || a.startsWith('--lang='));
  if (at < 0) return { rest: args };
  const joined = args[at].includes('=');
  const asked = joined ? args[at].slice('--lang='.length) : args[at + 1];
  return { asked, rest: args.toSpliced(at, joined ? 1 : 2) };
}

const known = /^(zh|en)([_-].*)?$/i;

/** Says in one line that stdout cannot be written (a full disk); for whoever holds the process. */
export function sayOutputFault(args: readonly string[], error: unknown): void {
  const language = languageOf(withoutLanguage(args).asked, locale());
  console.error(cliSentences['output-unwritable'][language]({ detail: reasonOf(error) }));
}

/**
 * Runs one command. 0 done; 1 done and a hard rule fails; 2 unusable input, said in one line on stderr. A fault of ours
 * ends here too, with 2 and its trace: 1 would say that a park fails the law.
 */
export async function main(args: readonly string[]): Promise<Exit> {
  const { asked, rest: words } = withoutLanguage(args);
  const language = languageOf(asked, locale());
  const [name, ...rest] = words;
  const help = [name, ...rest.slice(0, [...rest, '--'].indexOf('--'))].some(
    (word) => word === '--help' || word === '-h',
  );
  if (name === undefined || name === 'help' || help) {
    console.log(usage[language]);
    return name === undefined ? 2 : 0;
  }
  const progress = new Progress(language);
  try {
    if (words.length < args.length && !known.test(asked ?? ''))
      throw new CommandRefused({ code: 'bad-lang-option', params: { value: asked ?? '' } });
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!command) throw new CommandRefused({ code: 'no-such-command', params: { name } });
    return await command.run({ language, progress, ...parse(rest, command) });
  } catch (error) {
    progress.clear();
    if (error instanceof CommandRefused) console.error(sayRefusal(language, error.refusal, cliSentences));
    else console.error(cliSentences.fault[language]({}), error);
    return 2;
  }
}

function parse(args: readonly string[], command: Command): Pick<Context, 'files' | 'options'> {
  try {
    const parsed = parseArgs({ args: [...args], options: command.options, allowPositionals: true, tokens: true });
    const names = parsed.tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []));
    const twice = names.find((name, i) => names.indexOf(name) !== i);
    if (twice) throw new CommandRefused({ code: 'option-twice', params: { option: `--${twice}` } });
    return { files: parsed.positionals, options: parsed.values as Context['options'] };
  } catch (error) {
    if (error instanceof CommandRefused) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    const option = /'(-[^ ']*)/.exec(message)?.[1];
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' && option)
      throw new CommandRefused({ code: 'unknown-option', params: { option } });
    if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE' && option)
      throw new CommandRefused({ code: 'bad-option-value', params: { option } });
    throw new CommandRefused({ code: 'bad-arguments', params: { detail: message } });
  }
}
