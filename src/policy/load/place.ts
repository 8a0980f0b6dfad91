import { refuse } from '../../domain/outcome.ts';
import type { PackRefusal, PackRefusalCode } from '../shape/pack.ts';
import type { PackDocument, Path } from './document.ts';

/** Name of the rule or measure a path lies in, or '' outside of any. */
export function ruleAt(content: unknown, [list, index]: Path): string {
  if (list === 'measures' && index !== undefined) return String(index);
  const entry = (content as { rules?: { id?: unknown }[] } | null)?.rules?.[index as number];
  return list === 'rules' && typeof entry?.id === 'string' ? entry.id : '';
}

/** Thrown inside `load/` to leave nested checks at the first complaint; `loadPack` turns it into a refusal. */
export class Complaint extends Error {
  readonly refusal: PackRefusal;
  constructor(refusal: PackRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

export function complain(
  code: PackRefusalCode,
  document: PackDocument,
  path: Path,
  params: Readonly<Record<string, string | number>> = {},
): never {
  const rule = ruleAt(document.content, path);
  throw new Complaint(refuse(code, { file: document.file, line: document.lineOf(path), rule, ...params }).refusal);
}
