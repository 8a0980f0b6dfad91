import type { ColumnMeaning } from '../formats/contract.ts';
import { fieldName, kindName, type FieldNames } from './field-names.ts';
import { filesText } from './file-notes.ts';
import type { Language } from './language.ts';

/** More columns than this are counted, not named. */
const mostNamed = 30;

const words = {
  zh: { columns: '列', unread: '未读', stop: '；', comma: '、', colon: '：', more: (n: number) => ` 等 ${n} 列` },
  en: { columns: 'columns', unread: 'not read', stop: '; ', comma: ', ', colon: ': ', more: (n: number) => ` and ${n} more` },
} as const; // prettier-ignore

/** `列：面积（亩）→ 登记面积（亩）、地类编码 → 用地性质；未读：备注`: what columns were taken as; empty where none is to be told. */
function columnsText(language: Language, columns: readonly ColumnMeaning[], names: FieldNames): string {
  const { columns: head, unread, stop, comma, colon, more } = words[language];
  const listed = (items: readonly string[], most: number) =>
    items.slice(0, most).join(comma) + (items.length > most ? more(language === 'zh' ? items.length : items.length - most) : ''); // prettier-ignore
  const kinds = [...new Set(columns.map(({ kind }) => kind))];
  const parts = kinds.map((kind) => {
    const own = columns.filter((column) => column.kind === kind);
    const taken = own.filter(({ field }) => field !== null).map((column) => takenText(language, column, names));
    const left = own.filter(({ field }) => field === null).map(({ column }) => column);
    const said = [
      ...(taken.length > 0 ? [listed(taken, mostNamed)] : []),
      ...(left.length > 0 ? [`${unread}${colon}${listed(left, mostNamed)}`] : []),
    ].join(stop);
    return kinds.length > 1 ? `${kindName(language, kind)} ${said}` : said;
  });
  return parts.length === 0 ? '' : `${head}${colon}${parts.join(stop)}`;
}

export interface FileColumns {
  readonly name: string;
  readonly columns: readonly ColumnMeaning[];
}

/** The same of several files, once for those whose columns are alike. */
export function filesColumns(language: Language, files: readonly FileColumns[], names: FieldNames) {
  const alike = new Map<string, string[]>();
  for (const { name, columns } of files) {
    const text = columnsText(language, columns, names);
    if (text !== '') alike.set(text, [...(alike.get(text) ?? []), name]);
  }
  return [...alike].map(([text, of]) => ({ files: filesText(language, of), text }));
}

/** A column that is called as its field is has nothing more to say. */
function takenText(language: Language, { kind, column, field, unit }: ColumnMeaning, names: FieldNames): string {
  const name = fieldName(language, kind, field!, names);
  const withUnit = unit === null || name.includes(unit) ? name : language === 'zh' ? `${name}（${unit}）` : `${name} (${unit})`; // prettier-ignore
  return column === name ? column : `${column} → ${withUnit}`;
}
