import type { PlaneCrs } from '../../domain/geodesy/crs.ts';
import { planeCrsOf } from '../../domain/geodesy/zones.ts';
import type { EditRefusalCode } from '../../domain/geometry/edit/proposal.ts';
import type { ChangeNote, Key, RecordTypes, TableName } from '../../domain/land/change.ts';
import type { Land } from '../../domain/land/land.ts';
import { ok, refuse, type Refusal, type Result } from '../../domain/outcome.ts';
import type { Do, IntentOf } from '../intent.ts';
import type { LandAround } from '../land-around.ts';
import type { Edit, Effect, EditNote } from '../operation.ts';

/** What a person confirms of what was wanted. */
export interface IntentEdit extends Edit {
  /** The park that is made with it. */
  readonly park: Key | null;
}

/** Why what is wanted is not done: all of it is left. */
export type IntentRefusal = Refusal<
  | EditRefusalCode
  | 'no-such-record' // {kind, id}
  | 'no-such-plane' // {epsg}: no Gauss–Krüger zone
  | 'nothing-to-do' // it is so already
  | 'no-such-field' // {kind, field}
  | 'bad-value' // {kind, id, field, value, expected}
  | 'no-such-reference' // {kind, id, field, value}
  | 'storeys-unknown' // {id}
  | 'too-few-storeys' // {id, storeys, by}
  | 'no-such-storey' // {id, storey, storeys}
  | 'units-sold' // {id, units}: they would go or be of another area
  | 'storeys-sold' // {id, units}: they are on storeys that would go
  | 'not-of-park' // {id, park}
  | 'park-stands' // {id, stage}: only what is an idea or planned is removed by hand
>;

/** What is wanted, as a change of the land; nothing is applied. */
export type IntentOperation<D extends Do> = (
  around: LandAround,
  intent: IntentOf<D>,
) => Result<IntentEdit, IntentRefusal>;

interface Parts {
  readonly effects?: readonly Effect[];
  readonly notes?: readonly EditNote[];
  readonly park?: Key | null;
}

/** An edit with what was said of it; refused where the change would change nothing. */
export const edited = (
  change: Edit['change'],
  { effects = [], notes = [], park = null }: Parts = {},
): Result<IntentEdit, IntentRefusal> =>
  Object.keys(change.tables).length === 0 ? refuse('nothing-to-do') : ok({ change, effects, notes, park, refused: [] });

/** The records of these keys, each once, or a refusal that names the first that is not there. */
export function recordsOf<K extends TableName>(
  land: Land,
  kind: K,
  keys: readonly Key[],
): Result<readonly { readonly key: Key; readonly record: RecordTypes[K] }[], IntentRefusal> {
  const found: { readonly key: Key; readonly record: RecordTypes[K] }[] = [];
  for (const key of new Set(keys)) {
    const record = land.table(kind).record(key);
    if (record === undefined) return refuse('no-such-record', { kind, id: `#${key + 1}` });
    found.push({ key, record });
  }
  return ok(found);
}

export function planeOf(epsg: number): Result<PlaneCrs, IntentRefusal> {
  const crs = planeCrsOf(epsg);
  return crs ? ok(crs) : refuse('no-such-plane', { epsg });
}

/** So many ids are named where a step is. */
const MOST_NAMED = 3;

/** Ids in one text, for the name of a step: the first, and how many more. */
export function listed(ids: readonly string[]): string {
  const more = ids.length - MOST_NAMED;
  return [...ids.slice(0, MOST_NAMED), ...(more > 0 ? [`+${more}`] : [])].join('、');
}

/** What a building is called among people: 1#. */
export const calledBy = ({ id, name }: { readonly id: string; readonly name?: string }): string => name ?? id;

/** How something was drawn, with its name put in unless another is said. */
export const noteOf = (note: ChangeNote | undefined, id: string): ChangeNote => ({
  code: note?.code ?? 'drawn',
  params: { id, ...note?.params },
});
