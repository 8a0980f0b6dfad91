import { known, notApplicable, unknown, type Figure, type Input } from '../../domain/land/figure.ts';
import { recordOf } from '../scope.ts';
import type { Scope } from '../shape/scope.ts';

/** A number filled in on the record; absent is unknown, `null` is known to be none. */
export function fieldOf(field: string, scope: Scope): Input<Figure> {
  const { kind, id, record } = recordOf(scope);
  const value = record[field];
  if (value === null) return notApplicable;
  if (typeof value !== 'number') return unknown({ kind, id, field });
  return known({ what: field, value, unit: 'count', inputs: [id] });
}

/** How many different entries a list on the record has; blank ones are none. */
export function entriesOf(field: string, scope: Scope): Input<Figure> {
  const { kind, id, record } = recordOf(scope);
  const list = record[field];
  if (!Array.isArray(list)) return unknown({ kind, id, field });
  const entries = new Set(list.map((entry) => String(entry).trim()).filter((entry) => entry !== ''));
  return known({ what: field, value: entries.size, unit: 'count', inputs: [id] });
}
