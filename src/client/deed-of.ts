import type { Call, Input } from '../city/calls.ts';
import type { Deed } from '../city/deeds.ts';
import { minuteInChina } from '../domain/china-day.ts';
import type { Question } from './line.ts';

/** What is kept of a call that changed the land. */
export function deedOf(call: Call, input: Question['input']): Deed {
  if (call === 'undo' || call === 'redo') return call;
  return call === 'scenario' ? { scenario: (input as Input<'scenario'>).step } : (input as Input<'apply'>).change;
}

/** The same call with the minute it is done in, which its note keeps: the history of an evidence file tells it. */
export function timed(question: Question, at: string = minuteInChina()): Question {
  const { call, input } = question;
  if (call === 'apply') {
    const { change, ...more } = input as Input<'apply'>;
    const { note } = change;
    return {
      ...question,
      input: { ...more, change: note ? { ...change, note: { ...note, at } } : change },
    } as Question;
  }
  if (call !== 'scenario') return question;
  const { step } = input as Input<'scenario'>;
  return step.do === 'take' ? ({ ...question, input: { step: { ...step, at } } } as Question) : question;
}
