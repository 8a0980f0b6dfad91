import { fits } from '../../domain/land/fields/fits.ts';
import type { FieldType } from '../../domain/land/fields/type.ts';
import type { Pack } from '../shape/pack.ts';
import { levers } from '../repairs/levers/index.ts';
import type { Lever } from '../shape/rule.ts';
import { checkCondition } from './check-conditions.ts';
import { checkField, memberOf, type Speaker } from './speaker.ts';
import type { PackDocument, Path } from './document.ts';
import { complain } from './place.ts';

/** Levers that move parcels ask `where` of them; all others of buildings. */
const ofParcels = new Set(['add-parcel', 'drop-parcel', 'match']);

/** Every lever is one there is, and moves only fields its records have. */
export function checkLevers(list: readonly Lever[] | undefined, pack: Pack, document: PackDocument, at: Path): void {
  list?.forEach(({ lever, of, field, also, where, into }, i) => {
    const here = [...at, i];
    if (!levers.has(lever)) complain('unknown-lever', document, [...here, 'lever'], { lever });
    const asked: Speaker = ofParcels.has(lever) ? 'parcel' : of ? memberOf[of] : 'building';
    if (where) checkCondition(where, asked, pack, document, [...here, 'where']);
    if (into) checkCondition(into, asked, pack, document, [...here, 'into']);
    const owner: Speaker = of ? memberOf[of] : lever === 'keep-one' ? 'parcel' : 'park';
    if (field !== undefined)
      checkTarget(checkField(field, owner, 'any', document, [...here, 'field']), list[i], document, here);
    for (const other of [also ?? []].flat())
      checkField(other, lever === 'match' ? 'parcel' : owner, 'any', document, [...here, 'also']);
  });
}

/** A field is set to a value it can have; `today` and `this-year` are those of the day judged. */
function checkTarget(type: FieldType, { field, to }: Lever, document: PackDocument, at: Path): void {
  if (to === undefined) return;
  const value = to === 'today' ? '2000-01-01' : to === 'this-year' ? 2000 : to;
  if (!fits(value, type)) complain('unknown-value', document, [...at, 'to'], { field: field!, value: String(to) });
}
