import { CommandRefused, type Context } from './context.ts';

type Value = Context['options'][string];

/** Ends a command that edits because an option is missing or cannot be read. */
export function optionExpected(usage: string): never {
  throw new CommandRefused({ code: 'option-expected', params: { usage } });
}

/** A finite number, or the end of the command with the option's name and what was written there. */
export function numberOption(name: string, value: Value): number {
  const number = String(value).trim() === '' ? NaN : Number(value);
  if (Number.isFinite(number)) return number;
  throw new CommandRefused({ code: 'bad-number-option', params: { name, value: String(value) } });
}

/** `A,B,C`, also with Chinese commas; empty where the option is not given. */
export const listOption = (value: Value): string[] =>
  value === undefined ? [] : String(value).split(/[,，]/).map((part) => part.trim()).filter((part) => part !== ''); // prettier-ignore
