import type { ParcelFacts, ParkFacts } from '../../domain/land/facts.ts';
import { unknown } from '../../domain/land/figure.ts';
import { muOf } from '../../domain/quantity/units.ts';
import { judge } from '../../policy/conditions/judge.ts';
import { noFacts } from '../../policy/evaluate.ts';
import { newScope } from '../../policy/new-scope.ts';
import { partsIn } from '../../policy/parts.ts';
import type { Rule } from '../../policy/shape/rule.ts';
import type { Scope } from '../../policy/shape/scope.ts';
import { requirementsOf, type Requirements } from '../../supply/assemble/requirements.ts';
import type { Judgement } from '../judgement.ts';
import type { parkTypes } from './candidates.ts';

/** A new park of a kind, on all land of a region: what the law asks of it. */
export interface KindInRegion {
  readonly requirements: Requirements;
  readonly scope: Scope;
}

export function kindInRegion(
  { law, context }: Judgement,
  parkType: (typeof parkTypes)[number],
  parcels: readonly ParcelFacts[],
): KindInRegion {
  const { pack, date } = law;
  // How many sites it will have is open.
  const sites = unknown({ kind: 'park', id: '', field: 'geometry' });
  const facts: ParkFacts = { ...noFacts(''), park: { id: '', parkType, origin: 'new' }, parcels, sites };
  const requirements = requirementsOf(pack, facts, context, date);
  return { requirements, scope: newScope({ pack, facts, context, date, tracing: false }) };
}

/** Land and floor area that are asked for, `factor` of what the law says; where it asks for no size any park is one. */
export function sizeOf({ size }: Requirements, factor = 1): { readonly landMu: number; readonly floorM2: number } {
  if (size === null) return { landMu: 0, floorM2: Infinity };
  return { landMu: factor * muOf(size.landM2), floorM2: factor * size.floorM2 };
}

/** 亩 of a park that is asked for, by land or, where the law names none, as land that bears the floor area at the least ratio. */
export function askedMu(requirements: Requirements): number {
  const { landMu, floorM2 } = sizeOf(requirements);
  return landMu < Infinity ? landMu : muOf(floorM2 / (requirements.plotRatio?.least ?? 1));
}

/**
 * Whether a park of this land alone may be smaller than the rule of the size says, by its exceptions. They ask of every
 * parcel, so what holds for each holds for a park of them.
 */
export function mayBeSmaller(judgement: Judgement, rule: string | undefined, own: ParcelFacts, scope: Scope): boolean {
  const { pack, date } = judgement.law;
  if (rule === undefined) return false;
  const facts = { ...scope.facts, parcels: [own] };
  const alone = newScope({ pack, facts, context: judgement.context, date, tracing: false });
  return exceptionsTo(pack.rules, rule).some((condition) => judge(condition, alone).value === true);
}

const exceptionsTo = (rules: readonly Rule[], rule: string) =>
  rules.flatMap(({ test }) =>
    partsIn(test).flatMap((part) => (part.kind === 'exception' && part.relaxes.includes(rule) ? [part.when] : [])),
  );
