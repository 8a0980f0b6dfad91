import type { Project } from '../domain/land/model.ts';
import { City } from './city.ts';
import type { Judgement } from './judgement.ts';
import type { Law } from './law.ts';

/** Records by themselves, measured and judged from nothing: what was told of them is held against this 核验. */
export function judgedAnew(
  records: Project,
  law: Law,
  onMeasured?: (done: number) => void,
): { readonly city: City; readonly judgement: Judgement } {
  const city = City.open(records, { progress: onMeasured })!; // null only when cancelled
  return { city, judgement: city.judge(law) };
}
