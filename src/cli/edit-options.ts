import { CommandRefused, type Context } from './context.ts';

type Value = Context['options'][string];

/** Ends a command that edits because an option is missing or cannot be read. */
export function optionExpected(usage: string): never {
  throw new CommandRefused({ code: 'option-expected', params: { usage } });
}

/** A number; what is none becomes NaN, which every operation refuses. */
export const numberOption = (value: Value): number => (String(value).trim() === '' ? NaN : Number(value));

/** `A,B,C`, also with Chinese commas; empty where the option is not given. */
export const listOption = (value: Value): string[] =>
  value === undefined ? [] : String(value).split(/[,，]/).map((part) => part.trim()).filter((part) => part !== ''); // prettier-ignore
