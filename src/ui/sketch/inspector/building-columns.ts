import { fieldsOfKind } from '../../../domain/land/fields/kinds.ts';
import { valueText } from '../../../domain/quantity/shown.ts';
import type { Intent } from '../../../desk/intent.ts';
import type { Language } from '../../../texts/index.ts';
import type { Labels } from '../../../texts/labels.ts';
import { sketchInspector } from '../../../texts/ui/sketch-inspector.ts';
import type { Column } from '../../parts/records/columns.ts';
import { allowedText } from '../../parts/records/field-words.ts';
import { heightsText, sumOf, typedHeights, type BuildingRow } from './rows.ts';
import { typedValue } from '../../parts/records/typed-value.ts';

const fields = fieldsOfKind('building');
const TENTH_OF_A_PERCENT = 0.001;
const m2 = (value: number | null): string => (value === null ? '—' : valueText(value, 'm2'));

/** Columns of the table of buildings; `existing` is made of cells of its own. */
export function buildingColumns(
  language: Language,
  labels: Labels,
  rows: readonly BuildingRow[],
): readonly Column<BuildingRow>[] {
  const { columns, units, inside } = sketchInspector[language];
  const useName = (use: string) => labels.values[`use.${use}`]?.[language] ?? use;
  const uses = fields.use.is === 'one-of' ? fields.use.values.map((value) => ({ value, name: useName(value) })) : [];
  const typed = (of: (row: BuildingRow) => string | number | undefined) => (row: BuildingRow) =>
    ({ kind: 'typed', text: String(of(row) ?? '') }) as const;
  const sum = (of: (row: BuildingRow) => number | null): string => m2(sumOf(rows, of));
  return [
    {
      id: 'name',
      name: columns.name,
      text: ({ name, insideShare }) => (insideShare > 1 - TENTH_OF_A_PERCENT ? name : inside(name, insideShare)),
      edit: typed(({ record }) => record.name),
    },
    {
      id: 'use',
      name: columns.use,
      text: ({ record }) => (record.use ? useName(record.use) : '—'),
      edit: ({ record }) => ({ kind: 'choice', value: record.use ?? '', choices: uses }),
    },
    {
      id: 'storeys',
      name: columns.storeys,
      isNumber: true,
      text: ({ storeys }) => (storeys === null ? '—' : String(storeys)),
      edit: typed(({ storeys }) => storeys ?? undefined),
    },
    {
      id: 'height',
      name: columns.height,
      unit: units.m,
      isNumber: true,
      text: ({ record }) => heightsText(record) || '—',
      edit: typed(({ record }) => heightsText(record)),
    },
    {
      id: 'below',
      name: columns.below,
      unit: units.m2,
      isNumber: true,
      isSpare: true,
      text: ({ record }) => m2(record.floorAreaBelowM2 ?? null),
      edit: typed(({ record }) => record.floorAreaBelowM2),
      sum: sum(({ record }) => record.floorAreaBelowM2 ?? 0),
    },
    {
      id: 'footprint',
      name: columns.footprint,
      unit: units.m2,
      isNumber: true,
      isSpare: true,
      text: ({ footprintM2 }) => m2(footprintM2),
      edit: typed(({ record }) => record.footprintM2),
      sum: sum(({ footprintM2 }) => footprintM2),
    },
    {
      id: 'floor',
      name: columns.floor,
      unit: units.m2,
      isNumber: true,
      text: ({ floorM2 }) => m2(floorM2),
      edit: typed(({ record }) => record.floorAreaM2),
      sum: sum(({ floorM2 }) => floorM2),
    },
    {
      id: 'counted',
      name: columns.counted,
      unit: units.m2,
      isNumber: true,
      text: ({ countedM2 }) => m2(countedM2),
      sum: sum(({ countedM2 }) => countedM2),
    },
    { id: 'existing', name: columns.existing, text: () => '' },
  ];
}

const fieldOf: Readonly<Record<string, string>> = {
  name: 'name',
  use: 'use',
  storeys: 'storeys',
  below: 'floorAreaBelowM2',
  footprint: 'footprintM2',
  floor: 'floorAreaM2',
};

/** What is typed into a cell, as an intent; null where it is as it was; or what the cell takes. */
export function buildingEdit(
  language: Language,
  row: BuildingRow,
  column: string,
  text: string,
): { readonly ok: true; readonly intent: Intent | null } | { readonly ok: false; readonly allowed: string } {
  const set = (given: Readonly<Record<string, unknown>>) =>
    ({ ok: true, intent: { do: 'fields', table: 'building', keys: [row.key], fields: given } }) as const;
  if (column === 'height') {
    if (text.trim() === '') return set({ storeyHeightM: null, storeyHeightsM: null });
    const heights = typedHeights(text);
    return heights ? set(heights) : { ok: false, allowed: sketchInspector[language].allowed.heights };
  }
  const field = fieldOf[column];
  // Empty takes a stated figure away: then outline and storeys tell it again.
  if (text.trim() === '') return column === 'storeys' ? { ok: true, intent: null } : set({ [field]: null });
  const said = typedValue(fields[field], text);
  if (!said.ok) return { ok: false, allowed: allowedText(language, said.wanted, fields[field]) };
  if (column === 'storeys' && row.storeys !== null && row.storeys > 0) {
    const by = (said.value as number) - row.storeys;
    return { ok: true, intent: by === 0 ? null : { do: 'storeys', buildings: [row.key], by } };
  }
  return set({ [field]: said.value });
}
