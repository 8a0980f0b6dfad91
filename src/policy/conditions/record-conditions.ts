import { districtOf } from '../../domain/land/township.ts';
import type { Missing } from '../../domain/land/figure.ts';
import type { Parcel } from '../../domain/land/model.ts';
import { zoneGap, zoneTypeOf } from '../context.ts';
import type { Scalar } from '../shape/expression.ts';
import { fieldsOf, recordOf } from '../scope.ts';
import type { Judged, Scope } from '../shape/scope.ts';
import { no, yes } from '../three-valued.ts';
import { ifTracing } from '../trace-steps.ts';

/** Conditions on one record: each names the field it read, or the field that is missing. */

const decided = (scope: Scope, truth: boolean, node: string, id: string, value?: Scalar): Judged =>
  (truth ? yes : no)(
    ifTracing(scope, () => [{ depth: 0, node, inputs: [id], ...(value === undefined ? {} : { value }) }]),
  );

const lacking = (scope: Scope, missing: Missing): Judged => ({
  value: null,
  missing: [missing],
  steps: ifTracing(scope, () => [{ depth: 0, node: missing.field, outcome: 'unknown', inputs: [missing.id] }]),
});

const isScalar = (value: unknown): value is Scalar =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/** An absent field is unknown, `null` is known to be none and equals nothing. */
export function fieldIs(
  condition: { readonly field: string; readonly is?: Scalar; readonly in?: readonly Scalar[] },
  scope: Scope,
): Judged {
  const value = fieldsOf(scope)[condition.field];
  const met = isScalar(value) && (condition.in ? condition.in.includes(value) : value === condition.is);
  if (value !== undefined && !scope.tracing) return met ? yes() : no();
  const { kind, id } = recordOf(scope);
  if (value === undefined) return lacking(scope, { kind, id, field: condition.field });
  return decided(scope, met, condition.field, id, isScalar(value) ? value : undefined);
}

/** Something was written down; nothing written is nothing recorded, not unknown. */
export function recorded(field: string, scope: Scope): Judged {
  const { id, record } = recordOf(scope);
  const value = record[field];
  const text = isScalar(value) ? String(value).trim() : '';
  return decided(scope, text !== '', field, id, text || undefined);
}

/** Known to be none: `null`; an absent field is unknown. */
export function without(field: string, scope: Scope): Judged {
  const { kind, id, record } = recordOf(scope);
  const value = record[field];
  if (value === undefined) return lacking(scope, { kind, id, field });
  return decided(scope, value === null, field, id, isScalar(value) ? value : undefined);
}

/** 责任单位的类别 */
export function category(categories: readonly string[], scope: Scope): Judged {
  const { jurisdiction } = scope;
  if (!jurisdiction) throw new Error('this condition speaks about a jurisdiction');
  const { code, category: own } = jurisdiction;
  if (!own) return lacking(scope, { kind: 'jurisdiction', id: code, field: 'category' });
  return decided(scope, categories.includes(own), 'category', code, own);
}

/** 用地性质 by the pack's land-class table; a code the table does not hold is as good as none. */
export function landUse(use: 'industrial' | 'road', scope: Scope): Judged {
  const { id, landClass } = parcelOf(scope);
  if (!landClass) return lacking(scope, { kind: 'parcel', id, field: 'landClass' });
  const found = scope.pack.landClassOf(landClass);
  if (!found) return lacking(scope, { kind: 'parcel', id, field: 'landClass' });
  if (!scope.tracing) return found[use] ? yes() : no();
  return decided(scope, found[use], 'landClass', id, `${landClass.system} ${landClass.code}`);
}

function parcelOf(scope: Scope): Parcel {
  if (scope.item?.kind !== 'parcel') throw new Error('this condition speaks about a parcel');
  return scope.item.facts.parcel;
}

/** Category of the 区县, told by the township's code where no district is recorded. */
export function districtCategory(categories: readonly string[], scope: Scope): Judged {
  const { kind, id, record } = recordOf(scope);
  const township = record['townshipCode'];
  const code = record['districtCode'] ?? (typeof township === 'string' ? districtOf(township) : undefined);
  const category = typeof code === 'string' ? scope.context.categories.get(code) : undefined;
  if (!category) return lacking(scope, { kind, id, field: 'districtCode' });
  return decided(scope, categories.includes(category), 'districtCode', id, String(code));
}

/** An absent zoneId means "in none"; a zone no one describes is unknown, of one that is described its type may be. */
export function zoneType(types: readonly string[], scope: Scope): Judged {
  const { kind, id, record } = recordOf(scope);
  const zone = record['zoneId'];
  if (zone === undefined || zone === null) return decided(scope, false, 'zoneId', id);
  const type = zoneTypeOf(scope.context, String(zone));
  if (!type) return lacking(scope, zoneGap(scope.context, String(zone), { kind, id }));
  return decided(scope, types.includes(type), 'zoneId', id, String(zone));
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
  return decided(scope, reached.size === sites.value.length, 'gaps', park.id, used);
}
