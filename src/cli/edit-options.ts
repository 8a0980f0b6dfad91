import { CommandRefused, type Context } from './context.ts';
import { callOf } from './usage.ts';

type Value = Context['options'][string];

/** Ends a command that cannot do without an option. */
export function optionExpected({ command, language }: Context, option: string): never {
  throw new CommandRefused({ code: 'option-expected', params: { option, command, usage: callOf(command, language) } });
}

/** One of the words an option knows, or the end of the command with all of them, each as it is `told`. */
export function choiceOption<T extends string>(
  name: string,
  value: Value,
  choices: readonly T[],
  told: (choice: T) => string = (choice) => choice,
): T {
  const found = choices.find((choice) => choice === value);
  if (found !== undefined) return found;
  throw new CommandRefused({
    code: 'bad-choice-option',
    params: { name, value: String(value), expected: choices.map(told).join(', ') },
  });
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
