import type { Intent } from '../../../desk/intent.ts';
import { fieldsOfKind } from '../../../domain/land/fields/kinds.ts';
import type { FieldType } from '../../../domain/land/fields/type.ts';
import { valueText } from '../../../domain/quantity/shown.ts';
import type { Language } from '../../../texts/index.ts';
import type { Labels } from '../../../texts/labels.ts';
import { sketchInspector } from '../../../texts/ui/sketch-inspector.ts';
import type { CellEdit, Column } from '../../parts/records/columns.ts';
import { controlOf, noneOf, typedText, typedValue } from '../../parts/records/typed-value.ts';
import { allowedText, unitOf } from '../../parts/records/field-words.ts';
import { memberChanged, type MemberKind, type MemberRow } from './member-rows.ts';

/** The column that says whose a unit is. */
const OF = 'of';
const ownType = (type: FieldType): FieldType => (type.is === 'nullable' ? type.of : type);
const isFigure = (type: FieldType): boolean => ['number', 'integer'].includes(ownType(type).is);

/** A column for each field of leases or of units; of units the building comes first. */
export function memberColumns(
  kind: MemberKind,
  language: Language,
  labels: Labels,
  rows: readonly MemberRow[],
): readonly Column<MemberRow>[] {
  const texts = sketchInspector[language];
  const building: Column<MemberRow> = { id: OF, name: texts.columns.of, text: ({ list }) => list.name };
  // An outline is drawn on the plan of its storey.
  const typed = Object.entries(fieldsOfKind(kind)).filter(([, type]) => type.is !== 'list');
  const own = typed.map(([field, type]): Column<MemberRow> => {
    const valueOf = ({ member }: MemberRow) => member[field];
    const areas = rows.map(valueOf);
    return {
      id: field,
      name: labels.fields[`${kind}.${field}`]?.[language] ?? field,
      unit: unitOf(language, ownType(type)) || undefined,
      isNumber: isFigure(type),
      text: (row) => shown(language, labels, field, type, valueOf(row)),
      edit: (row) => editOf(language, labels, field, type, valueOf(row)),
      ...(field === 'floorAreaM2' && {
        sum: areas.every((one) => typeof one === 'number')
          ? valueText(
              areas.reduce((a, b) => a + b, 0),
              'm2',
            )
          : '—',
      }),
    };
  });
  return kind === 'unit' ? [building, ...own] : own;
}

function shown(language: Language, labels: Labels, field: string, type: FieldType, value: unknown): string {
  const { yes, no, noneOf: none } = sketchInspector[language];
  if (value === undefined) return '—';
  if (value === null) return none;
  if (typeof value === 'boolean') return value ? yes : no;
  if (type.is === 'one-of') return labels.values[`${field}.${String(value)}`]?.[language] ?? String(value);
  if (field === 'floorAreaM2') return valueText(value as number, 'm2');
  return typedText(type, value);
}

function editOf(language: Language, labels: Labels, field: string, type: FieldType, value: unknown): CellEdit {
  const { yes, no, noneOf: none } = sketchInspector[language];
  const choice = (choices: { value: string; name: string }[]): CellEdit => ({
    kind: 'choice',
    value: value === undefined ? '' : String(value),
    choices: [{ value: '', name: '—' }, ...choices],
  });
  if (controlOf(type) === 'flag')
    return choice([
      { value: 'true', name: yes },
      { value: 'false', name: no },
    ]);
  if (type.is === 'one-of')
    return choice(type.values.map((own) => ({ value: own, name: shown(language, labels, field, type, own) })));
  return { kind: 'typed', text: value === null ? none : typedText(type, value) };
}

/** What is typed into a cell, as an intent; null where it is as it was; or what the cell takes. */
export function memberEdit(
  kind: MemberKind,
  language: Language,
  row: MemberRow,
  field: string,
  text: string,
): { readonly ok: true; readonly intent: Intent | null } | { readonly ok: false; readonly allowed: string } {
  const texts = sketchInspector[language];
  const type = fieldsOfKind(kind)[field];
  const set = (value: unknown) =>
    ({ ok: true, intent: value === row.member[field] ? null : memberChanged(row, { [field]: value }) }) as const;
  const typed = text.trim();
  if (field === 'id') {
    const isTaken = row.list.members.some(({ id }, place) => id === typed && place !== row.place);
    return typed === '' || isTaken ? { ok: false, allowed: texts.allowed.id } : set(typed);
  }
  if (typed === '') return set(undefined);
  if (controlOf(type) === 'flag') return set(typed === 'true');
  if (type.is === 'one-of') return set(typed);
  if (noneOf(type) && typed.toLowerCase() === texts.noneOf.toLowerCase()) return set(null);
  const said = typedValue(type, typed);
  return said.ok ? set(said.value) : { ok: false, allowed: allowedText(language, said.wanted, ownType(type)) };
}
