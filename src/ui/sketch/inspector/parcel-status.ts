import { fieldsOfKind } from '../../../domain/land/fields/kinds.ts';
import type { Language } from '../../../texts/index.ts';
import type { Labels } from '../../../texts/labels.ts';
import type { CellEdit } from '../../parts/records/columns.ts';

const { status } = fieldsOfKind('parcel');
const values = status.is === 'one-of' ? status.values : [];

/** 利用状态 in the words of the pack. */
export const statusOf = (language: Language, value: string | undefined, labels: Labels): string =>
  value === undefined ? '—' : (labels.values[`status.${value}`]?.[language] ?? value);

export const statusEdit = (language: Language, value: string | undefined, labels: Labels): CellEdit => ({
  kind: 'choice',
  value: value ?? '',
  choices: values.map((own) => ({ value: own, name: statusOf(language, own, labels) })),
});
