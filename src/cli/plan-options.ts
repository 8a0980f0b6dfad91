import type { BesidesAsked, Cap, FixedPark, PlanAsked, PlanSearch } from '../city/planning/asked.ts';
import { PLAN_SETTINGS, type PlanFigures, type PlanSettingId } from '../policy/plan-settings.ts';
import { CommandRefused, type Context } from './context.ts';
import { choiceOption, listOption, numberOption } from './edit-options.ts';

type Options = Context['options'];

const USUAL_YEARS = 3;
const USUAL = { gap: 0.001, seconds: 60, seed: 1, explainSeconds: 30 };

const notUnderstood = (name: string, value: string, expected: string): never => {
  throw new CommandRefused({ code: 'bad-plan-option', params: { name, value, expected } });
};

/** `date`: the day of judgement, in whose year the plan begins where no years are given. */
export function planAsked(options: Options, date: string): PlanAsked {
  const years = yearsOption(options.years, Number(date.slice(0, 4)));
  const caps = (['budget', 'quota', 'land'] as const).flatMap((name) => capsOption(name, options[name], years));
  const { fixedParks, fixedParcels } = fixOption(options.fix);
  const banned = listOption(options.ban).map((word) => word.split('+'));
  return {
    years,
    caps,
    hasCredit: options.credit === true,
    targets: options.targets === undefined ? undefined : listOption(options.targets).map((word) => choiceOption('targets', word, ['yearly', 'cumulative'])), // prettier-ignore
    cityParks: options.city === undefined ? undefined : wholeOption('city', options.city),
    sizeFactors: options['district-factor'] === undefined ? undefined : Object.fromEntries(pairsOption('district-factor', options['district-factor'])), // prettier-ignore
    ...(options.spare !== undefined && { spare: wholeOption('spare', options.spare) }),
    missingCost: choiceOption('missing-cost', options['missing-cost'] ?? 'reckoned', ['reckoned', 'out'] as const),
    figures: figuresOption(options.set),
    fixedParks,
    fixedParcels,
    bannedParcels: banned.filter((ids) => ids.length === 1).flat(),
    bannedSets: banned.filter((ids) => ids.length > 1),
  };
}

export const planSearch = (options: Options): PlanSearch => ({
  gap: options.gap === undefined ? USUAL.gap : notNegative('gap', options.gap),
  seconds: options.time === undefined ? USUAL.seconds : notNegative('time', options.time),
  seed: options.seed === undefined ? USUAL.seed : wholeOption('seed', options.seed),
  explainSeconds: options.explain === undefined ? USUAL.explainSeconds : notNegative('explain', options.explain),
  besides: besidesOption(options),
});

function besidesOption(options: Options): BesidesAsked {
  const count = (name: string, least: number) => {
    if (options[name] === undefined) return null;
    const number = wholeOption(name, options[name]);
    return number >= least ? number : notUnderstood(name, String(number), String(least));
  };
  return {
    certify: options.certify === true,
    frontier: count('frontier', 2),
    variants: count('variants', 1),
    losses: listOption(options.loss),
  };
}

/** `2026..2028`, also `2026-2028`, or one year. */
function yearsOption(value: Options[string], first: number): readonly [number, number] {
  if (value === undefined) return [first, first + USUAL_YEARS - 1];
  const match = /^(\d{4})(?:(?:\.\.|-|–|—)(\d{4}))?$/.exec(String(value).trim());
  if (!match) return notUnderstood('years', String(value), '2026..2028');
  return [Number(match[1]), Number(match[2] ?? match[1])];
}

const caps = { budget: 'money', quota: 'quota', land: 'land' } as const;

/** `60000` of each year, `2026=60000` of one, `2026..2028=150000` of several together. */
function capsOption(name: keyof typeof caps, value: Options[string], [first, last]: readonly [number, number]): Cap[] {
  return listOption(value).flatMap((word) => {
    const match = /^(?:(\d{4})(?:(?:\.\.|-)(\d{4}))?=)?(\d+(?:\.\d+)?)$/.exec(word.replace(/\s/g, ''));
    if (!match) return notUnderstood(name, word, '60000, 2026=60000, 2026..2028=150000');
    const [, from, to = from, most] = match;
    const what = caps[name];
    if (from !== undefined) {
      // Of no year of the plan it would hold nothing back.
      if (from > to || Number(to) < first || Number(from) > last)
        return notUnderstood(name, word, `${first}..${last}=${most}`);
      return [{ what, from: Number(from), to: Number(to), most: Number(most) }];
    }
    const years = Array.from({ length: Math.max(0, Math.min(50, last - first + 1)) }, (_, n) => first + n);
    return years.map((year) => ({ what, from: year, to: year, most: Number(most) }));
  });
}

/** `D1` must be in some park; `D1+D2@2027:service` is one. */
function fixOption(value: Options[string]): Required<Pick<PlanAsked, 'fixedParks' | 'fixedParcels'>> {
  const fixedParks: FixedPark[] = [];
  const fixedParcels: string[] = [];
  for (const word of listOption(value)) {
    const [, ids, year, kind] = /^(.+?)(?:@(\d{4}))?(?::([a-z-]+))?$/.exec(word)!;
    const parcels = ids.split('+');
    if (parcels.length === 1 && year === undefined && kind === undefined) fixedParcels.push(ids);
    else fixedParks.push({ parcels, ...(year && { year: Number(year) }), ...(kind && { kind }) });
  }
  return { fixedParks, fixedParcels };
}

/** `name=number,…` */
function pairsOption(name: string, value: Options[string]): (readonly [string, number])[] {
  return listOption(value).map((word) => {
    const at = word.lastIndexOf('=');
    if (at < 1) return notUnderstood(name, word, '990102=0.7');
    return [word.slice(0, at).trim(), numberOption(name, word.slice(at + 1))] as const;
  });
}

function figuresOption(value: Options[string]): Partial<PlanFigures> {
  return Object.fromEntries(
    listOption(value).map((word) => {
      const [name, figure = ''] = word.split('=');
      const known = PLAN_SETTINGS.find((id) => id === name.trim());
      if (known === undefined)
        throw new CommandRefused({ code: 'no-such-figure', params: { name: name.trim(), known: PLAN_SETTINGS.join(', ') } }); // prettier-ignore
      return [known, numberOption('set', figure)] as const;
    }),
  ) as Partial<Record<PlanSettingId, number>>;
}

function notNegative(name: string, value: Options[string]): number {
  const number = numberOption(name, value);
  return number >= 0 ? number : notUnderstood(name, String(value), '0.005');
}

function wholeOption(name: string, value: Options[string]): number {
  const number = notNegative(name, value);
  return Number.isInteger(number) ? number : notUnderstood(name, String(value), '1');
}
