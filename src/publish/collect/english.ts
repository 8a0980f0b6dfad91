import type { Pack } from '../../policy/shape/pack.ts';
import type { Words } from '../shape/published.ts';

/** A Chinese name in both languages. */
export type Naming = (zh: string) => Words;

/** By the office's dictionary, else by the names of the policy pack; else the Chinese stands for both. */
export function namingBy(dictionary: Readonly<Record<string, string>>, pack: Pack): Naming {
  const own = new Map(pack.jurisdictions.flatMap(({ name, zh, en }) => [[name, en] as const, [zh, en] as const]));
  for (const [zh, en] of Object.entries(dictionary)) own.set(zh, en);
  return (zh) => ({ zh, en: own.get(zh) ?? zh });
}
