import type { Building, FloorUnit } from '../../domain/land/model.ts';

/** What a unit is for: 未定, 出售, 自持, 配套自持 (ancillary rooms are held by the clause). */
export const MARKS = ['open', 'sale', 'held', 'ancillary'] as const;
export type Mark = (typeof MARKS)[number];

const ANCILLARY: ReadonlySet<FloorUnit['use']> = new Set(['admin', 'amenity', 'dormitory']);

/** A unit of a building; what it does not say of itself its building says. */
export function markOf(unit: FloorUnit, { use, held }: Pick<Building, 'use' | 'held'>): Mark {
  if (ANCILLARY.has(unit.use ?? use)) return 'ancillary';
  const isHeld = unit.held ?? held;
  return isHeld === undefined ? 'open' : isHeld ? 'held' : 'sale';
}

/** Fields that say so; a use that is not ancillary stays as it is. */
export function fieldsOf(mark: Mark, unit: FloorUnit, { use }: Pick<Building, 'use'>): Partial<FloorUnit> {
  if (mark === 'ancillary') return { held: true, use: ANCILLARY.has(unit.use) ? unit.use : 'amenity' };
  const held = mark === 'open' ? undefined : mark === 'held';
  if (!ANCILLARY.has(unit.use ?? use)) return { held };
  return { held, use: ANCILLARY.has(use) ? 'production' : undefined };
}

/** What a rule may tell units apart by before they are drawn: what a unit is used for and whether it is held, its building's where it does not say. */
export type UnitKind = Pick<FloorUnit, 'use' | 'held'>;

export const kindOfUnit = (unit: UnitKind, { use, held }: UnitKind): UnitKind => ({
  use: unit.use ?? use,
  held: unit.held ?? held,
});

/** By which kinds are told apart. */
export const kindName = ({ use = '', held = '' }: { readonly use?: string; readonly held?: boolean | '' }): string =>
  `${use} ${held}`;
