import type { ParkFacts } from '../../domain/land/facts.ts';
import type { PolicyContext } from '../shape/context.ts';
import type { Outcome } from '../shape/outcome.ts';
import type { Pack } from '../shape/pack.ts';

/** Parks as judged by one pack: what a change is held against. Made once, and again when facts or date change. */
export interface Baseline {
  readonly pack: Pack;
  readonly parks: readonly ParkFacts[];
  readonly context: PolicyContext;
  readonly date: string;
  /** Outcome by rule id, one map per park. */
  readonly outcomes: readonly ReadonlyMap<string, Outcome>[];
}

export interface ParameterChange {
  readonly id: string;
  readonly value: number;
}
