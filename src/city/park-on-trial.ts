import type { Key } from '../domain/land/change.ts';
import type { ParkFacts } from '../domain/land/facts.ts';
import type { Project } from '../domain/land/model.ts';
import type { Surroundings } from '../domain/land/surroundings.ts';

/** A park on land that holds what lies around it too, by whose rows its facts go. */
export interface ParkOnTrial {
  readonly key: Key;
  readonly project: Project;
  readonly facts: ParkFacts;
  readonly land: Surroundings;
}
