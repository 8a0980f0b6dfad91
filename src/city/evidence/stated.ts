import type { Key } from '../../domain/land/change.ts';
import type { Judgement } from '../judgement.ts';
import { withShortTrace } from '../park-views.ts';
import type { Stated } from './shape.ts';

/** What a judgement says of a park, as JSON holds it. */
export function statedOf(judgement: Judgement, key: Key): Stated {
  const findings = judgement.findings(key).map(withShortTrace);
  return asJson({ facts: judgement.facts(key), findings, ...judgement.places(key) });
}

/** What one error of a boundary point does to an area is worked with and stated nowhere: a column for each point. */
const WORKED_WITH = 'areaPull';

/** What is not there is left out, and what is no number, such as an end that is open, is null. */
const asJson = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value, (name, own: unknown) => (name === WORKED_WITH ? undefined : own))) as T;
