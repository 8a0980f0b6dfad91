import { isDate } from '../../domain/written-date.ts';
import { refuse, type Refusal, type Result } from '../../domain/outcome.ts';
import type { MendStep, MendedKind } from '../shape/mend-step.ts';

/** A step that leaves something for a person to say: why, which ones, the day on which something was done. */
type OpenStep = Extract<MendStep, { readonly kind: 'record' | 'entries' | 'late' | 'set' }>;

/** What is written where a step leaves it open. */
export type Wording = (step: OpenStep) => string | readonly string[];

/** What a person is asked before a repair is done. */
export interface WordsAsked {
  /** Place of the step in its repair. */
  readonly step: number;
  readonly asks: 'reason' | 'names' | 'day';
  readonly of: MendedKind;
  readonly id: string;
  readonly field: string;
  /** So many names. */
  readonly count?: number;
  /** The day with which the repair was judged. */
  readonly day?: string;
}

/** What was said, by the place of the step. */
export type Answers = Readonly<Record<number, string | readonly string[]>>;

/** Why a repair is not done as it was asked. */
export type MendRefusal = Refusal<
  | 'reason-missing' // {kind, id, field}
  | 'names-missing' // {kind, id, field, count}: so many are wanted
  | 'name-twice' // {name}: said twice, or on the list already
  | 'day-missing' // {kind, id, field}
  | 'repair-gone' // {park}: the park was changed since or is judged otherwise, and this is no repair of it any more
  | 'past-mending' // {park}: it only says what cannot be made good
>;

/** A field set that was empty, to a day: when something was done. One that is moved to a day has it of the law. */
export const isDay = (step: MendStep): boolean => step.kind === 'set' && step.from === null && isDate(step.to);

const isOpen = (step: MendStep): step is OpenStep =>
  step.kind === 'record' || step.kind === 'entries' || step.kind === 'late' || isDay(step);

/** Stands for what a person would say while repairs are looked for; never written into land that is kept. */
export const tried: Wording = (step) => {
  switch (step.kind) {
    case 'record':
      return 'recorded';
    case 'entries':
      return Array.from({ length: step.by }, (_, i) => `+${i + 1}`);
    case 'late':
      return step.on;
    case 'set':
      return String(step.to);
  }
};

/** What has to be said before these steps can be done. */
export function wordsAsked(steps: readonly MendStep[]): readonly WordsAsked[] {
  return steps.flatMap((step, place): WordsAsked[] => {
    if (!isOpen(step)) return [];
    const { of, id, field } = step;
    const asked = { step: place, of, id, field };
    if (step.kind === 'record') return [{ ...asked, asks: 'reason' }];
    if (step.kind === 'entries') return [{ ...asked, asks: 'names', count: step.by }];
    return [{ ...asked, asks: 'day', day: step.kind === 'late' ? step.on : String(step.to) }];
  });
}

/** The words of a person for these steps; `listed` are the names there are already in a field of the park. */
export function wordingOf(
  steps: readonly MendStep[],
  answers: Answers,
  listed: (field: string) => readonly string[],
): Result<Wording, MendRefusal> {
  const words = new Map<MendStep, string | readonly string[]>();
  for (const asked of wordsAsked(steps)) {
    const said = saidOf(asked, answers[asked.step], listed(asked.field));
    if (!said.ok) return said;
    words.set(steps[asked.step], said.value);
  }
  return { ok: true, value: (step) => words.get(step)! };
}

function saidOf(
  { asks, count = 0, ...at }: WordsAsked,
  answer: Answers[number] | undefined,
  listed: readonly string[],
): Result<string | readonly string[], MendRefusal> {
  const where = { kind: at.of, id: at.id, field: at.field };
  if (asks === 'names') {
    const names = (Array.isArray(answer) ? answer : [])
      .map((name: string) => name.trim())
      .filter((name) => name !== '');
    if (names.length < count) return refuse('names-missing', { ...where, count });
    const twice = names.find((name, i) => names.indexOf(name) < i || listed.includes(name));
    return twice === undefined ? { ok: true, value: names } : refuse('name-twice', { name: twice });
  }
  const text = typeof answer === 'string' ? answer.trim() : '';
  if (asks === 'day') return isDate(text) ? { ok: true, value: text } : refuse('day-missing', where);
  return text === '' ? refuse('reason-missing', where) : { ok: true, value: text };
}
