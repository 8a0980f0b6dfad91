import { format, parseArgs, type ParseArgsConfig } from 'node:util';
import { languageOf } from '../texts/language.ts';
import { sayRefusal } from '../texts/refusals.ts';
import { CommandRefused, type Context, type Exit } from './context.ts';
import { productVersion } from './product-version.ts';
import { Progress } from './progress.ts';
import { systemTerminal, writeLine, type Terminal } from './terminal.ts';
import { cliSentences } from './texts.ts';
import { helpOf, overview } from './help.ts';
import { isCommand, usages, type CommandName } from './usage.ts';
import { options } from './usage-options.ts';
import { reasonOf } from './write.ts';

/** Each command is loaded when it is called: `serve` needs no kernels, `figures` no server. */
const commands: Readonly<Record<CommandName, (context: Context) => Promise<Exit>>> = {
  figures: async (c) => (await import('./figures.ts')).figures(c),
  check: async (c) => (await import('./check.ts')).check(c),
  screen: async (c) => (await import('./screen.ts')).screenCommand(c),
  plan: async (c) => (await import('./plan.ts')).planCommand(c),
  ledger: async (c) => (await import('./ledger.ts')).ledgerCommand(c),
  layout: async (c) => (await import('./layout.ts')).layoutCommand(c),
  evidence: async (c) => (await import('./evidence.ts')).evidenceCommand(c),
  dossier: async (c) => (await import('./dossier.ts')).dossierCommand(c),
  convert: async (c) => (await import('./convert.ts')).convert(c),
  repair: async (c) => (await import('./repair.ts')).repair(c),
  split: async (c) => (await import('./split.ts')).split(c),
  merge: async (c) => (await import('./merge.ts')).merge(c),
  snap: async (c) => (await import('./snap.ts')).snap(c),
  publish: async (c) => (await import('./publish.ts')).publishCommand(c),
  serve: async (c) => (await import('./serve.ts')).serveCommand(c),
};

const localeOf = ({ env }: Terminal) => env.LC_ALL || env.LC_MESSAGES || env.LANG;

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
export function sayOutputFault(args: readonly string[], error: unknown, terminal = systemTerminal): void {
  const language = languageOf(withoutLanguage(args).asked, localeOf(terminal));
  writeLine(terminal.err, cliSentences['output-unwritable'][language]({ detail: reasonOf(error) }));
}

/**
 * Runs one command. 0 done; 1 done and a hard rule fails or a target is missed; 2 unusable input, said in one line on stderr. A fault of ours
 * ends here too, with 2 and its trace: 1 would say that a park fails the law.
 */
export async function main(args: readonly string[], terminal = systemTerminal): Promise<Exit> {
  const { asked, rest: words } = withoutLanguage(args);
  const language = languageOf(asked, localeOf(terminal));
  const [name, ...rest] = words;
  if (name === '--version' || name === '-V') {
    writeLine(terminal.out, `yuantu ${productVersion()}`);
    return 0;
  }
  const help = [name, ...rest.slice(0, [...rest, '--'].indexOf('--'))].some(
    (word) => word === '--help' || word === '-h',
  );
  if (name === undefined || name === 'help' || help) {
    const about = name === 'help' ? rest[0] : name;
    writeLine(terminal.out, about !== undefined && isCommand(about) ? helpOf(about, language) : overview(language));
    return name === undefined ? 2 : 0;
  }
  const progress = new Progress(language, terminal.err);
  try {
    if (words.length < args.length && !known.test(asked ?? ''))
      throw new CommandRefused({ code: 'bad-lang-option', params: { value: asked ?? '' } });
    if (!isCommand(name)) throw new CommandRefused({ code: 'no-such-command', params: { name } });
    return await commands[name]({ command: name, language, progress, terminal, ...parse(rest, name) });
  } catch (error) {
    progress.clear();
    if (error instanceof CommandRefused) writeLine(terminal.err, sayRefusal(language, error.refusal, cliSentences));
    else writeLine(terminal.err, format(cliSentences.fault[language]({}), error));
    return 2;
  }
}

/** What an option may be for `parseArgs`: followed by a value, or alone. */
const optionsOf = (name: CommandName): NonNullable<ParseArgsConfig['options']> =>
  Object.fromEntries(
    usages[name].options.map((option) => [option, { type: 'value' in options[option] ? 'string' : 'boolean' }]),
  );

/** `--precision -1` as `--precision=-1`: a number is no option, and what is wrong with it is said as of any other. */
function withNumbers(args: readonly string[], name: CommandName): string[] {
  const end = [...args, '--'].indexOf('--');
  const takes = (word: string) => usages[name].options.some((o) => word === `--${o}` && 'value' in options[o]);
  return args.flatMap((word, i) => {
    if (i < end && takes(word) && isNegative(args[i + 1])) return [`${word}=${args[i + 1]}`];
    return i > 0 && i < end && takes(args[i - 1]) && isNegative(word) ? [] : [word];
  });
}

const isNegative = (word: string | undefined): boolean => word !== undefined && /^-[\d.]/.test(word);

function parse(args: readonly string[], name: CommandName): Pick<Context, 'files' | 'options'> {
  try {
    const parsed = parseArgs({
      args: withNumbers(args, name),
      options: optionsOf(name),
      allowPositionals: true,
      tokens: true,
    });
    const given = parsed.tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []));
    const twice = given.find((option, i) => given.indexOf(option) !== i);
    if (twice) throw new CommandRefused({ code: 'option-twice', params: { option: `--${twice}` } });
    return { files: parsed.positionals, options: parsed.values as Context['options'] };
  } catch (error) {
    if (error instanceof CommandRefused) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    const option = /'(-[^ ']*)/.exec(message)?.[1];
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' && option)
      throw new CommandRefused({ code: 'unknown-option', params: { option, command: name } });
    if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE' && option)
      throw new CommandRefused({ code: 'bad-option-value', params: { option, command: name } });
    throw new CommandRefused({ code: 'bad-arguments', params: { detail: message } });
  }
}
