import { fieldsOfKind, isRecordKind } from '../../domain/land/fields/kinds.ts';
import type { Missing } from '../../domain/land/figure.ts';
import { worse, worstOutcome } from '../../policy/outcomes.ts';
import type { Finding } from '../../policy/shape/finding.ts';
import type { Outcome } from '../../policy/shape/outcome.ts';

/**
 * The findings that public data carry by themselves: those that say the same of the office's data, and lack nothing the
 * public may not see. What is published is then what the office says too, and anyone can come to it again. Rules that need
 * what is not public are left out; one that public data miss too, though otherwise than the office's, is told as open where
 * the park would look better without it.
 */
export function publishedFindings(ofPublicData: readonly Finding[], ofAllData: readonly Finding[]): readonly Finding[] {
  const all = new Map(ofAllData.map((finding) => [finding.rule, finding]));
  const carried: Finding[] = [];
  const otherwise: Finding[] = [];
  for (const finding of ofPublicData) {
    const own = all.get(finding.rule);
    if (!own || !finding.missing.every(isPublicGap)) continue;
    (isSame(finding, own) ? carried : otherwise).push(finding);
  }
  const shown = worstOutcome(carried);
  if (worse(shown, 'unknown') === shown) return carried;
  const isWorse = (outcome: Outcome): boolean => outcome !== shown && worse(outcome, shown) === outcome;
  const open = otherwise.filter(({ rule, outcome }) => isWorse(outcome) && isWorse(all.get(rule)!.outcome));
  return [...carried, ...open.map(leftOpen)];
}

/** 公开资料判断不了: neither what it came to nor by what. */
const leftOpen = ({ rule, clause, phrase, strength }: Finding): Finding => ({
  rule,
  clause,
  phrase,
  strength,
  outcome: 'unknown',
  measured: [],
  required: [],
  margin: null,
  missing: [],
  trace: [],
  repairs: [],
});

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
