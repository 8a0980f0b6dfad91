import type { BuildingFacts, ParkFacts } from '../domain/land/facts.ts';
import type { FloorUnit } from '../domain/land/model.ts';
import type { SquareMetres } from '../domain/quantity/units.ts';
import { judge } from './conditions/judge.ts';
import { noFacts, parkRules } from './evaluate.ts';
import { valueOn } from './in-force.ts';
import { extremeOf } from './kinds/members.ts';
import { isSelected } from './measures/select.ts';
import { newScope } from './new-scope.ts';
import { partsIn } from './parts.ts';
import type { Extreme } from './shape/expression.ts';
import type { Pack } from './shape/pack.ts';
import type { EachPart } from './shape/part.ts';
import type { Rule } from './shape/rule.ts';
import type { About } from './shape/scope.ts';

/** 单元最小面积: what a rule asks of the area of one unit. */
export interface UnitBound {
  readonly rule: string;
  readonly op: '>=' | '>';
  readonly areaM2: SquareMetres;
}

/** Where a unit is; `facts`: of the park its building is of, null where that is of none. */
export interface UnitPlace extends Pick<About, 'pack' | 'context' | 'date'> {
  readonly facts: ParkFacts | null;
  readonly building: BuildingFacts;
}

/**
 * The rules of the pack that hold each unit's floor area against a least one, asked of one unit by their own `where`: the greatest area
 * that is asked, null where none is. `unit` says what its building says for it. Of what is not known whether it is meant, as of land in
 * no park, it is taken to be.
 */
export function unitBound({ facts, building, ...about }: UnitPlace, unit: FloorUnit): UnitBound | null {
  const scope = newScope({ ...about, facts: facts ?? noFacts(building.building.id), tracing: false });
  const item = { kind: 'unit', unit, name: unit.id, building } as const;
  const asked = unitRules(about.pack, about.date).flatMap(({ rule, part, from }): UnitBound[] => {
    if (facts && rule.applies && judge(rule.applies, scope).value === false) return [];
    if (isSelected(item, from.where, scope).value === false) return [];
    const areaM2 = valueOn(part.value, about.date);
    return areaM2 === undefined || !isLeast(part.op) ? [] : [{ rule: rule.id, op: part.op, areaM2 }];
  });
  return asked.reduce<UnitBound | null>((most, one) => (most && most.areaM2 >= one.areaM2 ? most : one), null);
}

interface UnitRule {
  readonly rule: Rule;
  readonly part: EachPart;
  readonly from: Extreme;
}

const AREA: keyof FloorUnit = 'floorAreaM2';
const isLeast = (op: EachPart['op']): op is UnitBound['op'] => op === '>=' || op === '>';

const unitRules = (pack: Pack, date: string): readonly UnitRule[] =>
  parkRules(pack, date).flatMap((rule) =>
    partsIn(rule.test).flatMap((part): UnitRule[] => {
      if (part.kind !== 'each' || part.unit !== 'm2' || !isLeast(part.op)) return [];
      const from = extremeOf(pack.measures[part.measure]);
      const isArea = from && typeof from.value !== 'string' && 'field' in from.value && from.value.field === AREA;
      return isArea && from.of === 'units' ? [{ rule, part, from }] : [];
    }),
  );
