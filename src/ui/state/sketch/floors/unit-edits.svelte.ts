import type { FloorPlansView } from '../../../../city/plates/floor-plans.ts';
import type { FloorNote } from '../../../../desk/intent.ts';
import type { Floor, KeptNumbers } from '../../../../desk/plates/floor.ts';
import { fieldsOf, type Mark } from '../../../../desk/plates/marks.ts';
import type { UnitSet } from '../../../../desk/plates/steps.ts';
import { unitsMerged, unitSplit, wallMoved, type FloorFault, type Wall } from '../../../../desk/plates/walls.ts';
import type { FloorUnit } from '../../../../domain/land/model.ts';

/** The storey whose walls and units are changed. */
interface EditedStorey {
  readonly view: FloorPlansView | null;
  readonly floor: Floor | null;
  readonly storey: number;
  readonly storeys: readonly number[];
  readonly kept: KeptNumbers | undefined;
  unit(number: string): FloorUnit | null;
  try(floor: Floor | null, note: FloorNote): void;
  do(floor: Floor, note: FloorNote, set?: UnitSet, storeys?: readonly number[]): Promise<boolean>;
}

/** Walls moved, units merged, split, marked and filled in: each one step, a wall judged while it is held. */
export class UnitEdits {
  /** Why a wall was not moved, or units not merged. */
  fault = $state<FloorFault | null>(null);
  /** The plan as it would be while a wall is held. */
  #held = $state.raw<Floor | null>(null);
  readonly #of: EditedStorey;

  constructor(of: EditedStorey) {
    this.#of = of;
  }

  get held(): Floor | null {
    return this.#held;
  }

  /** A wall held over another line: shown and judged, not done. */
  hold(wall: Wall, line: number): void {
    const { floor } = this.#of;
    if (!floor) return;
    const moved = wallMoved(floor, wall, line);
    if (!moved.ok) return void (this.fault = moved.fault);
    if (this.#held === null && line === wall.line) return;
    this.fault = null;
    this.#held = moved.floor;
    this.#of.try(moved.floor, 'wall-moved');
  }

  /** As it was before it was held. */
  letGo(): void {
    if (this.#held === null) return;
    this.#held = null;
    this.#of.try(null, 'wall-moved');
  }

  /** The wall stands where it is held. */
  async setDown(): Promise<void> {
    const held = this.#held;
    if (held) await this.#of.do(held, 'wall-moved');
  }

  async move(wall: Wall, line: number): Promise<void> {
    this.hold(wall, line);
    await this.setDown();
  }

  async merge(first: number, second: number): Promise<void> {
    const { floor } = this.#of;
    if (floor) await this.#edited(unitsMerged(floor, first, second), 'units-merged');
  }

  async split(part: number): Promise<void> {
    const { floor, kept } = this.#of;
    if (floor) await this.#edited(unitSplit(floor, part, kept), 'unit-split');
  }

  async #edited(edited: ReturnType<typeof unitSplit>, note: FloorNote): Promise<void> {
    this.fault = edited.ok ? null : edited.fault;
    if (edited.ok) await this.#of.do(edited.floor, note);
  }

  async mark(number: string, mark: Mark): Promise<void> {
    const { view, storeys } = this.#of;
    const unit = this.#of.unit(number);
    if (view && unit) await this.#fill(number, fieldsOf(mark, unit, view.building), 'units-marked', storeys);
  }

  /** A field of the one unit that is typed in place. */
  fill(number: string, fields: Partial<FloorUnit>): Promise<void> {
    return this.#fill(number, fields, 'unit-filled', [this.#of.storey]);
  }

  async #fill(number: string, fields: Partial<FloorUnit>, note: FloorNote, storeys: readonly number[]): Promise<void> {
    const { floor } = this.#of;
    const part = floor?.parts.findIndex((own) => own.number === number) ?? -1;
    if (floor && part >= 0) await this.#of.do(floor, note, { part, fields }, storeys);
  }
}
