import type { Pack } from '../shape/pack.ts';
import { levers } from '../repairs/levers/index.ts';
import type { Lever } from '../shape/rule.ts';
import { checkCondition } from './check-conditions.ts';
import { isField, memberOf, type Speaker } from './speaker.ts';
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
    if (field !== undefined && !isField(pack, owner, field))
      complain('unknown-field', document, [...here, 'field'], { field });
    for (const other of [also ?? []].flat())
      if (!isField(pack, lever === 'match' ? 'parcel' : owner, other))
        complain('unknown-field', document, [...here, 'also'], { field: other });
  });
}
