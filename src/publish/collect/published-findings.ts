import { fieldsOfKind, isRecordKind } from '../../domain/land/fields/kinds.ts';
import type { Missing } from '../../domain/land/figure.ts';
import type { Finding } from '../../policy/shape/finding.ts';
import type { Outcome } from '../../policy/shape/outcome.ts';

/**
 * The findings that public data carry by themselves: those that say the same with the office's data, and lack nothing the
 * public may not see. Anyone can come to them again.
 */
export function publishedFindings(
  ofPublicData: readonly Finding[],
  ofAllData: ReadonlyMap<string, Outcome>,
): readonly Finding[] {
  return ofPublicData.filter(
    ({ rule, outcome, missing }) =>
      outcome === ofAllData.get(rule) && (outcome !== 'unknown' || missing.every(isPublicGap)),
  );
}

/** What is no field, such as a boundary, is not told apart: that it is lacking may be said. */
const noFields: readonly string[] = ['geometry', 'buildings'];

const isPublicGap = ({ kind, field }: Missing): boolean => {
  if (noFields.includes(field)) return true;
  const fields = isRecordKind(kind) ? fieldsOfKind(kind) : {};
  return Object.hasOwn(fields, field) && fields[field].isPublic;
};
