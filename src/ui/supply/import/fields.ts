import { fieldsOfKind, nested } from '../../../domain/land/fields/kinds.ts';
import { fieldName, noNames, type FieldNames } from '../../../texts/field-names.ts';
import type { Language } from '../../../texts/language.ts';

/** What a column of a table may mean: fields of a parcel that one cell can say, planning conditions one by one or all in a cell. */
const FIELDS: readonly string[] = Object.entries(fieldsOfKind('parcel')).flatMap(([field, type]) => {
  if (field === 'id' || type.is === 'list') return [];
  if (field === 'landClass' || !Object.hasOwn(nested, field)) return [field];
  const parts = Object.keys(fieldsOfKind(nested[field])).map((part) => `${field}.${part}`);
  return field === 'conditions' ? [field, ...parts] : parts;
});

/** Each by its name, in the order of names. */
export function namedFields(language: Language, names: FieldNames = noNames) {
  const all = FIELDS.map((field) => ({ field, name: fieldName(language, 'parcel', field, names) }));
  return all.sort((a, b) => a.name.localeCompare(b.name, language === 'zh' ? 'zh-Hans-CN' : 'en'));
}
