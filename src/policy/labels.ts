import { fieldsOfKind, type RecordKind } from '../domain/land/fields/kinds.ts';
import type { FieldType, FieldUnit } from '../domain/land/fields/type.ts';
import type { ParkStage } from '../domain/land/model.ts';
import type { FieldEntry, Pack } from './shape/pack.ts';
import type { Unit } from '../domain/quantity/units.ts';
import type { Label, Measure } from './shape/rule.ts';

/** A name, and how its value is written: a share in per cent, a field with its unit. */
export interface ShownLabel extends Label {
  readonly percent?: true;
  readonly ceiling?: true;
  readonly none?: Label;
  readonly unit?: Unit;
}

/** Names a reader sees, taken from the pack; plain data, so that they cross to the page. */
export interface PackLabels {
  readonly measures: Readonly<Record<string, ShownLabel>>;
  /** By `kind.field`, e.g. `parcel.floorAreaM2` (a name can mean different things on different records), and by name alone. */
  readonly fields: Readonly<Record<string, ShownLabel>>;
  /** From which stage of a park on a field can be known, by `kind.field`. */
  readonly knownFrom: Readonly<Record<string, ParkStage>>;
  /** Titles of the rules, by id. */
  readonly titles: Readonly<Record<string, Label>>;
  /** Titles of exceptions, by their id or the id of the rule that is the exception. */
  readonly exceptions: Readonly<Record<string, Label>>;
  /** Names of values by `field.value`, e.g. `origin.new`: of closed ones all, of open ones the common. */
  readonly values: Readonly<Record<string, Label>>;
}

const label = ({ zh, en }: Label): Label => ({ zh, en });
export const shownLabel = (named: Label & Pick<Measure, 'shown' | 'ceiling' | 'none'>): ShownLabel => ({
  ...label(named),
  ...(named.shown === 'percent' && { percent: true }),
  ...(named.ceiling && { ceiling: true }),
  ...(named.none && { none: label(named.none) }),
});

/** A field by the name the pack gives it, in the unit of the table of fields where the pack names that unit. */
function fieldLabel(kind: RecordKind, name: string, field: FieldEntry, units: Pack['units']): ShownLabel {
  const unit = unitOf(fieldsOfKind(kind)[name]);
  return {
    ...label(field),
    ...(unit === 'share' && { percent: true }),
    ...(isUnit(unit, units) && { unit }),
  };
}

const unitOf = (type: FieldType): FieldUnit | undefined => ('unit' in type ? type.unit : undefined);
const isUnit = (unit: string | undefined, units: Pack['units']): unit is Unit => unit !== undefined && unit in units;

export function labelsOf(
  pack: Pick<Pack, 'measures' | 'fields' | 'rules' | 'rule' | 'units' | 'knownFrom'>,
): PackLabels {
  const measures = Object.entries(pack.measures).map(([name, m]) => [name, shownLabel(m)] as const);
  const kinds = Object.entries(pack.fields) as [RecordKind, Pack['fields'][RecordKind]][];
  const all = kinds.flatMap(([kind, named]) => Object.entries(named).map(([name, field]) => ({ kind, name, field })));
  // A bare field name is that of the first kind that has it: park, parcel, building, then their parts.
  const bare = all.toReversed();
  const values = bare.flatMap(({ name, field }) =>
    Object.entries({ ...field.values, ...field.names }).map(
      ([value, named]) => [`${name}.${value}`, label(named)] as const,
    ),
  );
  const exceptions = pack.rules
    .flatMap((rule) => rule.exceptions ?? [])
    .map((e) =>
      'rule' in e ? ([e.rule, label(pack.rule(e.rule).title)] as const) : ([e.id, label(e.title)] as const),
    );
  return {
    measures: Object.fromEntries(measures),
    fields: Object.fromEntries([
      ...bare.map(({ kind, name, field }) => [name, fieldLabel(kind, name, field, pack.units)] as const),
      ...all.map(({ kind, name, field }) => [`${kind}.${name}`, fieldLabel(kind, name, field, pack.units)] as const),
    ]),
    knownFrom: Object.fromEntries(
      Object.entries(pack.knownFrom ?? {}).flatMap(([stage, of]) => of.map((field) => [field, stage as ParkStage])),
    ),
    titles: Object.fromEntries(pack.rules.map((rule) => [rule.id, label(rule.title)])),
    exceptions: Object.fromEntries(exceptions),
    values: Object.fromEntries(values),
  };
}
