import type { Missing } from '../../domain/land/figure.ts';
import type { Parcel } from '../../domain/land/model.ts';
import type { Scalar } from '../rule.ts';
import { recordOf, type Scope } from '../scope.ts';
import { no, yes, type Judged } from './judged.ts';

/** Conditions on one record: each names the field it read, or the field that is missing. */

const decided = (truth: boolean, node: string, id: string, value?: Scalar): Judged =>
  (truth ? yes : no)([{ depth: 0, node, inputs: [id], ...(value === undefined ? {} : { value }) }]);

const lacking = (missing: Missing): Judged => ({
  value: null,
  missing: [missing],
  steps: [{ depth: 0, node: missing.field, outcome: 'unknown', inputs: [missing.id] }],
});

const isScalar = (value: unknown): value is Scalar =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/** An absent field is unknown, `null` is known to be none and equals nothing. */
export function fieldIs(
  condition: { readonly field: string; readonly is?: Scalar; readonly in?: readonly Scalar[] },
  scope: Scope,
): Judged {
  const { kind, id, record } = recordOf(scope);
  const value = record[condition.field];
  if (value === undefined) return lacking({ kind, id, field: condition.field });
  if (!isScalar(value)) return decided(false, condition.field, id);
  const wanted = condition.in ?? (condition.is === undefined ? [] : [condition.is]);
  return decided(wanted.includes(value), condition.field, id, value);
}

/** Something was written down; nothing written is nothing recorded, not unknown. */
export function recorded(field: string, scope: Scope): Judged {
  const { id, record } = recordOf(scope);
  const value = record[field];
  const text = isScalar(value) ? String(value).trim() : '';
  return decided(text !== '', field, id, text || undefined);
}

/** Known to be none: `null`; an absent field is unknown. */
export function without(field: string, scope: Scope): Judged {
  const { kind, id, record } = recordOf(scope);
  const value = record[field];
  if (value === undefined) return lacking({ kind, id, field });
  return decided(value === null, field, id, isScalar(value) ? value : undefined);
}

/** 责任单位的类别 */
export function category(categories: readonly string[], { jurisdiction }: Scope): Judged {
  if (!jurisdiction) throw new Error('this condition speaks about a jurisdiction');
  const { code, category: own } = jurisdiction;
  if (!own) return lacking({ kind: 'jurisdiction', id: code, field: 'category' });
  return decided(categories.includes(own), 'category', code, own);
}

/** 用地性质 by the pack's land-class table; a code the table does not hold is as good as none. */
export function landUse(use: 'industrial' | 'road', scope: Scope): Judged {
  const { id, parcel } = parcelOf(scope);
  const { landClass } = parcel;
  if (!landClass) return lacking({ kind: 'parcel', id, field: 'landClass' });
  const found = scope.pack.landClassOf(landClass);
  if (!found) return lacking({ kind: 'parcel', id, field: 'landClass' });
  return decided(found[use], 'landClass', id, `${landClass.system} ${landClass.code}`);
}

function parcelOf(scope: Scope): { id: string; parcel: Parcel } {
  if (scope.item?.kind !== 'parcel') throw new Error('this condition speaks about a parcel');
  const { parcel } = scope.item.facts;
  return { id: parcel.id, parcel };
}

/** Category of the 区县; the first six digits of a township's code are its district's. */
export function districtCategory(categories: readonly string[], scope: Scope): Judged {
  const { kind, id, record } = recordOf(scope);
  const township = record['townshipCode'];
  const code = record['districtCode'] ?? (typeof township === 'string' ? township.slice(0, 6) : undefined);
  const category = typeof code === 'string' ? scope.context.categories.get(code) : undefined;
  if (!category) return lacking({ kind, id, field: 'districtCode' });
  return decided(categories.includes(category), 'districtCode', id, String(code));
}

/** An absent zoneId means "in none"; a zone no one describes is unknown. */
export function zoneType(types: readonly string[], scope: Scope): Judged {
  const { kind, id, record } = recordOf(scope);
  const zone = record['zoneId'];
  if (zone === undefined || zone === null) return decided(false, 'zoneId', id);
  const type = scope.context.zones.get(String(zone));
  if (!type) return lacking({ kind, id, field: 'zoneId' });
  return decided(types.includes(type), 'zoneId', id, String(zone));
}

/** All sites hang together when gaps of these kinds are bridged. */
export function connected(by: readonly ('corner' | 'road')[], scope: Scope): Judged {
  const { sites, gaps, park } = scope.facts;
  if (sites.state === 'unknown') return { value: null, missing: sites.missing, steps: [] };
  if (sites.state !== 'value') return no();
  const reached = new Set(sites.value.slice(0, 1).map((s) => s.number));
  const bridges = gaps.filter((g) => g.how !== 'apart' && by.includes(g.how));
  for (let before = -1; before !== reached.size;) {
    before = reached.size;
    for (const { between } of bridges) if (between.some((n) => reached.has(n))) between.forEach((n) => reached.add(n));
  }
  const used = [...new Set(bridges.map((g) => g.how))].join(' ');
  return decided(reached.size === sites.value.length, 'gaps', park.id, used);
}
