import type { TxtDialect } from '../formats/contract.ts';
import { CommandRefused, type Context } from './context.ts';

/** The flags of `convert` for a 界址点 TXT, with what each may be. */
const choices = {
  encoding: ['gbk', 'utf-8'],
  unit: ['m2', 'hectare', 'mu'],
  closing: ['Jn', 'J1', 'none'],
  rings: ['plot', 'file'],
  prefix: ['yes', 'no'],
} as const;
const mostDecimals = 10;

/** The dialect a TXT is to be written in; undefined where no flag says anything. */
export function txtOptions(options: Context['options']): TxtDialect | undefined {
  const chosen = <K extends keyof typeof choices>(name: K): (typeof choices)[K][number] | undefined => {
    const value = options[name];
    if (value === undefined) return undefined;
    const found = choices[name].find((choice) => choice.toLowerCase() === String(value).toLowerCase());
    if (found === undefined) throw wrong(name, value, choices[name].join(', '));
    return found;
  };
  const [encoding, unit, closing, rings] = [chosen('encoding'), chosen('unit'), chosen('closing'), chosen('rings')];
  const prefix = chosen('prefix');
  const decimals = decimalsOf(options.decimals);
  const dialect: TxtDialect = {
    ...(encoding && { encoding }),
    ...(unit && { unit }),
    ...(closing && { closing }),
    ...(rings && { rings }),
    ...(prefix && { prefix: prefix === 'yes' }),
    ...(decimals !== undefined && { decimals }),
  };
  return Object.keys(dialect).length > 0 ? dialect : undefined;
}

function decimalsOf(value: string | boolean | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d{1,2}$/.test(String(value)) || Number(value) > mostDecimals) throw wrong('decimals', value, '0–10');
  return Number(value);
}

const wrong = (name: string, value: string | boolean, expected: string): CommandRefused =>
  new CommandRefused({ code: 'bad-choice-option', params: { name, value: String(value), expected } });
