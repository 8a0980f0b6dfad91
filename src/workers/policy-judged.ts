import { landIndex, type LandIndex } from '../domain/land/land-index.ts';
import type { Project } from '../domain/land/model.ts';
import { surroundingsOf } from '../domain/land/surroundings.ts';
import { landUsesOf, type Pack } from '../policy/pack.ts';
import { repairsOf, type RuleRepairs } from '../policy/repairs/repairs.ts';
import { targetsOf, type TargetRow } from '../policy/targets.ts';
import { baselineOf, type Baseline } from '../policy/what-if/difference.ts';
import type { Opened } from './open.ts';

/** An open project as the policy sees it, kept to answer more about it. */
export interface Judged {
  readonly project: Project;
  readonly index: LandIndex;
  readonly baseline: Baseline;
  readonly vertexSigmaM?: number;
}

export function judgedOf({ project, view, context, vertexSigmaM }: Opened, pack: Pack, date: string): Judged {
  const facts = view.parks.map((park) => park.facts);
  const index = landIndex(project, landUsesOf(pack));
  return { project, index, baseline: baselineOf(pack, facts, context, date), vertexSigmaM };
}

/** Repairs of every rule the park misses, with the free land around it; null for a park that is not open. */
export function repairsOfPark(judged: Judged, id: string): readonly RuleRepairs[] | null {
  const { project, index, baseline, vertexSigmaM } = judged;
  const { pack, parks, context, date } = baseline;
  const facts = parks.find(({ park }) => park.id === id);
  if (!facts) return null;
  const around = surroundingsOf(project, index, facts, landUsesOf(pack), vertexSigmaM);
  return repairsOf({ pack, facts, context, date, around });
}

/** Progress against the targets, the cumulative count from another base year than the pack's where one is given. */
export function targetsFrom({ baseline }: Judged, baseYear?: number): readonly TargetRow[] {
  const { pack, parks, context, date } = baseline;
  const settings = baseYear === undefined ? context.settings : { ...context.settings, baseYear };
  return targetsOf(pack, parks, { ...context, settings }, date);
}
