import type { Refusal } from '../domain/outcome.ts';

/** Number of a scenario 方案, from 1 in the order they were begun; `BASE`: the draft's own state 底稿. */
export type ScenarioId = number;
export const BASE: ScenarioId = 0;

/** What is done with scenarios, as data: it stands in a draft between the changes of its land. */
export type ScenarioStep =
  /** 另起: from one that is there, or from the base; it is in hand then. */
  | { readonly do: 'begin'; readonly of: ScenarioId; readonly name: string }
  | { readonly do: 'go'; readonly of: ScenarioId }
  | { readonly do: 'rename'; readonly of: ScenarioId; readonly name: string }
  | { readonly do: 'drop'; readonly of: ScenarioId }
  /** Dropped, and kept after all. */
  | { readonly do: 'restore'; readonly of: ScenarioId }
  /** 采用: the base becomes what it is; `on`: the day, YYYY-MM-DD; `at`: with its minute. */
  | {
      readonly do: 'take';
      readonly of: ScenarioId;
      readonly reason: string;
      readonly on: string;
      readonly at?: string;
    };

/**
 * `scenario-name-taken` {name}; `scenario-name-missing`; `scenario-reason-missing`; `scenario-gone`: it was dropped, in another
 * window perhaps; `scenario-elsewhere` {name}: another window went to that one, '' for the base, and this was meant for the one
 * before.
 */
export type ScenarioRefusal = Refusal<
  'scenario-name-taken' | 'scenario-name-missing' | 'scenario-reason-missing' | 'scenario-gone' | 'scenario-elsewhere'
>;
