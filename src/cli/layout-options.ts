import {
  isWhole,
  NUMBER_WISHES,
  WORD_WISHES,
  wishOfWord,
  WRITTEN,
  type NumberWishId,
} from '../desk/laying/wish-fields.ts';
import { USUAL_WISHES, type LayingWishes } from '../desk/laying/wishes.ts';
import { CommandRefused, type Context } from './context.ts';
import { choiceOption, listOption, numberOption } from './edit-options.ts';

type Options = Context['options'];

const NUMBERS = NUMBER_WISHES.flat();
const NAMES = [...NUMBERS.map(({ id }) => id), ...WORD_WISHES];

/** Wishes that have an option of their own. */
const OWN = { far: 'plotRatio', rowgap: 'rowGapM', bay: 'bayM', apron: 'apronM' } as const;

const bounded = (name: string, value: number, min: number, max: number): number => {
  if (value < min) throw new CommandRefused({ code: 'option-too-small', params: { name, value, least: min } });
  if (value > max) throw new CommandRefused({ code: 'option-too-large', params: { name, value, most: max } });
  return value;
};

function withNumber(wishes: LayingWishes, name: string, id: NumberWishId, value: string): LayingWishes {
  const wish = NUMBERS.find((one) => one.id === id)!;
  const number = bounded(name, numberOption(name, value), wish.min, wish.max);
  if (isWhole(wish) && !Number.isInteger(number))
    throw new CommandRefused({ code: 'option-not-whole', params: { name, value: number } });
  return { ...wishes, ...wish.write(wishes, number) };
}

/** `NAME=VALUE` by the table of wishes that the page has too. */
function withWish(wishes: LayingWishes, written: string): LayingWishes {
  const [name, value = ''] = written.split('=').map((part) => part.trim());
  const wish = choiceOption('wish', name, NAMES);
  const word = WORD_WISHES.find((one) => one === wish);
  if (word === undefined) return withNumber(wishes, `wish ${name}`, wish as NumberWishId, value);
  const wished = wishOfWord(word, value);
  if (wished) return { ...wishes, ...wished };
  throw new CommandRefused({
    code: 'bad-choice-option',
    params: { name: `wish ${name}`, value, expected: WRITTEN[word] },
  });
}

const MOST_SETBACK_M = 1000;

const twice = (...options: readonly string[]): CommandRefused =>
  new CommandRefused({ code: 'option-twice', params: { option: options.map((one) => `--${one}`).join(' / ') } });

/** What is wished: by `--wish`, one after another, and by the options of the commonest. */
export function wishesOf(options: Options): LayingWishes {
  if (options.cleared === true && options.kept !== undefined) throw twice('kept', 'cleared');
  let wishes: LayingWishes = { ...USUAL_WISHES, kept: options.cleared === true ? [] : 'all' };
  const written = listOption(options.wish);
  const names = written.map((one) => one.split('=')[0].trim());
  const again = names.find((name, i) => names.indexOf(name) !== i);
  if (again) throw twice(`wish ${again}`);
  for (const [name, id] of Object.entries(OWN))
    if (options[name] !== undefined && names.includes(id)) throw twice(`wish ${id}`, name);
  for (const one of written) wishes = withWish(wishes, one);
  for (const [name, id] of Object.entries(OWN))
    if (options[name] !== undefined) wishes = withNumber(wishes, name, id, String(options[name]));
  if (options.setback === undefined) return wishes;
  return { ...wishes, setbackM: bounded('setback', numberOption('setback', options.setback), 0, MOST_SETBACK_M) };
}

/** Ends the command where a building that shall stay does not stand on the land: all that do would go unasked. */
export function holdKept(ids: readonly string[], there: readonly string[]): void {
  const value = ids.find((id) => !there.includes(id));
  if (value !== undefined)
    throw new CommandRefused({ code: 'not-on-land', params: { value, there: there.join(', ') } });
}

/** Ends the command where a wish is of a side that the land has not. */
export function holdSides({ sideSetbacksM, entranceSide }: LayingWishes, sides: number): void {
  for (const side of Object.keys(sideSetbacksM)) bounded('wish sideSetbacks', Number(side) + 1, 1, sides);
  if (entranceSide !== null) bounded('wish entrance', entranceSide + 1, 1, sides);
}
