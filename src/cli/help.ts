import type { Language } from '../texts/language.ts';
import { options, type OptionUsage } from './usage-options.ts';
import { callOf, usages, type CommandName, type Usage } from './usage.ts';

/* Helps as they are printed: wrapped, in columns. */

/** How it was called, so that an example runs as it stands: in a checkout by npm, installed by its name. */
const called = (): string => (process.env.npm_lifecycle_event === 'yuantu' ? 'npm run --silent yuantu --' : 'yuantu');

const words = {
  title: {
    zh: '园图 yuantu：小微企业园的面积、容积率与政策对照',
    en: 'yuantu 园图 (“park map”): areas, plot ratios and policy findings for small-enterprise parks',
  },
  more: {
    zh: `yuantu 命令 --help 查看一个命令的选项和例子；--lang zh|en 选择语言；--version 告诉版本。
支持的格式和限制见 docs/formats.md。读入的文件从不改动；输出已存在时整个替换，出错或中断（Ctrl+C）时保持原样。
退出码：0 完成；1 完成，但有硬性条款不符合或目标有缺口；2 输入不可用。`,
    en: `yuantu COMMAND --help tells the options of one and gives examples; --lang zh|en chooses the language; --version tells the version.
Formats and limits: docs/formats.md. What is read is never changed; an output that is there is replaced whole, or stays
as it was when anything fails or Ctrl-C ends it.
Exit: 0 done; 1 done, and a hard rule fails or a target is missed; 2 unusable input.`,
  },
  examples: { zh: '例：', en: 'Examples:' },
} as const;

/** Width on a terminal: a Chinese character takes two columns. */
const widthOf = (text: string): number => Array.from(text).reduce((sum, c) => sum + (c > '\u2e7f' ? 2 : 1), 0);
const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));

/** Columns of a terminal that a help takes. */
const WIDEST = 120;

/** Lines of so many columns at most, broken at spaces and behind Chinese punctuation; a no-break space becomes a common one. */
function wrapped(text: string, width: number): string[] {
  const lines = [''];
  for (const piece of text.split(/(?<=[ ，；：、。）])/u)) {
    const longer = lines.at(-1)! + piece;
    if (widthOf(longer.trimEnd()) <= width) lines[lines.length - 1] = longer;
    else lines.push(piece);
  }
  return lines.filter(Boolean).map((line) => line.trimEnd().replaceAll('\u00a0', ' '));
}

/** Two columns, the second wrapped under itself. */
function wrappedTable(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([first]) => widthOf(first)));
  return table(
    rows.flatMap(([first, second]) =>
      wrapped(second, WIDEST - width - 4).map(
        (line, i) => [i === 0 ? padded(first, width) : ' '.repeat(width), line] as const,
      ),
    ),
  );
}

/** Two columns, the first as wide as it must be. */
function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([first]) => widthOf(first)));
  return rows.map(([first, second]) => `  ${padded(first, width)}  ${second}`);
}

/** What `yuantu help` prints: every command in a line. */
export function overview(language: Language): string {
  const rows = Object.entries<Usage>(usages).map(([name, { does }]) => [name, does[language]] as const);
  return [words.title[language], '', ...table(rows), '', words.more[language]].join('\n');
}

/** What `yuantu COMMAND --help` prints. */
export function helpOf(name: CommandName, language: Language): string {
  const { does, options: names, examples, told }: Usage = usages[name];
  const rows = names.map((option) => {
    const { value, what }: OptionUsage = told?.[option] ?? options[option];
    return [`--${option}${value ? ` ${value[language]}` : ''}`, what[language]] as const;
  });
  return [
    callOf(name, language),
    does[language],
    '',
    ...wrappedTable(rows),
    '',
    words.examples[language],
    ...examples.map((example) => `  ${called()} ${example}`),
  ].join('\n');
}
