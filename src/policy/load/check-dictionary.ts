import { fits } from '../../domain/land/fields/fits.ts';
import { fieldsOfKind, recordKinds, type RecordKind } from '../../domain/land/fields/kinds.ts';
import { landClass } from '../../domain/land/fields/parcel.ts';
import type { FieldType } from '../../domain/land/fields/type.ts';
import type { FieldEntry, Pack } from '../shape/pack.ts';
import type { PackDocument } from './document.ts';
import { complain } from './place.ts';

/** The dictionary names every field there is and no other, and every value of a closed list and no other. */
export function checkDictionary(pack: Pack, document: PackDocument): void {
  for (const kind of recordKinds) {
    const [fields, named] = [fieldsOfKind(kind), pack.fields[kind]];
    for (const field of Object.keys(fields))
      if (!Object.hasOwn(named, field)) complain('unnamed-field', document, [kind], { field: `${kind}.${field}` });
    for (const [field, entry] of Object.entries(named)) {
      if (!Object.hasOwn(fields, field)) complain('unknown-field', document, [kind, field], { field });
      checkValues(kind, field, entry, document);
    }
  }
}

function checkValues(kind: RecordKind, field: string, entry: FieldEntry, document: PackDocument): void {
  const type = fieldsOfKind(kind)[field];
  for (const list of ['values', 'words'] as const)
    for (const value of Object.keys(entry[list] ?? {}))
      if (!isCode(value, type)) complain('unknown-value', document, [kind, field, list, value], { field, value });
  for (const value of type.is === 'one-of' ? type.values : [])
    if (!entry.values || !Object.hasOwn(entry.values, value))
      complain('unnamed-value', document, [kind, field], { field, value });
}

/** Whether a key of the dictionary is a value of the field: `true` of a truth value, `system/code` of a land class. */
function isCode(code: string, type: FieldType): boolean {
  if (type.is === 'boolean') return code === 'true' || code === 'false';
  if (type.is === 'integer') return fits(Number(code), type);
  if (type.is === 'record' && type.fields === landClass) {
    const [system, own = ''] = code.split('/');
    return fits(system, landClass.system) && own !== '';
  }
  return type.is === 'one-of' && fits(code, type);
}
