import { fieldsOfKind, isRecordKind } from '../../domain/land/fields/kinds.ts';
import type { Missing } from '../../domain/land/figure.ts';
import type { Finding } from '../../policy/shape/finding.ts';

/**
 * The findings that public data carry by themselves: those that say the same of the office's data, and lack nothing the
 * public may not see. What is published is then what the office says too, and anyone can come to it again.
 */
export function publishedFindings(ofPublicData: readonly Finding[], ofAllData: readonly Finding[]): readonly Finding[] {
  const all = new Map(ofAllData.map((finding) => [finding.rule, finding]));
  return ofPublicData.filter((finding) => {
    const own = all.get(finding.rule);
    return own && isSame(finding, own) && finding.missing.every(isPublicGap);
  });
}

/** All that its sentence is made of. */
const saidOf = ({ outcome, measured, required, margin, missing, parts }: Finding): string =>
  JSON.stringify([outcome, measured, required, margin, missing, parts]);

const isSame = (a: Finding, b: Finding): boolean => a.outcome === b.outcome && saidOf(a) === saidOf(b);

/** What is no field, such as a boundary: that it is lacking may be said. */
const noFields: readonly string[] = ['geometry', 'buildings'];

const isPublicGap = ({ kind, field }: Missing): boolean => {
  if (noFields.includes(field)) return true;
  const fields = isRecordKind(kind) ? fieldsOfKind(kind) : {};
  return Object.hasOwn(fields, field) && fields[field].isPublic;
};
