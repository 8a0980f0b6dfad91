import type { Explained } from './explain.ts';

/** What comes next by law or custom; a person decides. */
export type Suggestion =
  | 'investigate' // 发《闲置土地调查通知书》
  | 'find' // 作出认定
  | 'dispose' // 处置
  | 'supply' // 供应或核销批文
  | 'redevelop'; // 再开发

/** The next step of 认定; null where there is none. */
export function suggestionOf({ class: name, step }: Pick<Explained, 'class' | 'step'>): Suggestion | null {
  if (name === 'approved-not-supplied') return 'supply';
  if (name === 'low-efficiency') return 'redevelop';
  if (step === 'suspected') return 'investigate';
  if (step === 'investigating') return 'find';
  return step === 'found' ? 'dispose' : null;
}
