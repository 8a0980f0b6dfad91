import { parseArgs, type ParseArgsConfig } from 'node:util';
import { languageOf } from '../texts/language.ts';
import { sayRefusal } from '../texts/refusals.ts';
import { CommandRefused, type Context, type Exit } from './context.ts';
import { cliSentences, usage } from './texts.ts';

interface Command {
  readonly options: NonNullable<ParseArgsConfig['options']>;
  readonly run: (context: Context) => Promise<Exit>;
}

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

/** Each command is loaded when it is called: `serve` needs no kernels, `figures` no server. */
const commands: Readonly<Record<string, Command>> = {
  figures: { options: { crs: text, json: flag }, run: async (c) => (await import('./figures.ts')).figures(c) },
  check: {
    options: { policy: text, date: text, crs: text, json: flag },
    run: async (c) => (await import('./check.ts')).check(c),
  },
  convert: { options: { crs: text }, run: async (c) => (await import('./convert.ts')).convert(c) },
  serve: { options: { port: text, host: text }, run: async (c) => (await import('./serve.ts')).serveCommand(c) },
};

const locale = () => process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG;

/** `--lang` wherever it stands, so that even a wrong call is answered in the right language. */
function askedLanguage(args: readonly string[]): string | undefined {
  const at = args.findIndex((a) => a === '--lang' || a.startsWith('--lang='));
  return at < 0 ? undefined : args[at].includes('=') ? args[at].slice('--lang='.length) : args[at + 1];
}

/** Runs one command. 0 done; 1 done and a hard rule fails; 2 unusable input, said in one line on stderr. */
export async function main(args: readonly string[]): Promise<Exit> {
  const language = languageOf(askedLanguage(args), locale());
  const [name, ...rest] = args;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    console.log(usage[language]);
    return name === undefined ? 2 : 0;
  }
  try {
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!command) throw new CommandRefused({ code: 'no-such-command', params: { name } });
    return await command.run({ language, ...parse(rest, command) });
  } catch (error) {
    if (!(error instanceof CommandRefused)) throw error;
    console.error(sayRefusal(language, error.refusal, cliSentences));
    return 2;
  }
}

function parse(args: readonly string[], command: Command): Pick<Context, 'files' | 'options'> {
  try {
    const options = { ...command.options, lang: text };
    const parsed = parseArgs({ args: [...args], options, allowPositionals: true });
    return { files: parsed.positionals, options: parsed.values as Context['options'] };
  } catch (error) {
    throw new CommandRefused({ code: 'bad-arguments', params: { detail: (error as Error).message } });
  }
}
