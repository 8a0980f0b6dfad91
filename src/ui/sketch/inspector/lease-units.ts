import type { BuildingFacts } from '../../../domain/land/facts.ts';
import { letUnit, unitsOf, type LetUnit, type OwnUnit } from '../../../domain/land/let-units.ts';
import type { Lease } from '../../../domain/land/model.ts';
import { valueText } from '../../../domain/quantity/shown.ts';
import type { Intent } from '../../../desk/intent.ts';
import type { Language } from '../../../texts/index.ts';
import type { Labels } from '../../../texts/labels.ts';
import { sketchInspector } from '../../../texts/ui/sketch-inspector.ts';
import type { Column } from '../../parts/records/columns.ts';
import { memberChanged, type MemberRow } from './member-rows.ts';

/** The column in which a lease names the unit it lets, and with it the building. */
export const UNIT_COLUMN = 'unitId';
const AREA_COLUMN = 'floorAreaM2';

type Built = readonly Pick<BuildingFacts, 'building'>[];
const leaseOf = ({ member }: MemberRow) => member as Lease;

/** Columns of leases, the two that name a building and its unit made one: a list of the units of the park. */
export function withLetUnits(
  columns: readonly Column<MemberRow>[],
  language: Language,
  labels: Labels,
  built: Built,
): readonly Column<MemberRow>[] {
  const words = sketchInspector[language].members.lease;
  const units = unitsOf(built).map((own) => ({ value: valueOf(own), name: inList(own, language) }));
  const nameOf = (id: string) => built.find(({ building }) => building.id === id)?.building.name ?? id;
  const goneText = ({ buildings }: LetUnit & { readonly is: 'gone' }) =>
    buildings > 1 ? words.several(buildings) : words.gone;
  const unit = (column: Column<MemberRow>): Column<MemberRow> => ({
    ...column,
    text: (row) => unitText(leaseOf(row), letUnit(leaseOf(row), built), nameOf),
    amiss: (row) => {
      const own = letUnit(leaseOf(row), built);
      return own.is === 'gone' ? goneText(own) : null;
    },
    edit: (row) => {
      const lease = leaseOf(row);
      const own = letUnit(lease, built);
      const isNone = own.is === 'unnamed' && lease.buildingId === undefined;
      const value = isNone ? '' : own.is === 'unit' ? valueOf(own) : LEFT;
      // What is there no more stays chosen until another is, and so does a building without one of its units.
      const name = [unitText(lease, own, nameOf), own.is === 'gone' ? goneText(own) : words.noUnit].join(' ');
      const left = value === LEFT ? [{ value: LEFT, name }] : [];
      return { kind: 'choice', value, choices: [{ value: '', name: '—' }, ...left, ...units] };
    },
  });
  const area = (column: Column<MemberRow>): Column<MemberRow> => ({
    ...column,
    amiss: (row) => {
      const own = letUnit(leaseOf(row), built);
      return own.is === 'unit' && own.excessM2 !== null ? words.excess(valueText(own.excessM2, 'm2')) : null;
    },
  });
  return columns
    .filter(({ id }) => id !== 'buildingId')
    .map((own) => (own.id === UNIT_COLUMN ? unit(own) : own.id === AREA_COLUMN ? area(own) : own));

  function inList({ building, unit: { id, storey, floorAreaM2, use } }: OwnUnit, of: Language): string {
    const useName = use && (labels.values[`use.${use}`]?.[of] ?? use);
    const more = [
      storey === undefined ? null : words.storey(storey),
      floorAreaM2 === undefined ? null : `${valueText(floorAreaM2, 'm2')} m²`,
      useName,
    ].filter((own) => own);
    return [`${building.name ?? building.id} ${id}`, ...more].join(' · ');
  }
}

/** What a lease names that is there no more. */
const LEFT = 'left';
const valueOf = ({ building, unit }: OwnUnit): string => JSON.stringify([building.id, unit.id]);

/** By the name of its building where there is one. */
function unitText({ buildingId, unitId }: Lease, own: LetUnit, nameOf: (buildingId: string) => string): string {
  const named = buildingId === undefined ? undefined : nameOf(buildingId);
  if (own.is === 'unnamed') return named ?? '—';
  const building = own.building?.name ?? own.building?.id ?? named;
  return building === undefined ? unitId! : `${building} ${unitId!}`;
}

/** What is chosen in the column of units, as an intent; null where it is as it was. */
export function leaseUnitEdit(row: MemberRow, chosen: string): { readonly ok: true; readonly intent: Intent | null } {
  if (chosen === LEFT) return { ok: true, intent: null };
  const [buildingId, unitId] = chosen === '' ? [] : (JSON.parse(chosen) as [string, string]);
  const { member } = row;
  const isSame = member.buildingId === buildingId && member.unitId === unitId;
  return { ok: true, intent: isSame ? null : memberChanged(row, { buildingId, unitId }) };
}
