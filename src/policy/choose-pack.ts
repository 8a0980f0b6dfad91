import { parse } from 'yaml';
import type { PackIdentity } from './shape/pack.ts';
import { isInForce } from './in-force.ts';

/** Files that every pack has of its own; the others may come from the pack it shares. */
const own = ['pack.yaml', 'clauses.yaml', 'rules.yaml'];

/** The pack used where neither a name nor a day chooses: the draft. */
export const defaultPack = 'zhengzhou-draft';

export type PackTexts = Readonly<Record<string, string>>;

/** What a pack says of itself, unchecked: enough to choose one by. */
export const identityOf = (texts: PackTexts): PackIdentity => parse(texts['pack.yaml'] ?? '{}') as PackIdentity;

/** The files of a pack with those it shares, `texts` by the id of the pack. */
export function filesOf(id: string, texts: (id: string) => PackTexts): PackTexts {
  const files = texts(id);
  const { shares } = identityOf(files);
  if (shares === undefined) return files;
  const shared = Object.entries(texts(shares)).filter(([name]) => !own.includes(name));
  return { ...Object.fromEntries(shared), ...files };
}

/**
 * The pack to plan by on `date`: one in force that day; where none is, a draft that is planned by (the text of a draft
 * has no day of its own). Null on a day before all of them.
 */
export function packOn(date: string, packs: readonly PackIdentity[]): string | null {
  const inForce = packs.filter((p) => (p.from !== undefined || p.until !== undefined) && isInForce(p, date));
  const planned = packs.filter((p) => p.plannedFrom !== undefined && p.plannedFrom <= date && isInForce(p, date));
  const latest = (list: readonly PackIdentity[], day: (p: PackIdentity) => string) =>
    list.toSorted((a, b) => (day(a) < day(b) ? 1 : -1))[0]?.id;
  return latest(inForce, (p) => p.from ?? '') ?? latest(planned, (p) => p.plannedFrom!) ?? null;
}
