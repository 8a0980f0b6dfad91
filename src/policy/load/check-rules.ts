import { isRuleKind, kindOf } from '../kinds/index.ts';
import { extremeOf } from '../kinds/members.ts';
import type { Pack } from '../shape/pack.ts';
import type { Collection } from '../shape/expression.ts';
import type { Part } from '../shape/part.ts';
import type { Rule } from '../shape/rule.ts';
import { checkComparison, checkCondition } from './check-conditions.ts';
import { checkLevers } from './check-levers.ts';
import { checkExpression } from './check-measures.ts';
import type { PackDocument, Path } from './document.ts';
import { checkField } from './speaker.ts';
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
  if (!isRuleKind(part.kind)) complain('unknown-kind', document, [...at, 'kind'], { kind: part.kind });
  const lacking = Object.keys(kindOf(part).needs).find((parameter) => !(parameter in part));
  if (lacking) complain('missing-parameter', document, at, { kind: part.kind, parameter: lacking });
  if ('of' in part) part.of.forEach((inner, i) => checkPart(inner, pack, document, [...at, 'of', i]));
  if ('measure' in part) checkMeasure(part, pack, document, at);
  if ('to' in part) checkExpression(part.to, memberOfMeasure(part, pack), pack, document, [...at, 'to']);
  if ('when' in part) checkCondition(part.when, 'park', pack, document, [...at, 'when']);
  if ('shows' in part) part.shows.forEach((shown, i) => checkComparison(shown, pack, document, [...at, 'shows', i]));
  if ('rules' in part) part.rules.forEach((id, i) => checkJudging(id, pack, document, [...at, 'rules', i]));
  if ('by' in part) checkField(part.by, 'parcel', 'scalar', document, [...at, 'by']);
  if ('or' in part && part.or) checkReference(part.or.rule, pack, document, [...at, 'or', 'rule'], part.kind);
  if ('relaxes' in part) part.relaxes.forEach((id, i) => checkReference(id, pack, document, [...at, 'relaxes', i]));
}

type Measuring = Extract<Part, { readonly measure: string }>;

/** The measure is there, in a unit that goes with it, and of a form that this kind can judge. */
function checkMeasure(part: Measuring, pack: Pack, document: PackDocument, at: Path): void {
  const { kind, measure } = part;
  if ('unit' in part) checkComparison(part, pack, document, at);
  else if (!(measure in pack.measures)) complain('unknown-measure', document, [...at, 'measure'], { measure });
  if (kindOf<Part>(part).accepts?.(pack.measures[measure]) === false)
    complain('unsuitable-measure', document, [...at, 'measure'], { kind, measure });
}

/** Of a measure over a collection its members are asked for their bounds. */
const memberOfMeasure = ({ kind, measure }: Measuring, pack: Pack): Collection | undefined =>
  kind === 'each-against' ? extremeOf(pack.measures[measure])?.of : undefined;

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
