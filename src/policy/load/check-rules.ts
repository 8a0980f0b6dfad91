import { kinds } from '../kinds/index.ts';
import { extremeOf } from '../kinds/members.ts';
import type { Pack } from '../shape/pack.ts';
import type { Collection, Part, Rule } from '../shape/rule.ts';
import { checkComparison, checkCondition } from './check-conditions.ts';
import { checkLevers } from './check-levers.ts';
import { checkExpression } from './check-measures.ts';
import type { PackDocument, Path } from './document.ts';
import { complain } from './place.ts';

/** Every rule rests on words its clause has, and names only kinds, measures, units and rules there are. */
export function checkRules(pack: Pack, document: PackDocument): void {
  const ids = new Map<string, number>();
  pack.rules.forEach((rule, index) => {
    const at = ['rules', index];
    if (ids.has(rule.id)) complain('duplicate-id', document, [...at, 'id']);
    ids.set(rule.id, index);
    checkPhrase(rule, pack, document, at);
    if (rule.applies) checkCondition(rule.applies, rule.about ?? 'park', pack, document, [...at, 'applies']);
    checkPart(rule.test, pack, document, [...at, 'test']);
    checkExceptions(rule, pack, document, [...at, 'exceptions']);
    checkLevers(rule.levers, pack, document, [...at, 'levers']);
  });
}

function checkPhrase({ clause, phrase }: Rule, pack: Pack, document: PackDocument, at: Path): void {
  const found = pack.clauses.find((c) => c.id === clause);
  if (!found) complain('unknown-clause', document, [...at, 'clause'], { clause });
  if (!found.text.includes(phrase)) complain('phrase-not-in-clause', document, [...at, 'phrase'], { clause, phrase });
}

function checkPart(part: Part, pack: Pack, document: PackDocument, at: Path): void {
  const kind = kinds.get(part.kind);
  if (!kind) complain('unknown-kind', document, [...at, 'kind'], { kind: part.kind });
  const lacking = kind.needs.find((parameter) => part[parameter] === undefined);
  if (lacking) complain('missing-parameter', document, at, { kind: part.kind, parameter: lacking });
  part.of?.forEach((inner, i) => checkPart(inner, pack, document, [...at, 'of', i]));
  if (part.measure !== undefined && part.unit !== undefined)
    checkComparison({ measure: part.measure, unit: part.unit }, pack, document, at);
  else if (part.measure !== undefined && !(part.measure in pack.measures))
    complain('unknown-measure', document, [...at, 'measure'], { measure: part.measure });
  if (part.measure !== undefined && kind.accepts && !kind.accepts(pack.measures[part.measure]))
    complain('unsuitable-measure', document, [...at, 'measure'], { kind: part.kind, measure: part.measure });
  if (part.to !== undefined) checkExpression(part.to, memberOfMeasure(part, pack), pack, document, [...at, 'to']);
  if (part.when) checkCondition(part.when, 'park', pack, document, [...at, 'when']);
  part.shows?.forEach((shown, i) => checkComparison(shown, pack, document, [...at, 'shows', i]));
  part.rules?.forEach((id, i) => checkJudging(id, pack, document, [...at, 'rules', i]));
  if (part.by !== undefined && !(part.by in pack.fields.parcel))
    complain('unknown-field', document, [...at, 'by'], { field: part.by });
  if (part.or) checkReference(part.or.rule, pack, document, [...at, 'or', 'rule'], part.kind);
  part.relaxes?.forEach((id, i) => checkReference(id, pack, document, [...at, 'relaxes', i]));
}

/** Of a measure over a collection its members are asked for their bounds. */
function memberOfMeasure({ kind, measure }: Part, pack: Pack): Collection | undefined {
  const own = measure === undefined ? undefined : pack.measures[measure];
  return kind === 'each-against' && own ? extremeOf(own)?.of : undefined;
}

function checkExceptions({ exceptions }: Rule, pack: Pack, document: PackDocument, at: Path): void {
  exceptions?.forEach((exception, i) => {
    if ('rule' in exception) checkReference(exception.rule, pack, document, [...at, i, 'rule'], 'exception');
    else checkCondition(exception.when, 'park', pack, document, [...at, i, 'when']);
  });
}

/** A rule that judges a part of a park is there, and does not take parks apart itself. */
function checkJudging(id: string, pack: Pack, document: PackDocument, at: Path): void {
  const rule = pack.rules.find((r) => r.id === id);
  if (!rule || rule.about || rule.test.kind === 'by-part') complain('unknown-rule', document, at, { refers: id });
}

/** A rule named by another is in the pack, and is of the kind asked for. */
function checkReference(id: string, pack: Pack, document: PackDocument, at: Path, kind?: string): void {
  const rule = pack.rules.find((r) => r.id === id);
  if (!rule || (kind && rule.test.kind !== kind)) complain('unknown-rule', document, at, { refers: id });
}
