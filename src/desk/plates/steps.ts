import type { Key } from '../../domain/land/change.ts';
import type { Building, FloorUnit } from '../../domain/land/model.ts';
import type { FloorNote, IntentOf } from '../intent.ts';
import { numberIn, writtenPart, type Floor } from './floor.ts';

/** Fields of one unit, by the number of its part, given values. */
export interface UnitSet {
  readonly part: number;
  readonly fields: Partial<FloorUnit>;
}

/** A floor as it is to stand in the records of these storeys. */
export function divisionOf(
  building: Key,
  storeys: readonly number[],
  floor: Floor,
  note: FloorNote,
  { set, ...more }: Pick<IntentOf<'divide-storeys'>, 'unplaced' | 'evenSold'> & { readonly set?: UnitSet } = {},
): IntentOf<'divide-storeys'> {
  const parts = floor.parts.map(({ kind, number }, part) => ({
    kind,
    number,
    ...writtenPart(floor, part),
    ...(set?.part === part && { fields: set.fields }),
  }));
  return { do: 'divide-storeys', building, storeys, parts, note, ...more };
}

/** Storeys that are divided as one is, itself among them; of one that is not divided all that are not. */
export function storeysAlike(building: Building, storey: number, storeys: number): readonly number[] {
  const own = planText(building, storey);
  return Array.from({ length: storeys }, (_, i) => i + 1).filter((other) => planText(building, other) === own);
}

const planText = ({ units = [], commonParts = [] }: Building, storey: number): string =>
  JSON.stringify([
    units.filter((unit) => unit.storey === storey).map((unit) => [numberIn(unit), unit.outlineM]),
    commonParts.filter((part) => part.storey === storey).map(({ kind, outlineM }) => [kind, outlineM]),
  ]);

/** Units of a building on one storey. */
export const unitsOn = ({ units = [] }: Building, storey: number): readonly FloorUnit[] =>
  units.filter((unit) => unit.storey === storey);
