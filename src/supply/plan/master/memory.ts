import type { FoundPlan, Prices } from '../shape/found.ts';
import type { Choices, PlanPark } from '../shape/problem.ts';

/** So many answers are remembered. */
const MOST = 32;

/** What was found for earlier questions about the same problem. */
export class Memory {
  /** Parks that the last program chose from, and the prices it ended with. */
  parks: readonly PlanPark[] = [];
  prices: Prices | null = null;
  private readonly answers: { readonly choices: Choices; readonly found: FoundPlan }[] = [];

  keep(choices: Choices, found: FoundPlan): void {
    this.answers.push({ choices, found });
    if (this.answers.length > MOST) this.answers.shift();
  }

  /** Plans of earlier questions, the last first. */
  plans(): readonly (readonly PlanPark[])[] {
    return this.answers.map(({ found }) => found.parks).reverse();
  }

  /** What was proven of plans among which are all those that keep these choices. */
  proofs(choices: Choices): readonly FoundPlan[] {
    return this.answers.filter((one) => isWithin(choices, one.choices)).map(({ found }) => found);
  }
}

/** Whether each plan that keeps `narrow` keeps `wide` too, for all that is chosen there is chosen here. */
function isWithin(narrow: Choices, wide: Choices): boolean {
  return (
    hasAll(narrow.fixedParks, wide.fixedParks) &&
    hasAll(narrow.fixedParcels, wide.fixedParcels) &&
    hasAll(narrow.bannedParcels, wide.bannedParcels) &&
    hasAll(narrow.bannedSets, wide.bannedSets)
  );
}

function hasAll(all: readonly unknown[], some: readonly unknown[]): boolean {
  const known = new Set(all.map((one) => JSON.stringify(one)));
  return some.every((one) => known.has(JSON.stringify(one)));
}
