import type { ParkFacts } from '../../domain/land/facts.ts';
import { judge } from '../conditions/judge.ts';
import { membersOf } from '../members.ts';
import type { LandUses } from '../../domain/land/land-use.ts';
import type { Surroundings } from '../../domain/land/surroundings.ts';
import type { Collection, Condition } from '../shape/expression.ts';
import type { Lever, Rule } from '../shape/rule.ts';
import { newMemo, scopeOfMember } from '../scope.ts';
import type { Item, Scope } from '../shape/scope.ts';
import { factsAfter } from './apply.ts';
import { exactly } from './exactly.ts';
import type { MendStep } from '../shape/mend-step.ts';

/** What a lever works with: one rule that a park misses. */
export interface LeverBench {
  readonly rule: Rule;
  readonly facts: ParkFacts;
  readonly date: string;
  readonly land: Surroundings;
  readonly landUses: LandUses;
  readonly scopeOf: (facts: ParkFacts) => Scope;
  /** Is the rule met by these facts? */
  readonly isMet: (facts: ParkFacts) => boolean;
  /** Is it met, and not at the edge 临界 of what areas resolve to? */
  readonly isClear: (facts: ParkFacts) => boolean;
  /** How much is to spare, negative: missing, in whatever unit; null where there is no number. */
  readonly marginOf: (facts: ParkFacts) => number | null;
  /** Is it missed for certain? Neither, where data are missing. */
  readonly isMissed: (facts: ParkFacts) => boolean;
}

/** Ways to pull one lever, each a list of steps that are only enough together; the smallest of its kind. */
export type Pull = (lever: Lever, bench: LeverBench) => readonly (readonly MendStep[])[];

export const after = (bench: LeverBench, steps: readonly MendStep[]): ParkFacts =>
  factsAfter(bench.facts, steps, bench.land);

/**
 * Does this meet the rule as its bound is written? What meets it only within the resolution of its areas is no repair: who
 * does what it says would stand at the edge.
 */
export function mends(bench: LeverBench, steps: readonly MendStep[]): boolean {
  const facts = after(bench, steps);
  return bench.isMet(facts) && bench.isMet(exactly(facts, bench.landUses));
}

/** Members of a collection that meet `where` for certain. */
export function chosen(bench: LeverBench, of: Collection, where?: Condition): readonly Item[] {
  const scope = bench.scopeOf(bench.facts);
  return membersOf(scope, of).items.filter(
    (item) => !where || judge(where, scopeOfMember({ ...scope, memo: newMemo() }, item)).value === true,
  );
}

/** The park as if it had this one member of the collection: a rule about every member then speaks of it alone. */
function only(facts: ParkFacts, of: Collection, item: Item): ParkFacts {
  if (item.kind === 'lease') return { ...facts, park: { ...facts.park, leases: [item.lease] } };
  if (item.kind === 'parcel') return { ...facts, parcels: [item.facts] };
  if (item.kind !== 'unit') throw new Error(`no lever moves one of the ${of}`);
  return withUnits(facts, item.building.building.id, [item.unit.id]);
}

/** The park as if these were its only units; its buildings, and so its figures, stay. */
export const withUnits = (facts: ParkFacts, buildingId: string, ids: readonly string[]): ParkFacts => ({
  ...facts,
  buildings: facts.buildings.map((b) => {
    const units = b.building.id === buildingId ? (b.building.units ?? []).filter((u) => ids.includes(u.id)) : [];
    return { ...b, building: { ...b.building, units } };
  }),
});

/** Every member that misses the rule by itself for certain, with the park that has it alone. */
export const missing = (
  bench: LeverBench,
  of: Collection,
): readonly { readonly item: Item; readonly alone: ParkFacts }[] =>
  chosen(bench, of)
    .filter((item) => item.kind !== 'unit' || item.missing === undefined)
    .map((item) => ({ item, alone: only(bench.facts, of, item) }))
    .filter(({ alone }) => bench.isMissed(alone));
