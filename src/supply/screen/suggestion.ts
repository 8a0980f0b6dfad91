import type { ScreenClass, Step } from './classes.ts';

/** What comes next by law or custom, in the order in which it comes; a person decides. */
export const SUGGESTIONS = [
  'investigate', // 发《闲置土地调查通知书》
  'find', // 作出认定
  'dispose', // 处置
  'supply', // 供应或核销批文
  'redevelop', // 再开发
] as const;
export type Suggestion = (typeof SUGGESTIONS)[number];

/** The next step of 认定; null where there is none. */
export function suggestionOf(name: ScreenClass | null, step: Step | null): Suggestion | null {
  if (name === 'approved-not-supplied') return 'supply';
  if (name === 'low-efficiency') return 'redevelop';
  if (step === 'suspected') return 'investigate';
  if (step === 'investigating') return 'find';
  return step === 'found' ? 'dispose' : null;
}
