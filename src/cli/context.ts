import { dayInChina } from '../domain/china-day.ts';
import type { Refusal, Result } from '../domain/outcome.ts';
import type { Language } from '../texts/language.ts';
import { jsonPieces } from './json-pieces.ts';
import type { Progress } from './progress.ts';
import { writeLine, type Terminal } from './terminal.ts';
import { callOf, type CommandName } from './usage.ts';

export type Exit = 0 | 1 | 2;

export interface Context {
  readonly command: CommandName;
  readonly language: Language;
  readonly files: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  readonly progress: Progress;
  readonly terminal: Terminal;
}

/** Ends a command with exit 2 and one line; caught once, in `main`. */
export class CommandRefused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** Ends a command that was given no file, or too few. */
export function fileExpected({ command, language }: Pick<Context, 'command' | 'language'>): never {
  throw new CommandRefused({ code: 'file-expected', params: { usage: callOf(command, language) } });
}

/** The value, or the end of the command. `where` (a file name) is put in front of the sentence. */
export function orRefuse<T>(result: Result<T>): T {
  if (!result.ok) throw new CommandRefused(result.refusal);
  return result.value;
}

/** `--layer NAME`: which of several layers or Shapefiles of a file; `--faces NAME`: whose lines' faces are parcels. */
const layerOption = (value: string | boolean | undefined): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** `--crs EPSG:4526` or `--crs 4526` */
function epsgOption(value: string | boolean | undefined): number | undefined {
  if (value === undefined) return undefined;
  const match = /^(?:EPSG:)?(\d{4,6})$/i.exec(String(value));
  if (!match) throw new CommandRefused({ code: 'bad-crs-option', params: { value: String(value) } });
  return Number(match[1]);
}

/** `--datum gcj02`, `bd09` or `as-is`: what the degrees of the file are confirmed to be. */
function datumOption(value: string | boolean | undefined): 'gcj02' | 'bd09' | 'as-is' | undefined {
  if (value === undefined || value === 'gcj02' || value === 'bd09' || value === 'as-is') return value;
  throw new CommandRefused({ code: 'bad-datum-option', params: { value: String(value) } });
}

/** `--degrees decimal` or `dms`: how the degrees of a table are written. */
function degreesOption(value: string | boolean | undefined): 'decimal' | 'dms' | undefined {
  if (value === undefined || value === 'decimal' || value === 'dms') return value;
  const params = { name: 'degrees', value: String(value), expected: 'decimal, dms' };
  throw new CommandRefused({ code: 'bad-choice-option', params });
}

/** `--crs`, `--datum`, `--degrees`, `--layer` and `--faces`: how a file is to be read. */
export const readingOptions = ({ crs, datum, degrees, layer, faces }: Context['options']) => ({
  epsg: epsgOption(crs),
  datum: datumOption(datum),
  degrees: degreesOption(degrees),
  layer: layerOption(layer),
  faces: layerOption(faces),
});

/** `YYYY-MM-DD` that exists in the calendar; today in China where none is given. */
export function dateOption(value: string | boolean | undefined): string {
  if (value === undefined) return dayInChina();
  const date = new Date(`${value}T00:00:00Z`);
  const real = /^\d{4}-\d{2}-\d{2}$/.test(String(value)) && !Number.isNaN(date.getTime());
  if (!real || date.toISOString().slice(0, 10) !== value)
    throw new CommandRefused({ code: 'bad-date-option', params: { value: String(value) } });
  return String(value);
}

/** A line of the answer, on stdout. */
export const print = ({ terminal }: Pick<Context, 'terminal'>, line: string): void => writeLine(terminal.out, line);

/** A line about it, on stderr. */
export const say = ({ terminal }: Pick<Context, 'terminal'>, line: string): void => writeLine(terminal.err, line);

/** One JSON document on stdout. */
export function printJson({ terminal }: Pick<Context, 'terminal'>, document: object): void {
  for (const piece of jsonPieces(document)) terminal.out.write(piece);
  writeLine(terminal.out, '');
}
