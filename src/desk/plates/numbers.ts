import type { Building, FloorUnit } from '../../domain/land/model.ts';
import type { PlatePlan } from '../../layout/plate/plan.ts';
import { isSameOutline, numberIn, numberOf, unitId, writtenPart, type Floor, type KeptNumbers } from './floor.ts';

/** Who has it, or what becomes of it, is on record by its number. */
const isBound = ({ held, soldOn, usedBy }: FloorUnit): boolean =>
  held === true || soldOn !== undefined || usedBy !== undefined;

/**
 * Numbers that no other unit may get where these storeys are divided anew: of units that are held, sold, in use or named by a
 * lease (`leased`: their ids), there or gone by now. A unit that was never drawn gets its place by its number.
 */
export function keptNumbers(
  { units = [] }: Building,
  storeys: readonly number[],
  leased: readonly string[],
): KeptNumbers {
  const named = new Set(leased);
  const kept = new Map<string, FloorUnit['outlineM'][]>();
  const keep = (number: string, outlineM?: FloorUnit['outlineM']) =>
    kept.set(number, [...(kept.get(number) ?? []), outlineM]);
  for (const storey of storeys) {
    const own = units.filter((unit) => unit.storey === storey && unit.outlineM);
    if (own.length === 0) continue;
    for (const unit of own) if (isBound(unit) || named.has(unit.id)) keep(numberIn(unit), unit.outlineM);
    const there = new Set(units.map(({ id }) => id));
    for (const id of named) if (!there.has(id) && id.startsWith(unitId(storey, ''))) keep(numberIn({ id, storey }));
  }
  return kept;
}

/** A plan whose units are numbered in their order; a number that is kept is that of the unit that stands where it stood, or of none. */
export function numbered(plan: PlatePlan, kept: KeptNumbers = new Map()): Floor {
  let n = 0;
  const next = (): string => {
    do n++;
    while (kept.has(numberOf(n)));
    return numberOf(n);
  };
  const ownOf = (part: number): string | undefined =>
    kept.size === 0 ? undefined : keptBy(writtenPart(plan, part).outlineM, kept);
  return {
    ...plan,
    parts: plan.parts.map((part, i) => ({ ...part, number: part.kind === 'unit' ? (ownOf(i) ?? next()) : '' })),
  };
}

const keptBy = (outlineM: FloorUnit['outlineM'], kept: KeptNumbers): string | undefined =>
  [...kept].find(([, outlines]) => outlines.every((own) => isSameOutline(own, outlineM)))?.[0];
