import type { FloorPlansView } from '../../../../city/plates/floor-plans.ts';
import type { Client } from '../../../../client/client.ts';
import type { FloorNote } from '../../../../desk/intent.ts';
import { floorOf, numbered, type Floor } from '../../../../desk/plates/floor.ts';
import { fieldsOf, type Mark } from '../../../../desk/plates/marks.ts';
import { divisionOf, storeysAlike, unitsOn, type UnitSet } from '../../../../desk/plates/steps.ts';
import {
  unitsMerged,
  unitSplit,
  wallMoved,
  wallsOfFloor,
  type FloorFault,
  type Wall,
} from '../../../../desk/plates/walls.ts';
import { USUAL_FLOOR_WISHES, type FloorWishes, type PlateProposal } from '../../../../desk/plates/wishes.ts';
import type { Key } from '../../../../domain/land/change.ts';
import type { FloorUnit } from '../../../../domain/land/model.ts';
import type { Refusal } from '../../../../domain/outcome.ts';
import { isAbort } from '../../project.svelte.ts';
import type { SketchDesk } from '../sketch-desk.svelte.ts';
import type { SketchPage } from '../workbench.ts';
import { LandShown } from '../land-shown.ts';

/** What the panel asks of the page. */
export interface FloorsPage extends SketchPage {
  readonly sketch: SketchDesk;
  readonly laying: { close(): void };
  readonly scenarios: { close(): void };
}

/** Who types changes a wish several times a second. */
const REST_MS = 120;

/** 楼层平面: a storey of a building, how it could be divided, and its walls moved one step each. */
export class Floors {
  isOpen = $state(false);
  /** Counts how often it was asked to be seen. */
  shown = $state(0);
  building = $state<Key | null>(null);
  storey = $state(1);
  /** What is done goes to all storeys that are alike. */
  alike = $state(true);
  wishes = $state.raw<FloorWishes>(USUAL_FLOOR_WISHES);
  /** Ways to divide it are shown though it is divided. */
  anew = $state(false);
  unplaced = $state(true);
  evenSold = $state(false);
  view = $state.raw<FloorPlansView | null>(null);
  refusal = $state.raw<Refusal | null>(null);
  /** Why a wall was not moved, or units not merged. */
  fault = $state<FloorFault | null>(null);
  /** The way that is looked at. */
  picked = $state.raw<PlateProposal | null>(null);
  /** The number of the unit that is read or changed. */
  chosen = $state<string | null>(null);
  /** The plan as it would be while a wall is held. */
  #held = $state.raw<Floor | null>(null);
  readonly floor: Floor | null = $derived.by(
    () => this.view && floorOf(this.view.building, this.storey, this.view.ring, this.wishes.bayM),
  );
  readonly drawn: Floor | null = $derived.by(
    () => this.#held ?? (this.picked ? numbered(this.picked.plan) : this.floor),
  );
  readonly walls: readonly Wall[] = $derived.by(() => (this.floor && !this.picked ? wallsOfFloor(this.floor) : []));
  /** Storeys that are changed with the one that is seen. */
  readonly storeys: readonly number[] = $derived.by(() =>
    this.view && this.alike ? storeysAlike(this.view.building, this.storey, this.view.storeys) : [this.storey],
  );
  readonly #page: FloorsPage;
  readonly #calls: Pick<Client, 'floorPlans'>;
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #land: LandShown;

  constructor(page: FloorsPage, client: Client) {
    this.#page = page;
    this.#land = new LandShown(page);
    this.#calls = client;
  }

  /** The building that is selected; null where none is, or several are. */
  get offered(): Key | null {
    const buildings = this.#page.sketch.selected.filter(({ table }) => table === 'building');
    return buildings.length === 1 ? buildings[0].key : null;
  }

  /** The unit's record on the storey that is seen. */
  unit(number: string): FloorUnit | null {
    const at =
      this.view && unitsOn(this.view.building, this.storey).find(({ id }) => id === `${this.storey}-${number}`);
    return at ?? null;
  }

  open(): void {
    const building = this.offered;
    if (building === null) return;
    this.#page.laying.close();
    this.#page.scenarios.close();
    if (building !== this.building) {
      this.storey = 1;
      this.view = null;
    }
    this.building = building;
    this.#land.take();
    this.isOpen = true;
    this.shown++;
    this.#forget();
    this.#soon(0);
  }

  close(): void {
    this.#turn++;
    clearTimeout(this.#timer);
    this.isOpen = false;
    this.#forget();
  }

  #forget(): void {
    this.anew = this.evenSold = false;
    this.chosen = this.fault = this.refusal = null;
    this.look(null);
    this.letGo();
  }

  goTo(storey: number): void {
    this.storey = storey;
    this.#forget();
    this.#soon(0);
  }

  wish(wishes: Partial<FloorWishes>): void {
    this.wishes = { ...this.wishes, ...wishes };
    this.#soon(REST_MS);
  }

  /** Another division is looked for, or not any more. */
  divideAnew(isAsked: boolean): void {
    this.anew = isAsked;
    if (isAsked) this.#soon(0);
    else this.look(null);
  }

  /** A way is looked at as if it were taken. */
  look(proposal: PlateProposal | null): void {
    if (!proposal && !this.picked) return;
    this.picked = proposal;
    this.chosen = null;
    this.#try(proposal ? numbered(proposal.plan) : null, 'storeys-divided');
  }

  /** 采用: one step. */
  async take(proposal: PlateProposal): Promise<void> {
    // What is taken is looked at no more, or the answer that follows would have it tried again.
    this.picked = null;
    if (await this.#do(numbered(proposal.plan), 'storeys-divided')) this.anew = this.evenSold = false;
    else this.look(proposal);
  }

  /** A wall held over another line: shown and judged, not done. */
  hold(wall: Wall, line: number): void {
    if (!this.floor) return;
    const moved = wallMoved(this.floor, wall, line);
    if (!moved.ok) return void (this.fault = moved.fault);
    if (this.#held === null && line === wall.line) return;
    this.fault = null;
    this.#held = moved.floor;
    this.#try(moved.floor, 'wall-moved');
  }

  /** As it was before it was held. */
  letGo(): void {
    if (this.#held === null) return;
    this.#held = null;
    this.#try(null, 'wall-moved');
  }

  /** The wall stands where it is held. */
  async setDown(): Promise<void> {
    const held = this.#held;
    if (held) await this.#do(held, 'wall-moved');
  }

  async move(wall: Wall, line: number): Promise<void> {
    this.hold(wall, line);
    await this.setDown();
  }

  async merge(first: number, second: number): Promise<void> {
    const merged = this.floor && unitsMerged(this.floor, first, second);
    if (merged) await this.#edited(merged, 'units-merged');
  }

  async split(part: number): Promise<void> {
    const split = this.floor && unitSplit(this.floor, part);
    if (split) await this.#edited(split, 'unit-split');
  }

  async #edited(edited: ReturnType<typeof unitSplit>, note: FloorNote): Promise<void> {
    this.fault = edited.ok ? null : edited.fault;
    if (edited.ok) await this.#do(edited.floor, note);
  }

  async mark(number: string, mark: Mark): Promise<void> {
    const unit = this.unit(number);
    if (this.view && unit)
      await this.#fill(number, fieldsOf(mark, unit, this.view.building), 'units-marked', this.storeys);
  }

  /** A field of the one unit that is typed in place. */
  fill(number: string, fields: Partial<FloorUnit>): Promise<void> {
    return this.#fill(number, fields, 'unit-filled', [this.storey]);
  }

  async #fill(number: string, fields: Partial<FloorUnit>, note: FloorNote, storeys: readonly number[]): Promise<void> {
    const part = this.floor?.parts.findIndex((own) => own.number === number) ?? -1;
    if (this.floor && part >= 0) await this.#do(this.floor, note, { part, fields }, storeys);
  }

  #intent(floor: Floor, note: FloorNote, set?: UnitSet, storeys = this.storeys) {
    return divisionOf(this.building!, storeys, floor, note, {
      set,
      ...(note === 'storeys-divided' && this.unplaced && { unplaced: true }),
      ...(this.evenSold && { evenSold: true }),
    });
  }

  #try(floor: Floor | null, note: FloorNote): void {
    this.#page.sketch.try(floor && this.building !== null ? this.#intent(floor, note) : null);
  }

  async #do(floor: Floor, note: FloorNote, set?: UnitSet, storeys?: readonly number[]): Promise<boolean> {
    if (this.building === null) return false;
    this.refusal = null;
    const done = await this.#page.sketch.do(this.#intent(floor, note, set, storeys));
    if (done.ok) await this.#ask(++this.#turn);
    else this.refusal = done.refusal.code === 'nothing-to-do' ? null : done.refusal;
    this.letGo();
    return done.ok;
  }

  /** Once the panel is open, whenever the land is another; of another project it is shut. */
  follow(): void {
    const other = this.isOpen ? this.#land.differs() : null;
    if (!other) return;
    this.#land.take();
    if (other === 'project') this.close();
    else this.#soon(0);
  }

  #soon(ms: number): void {
    const turn = ++this.#turn;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(turn), ms);
  }

  async #ask(turn: number): Promise<void> {
    if (this.building === null) return;
    const asked = { building: this.building, storey: this.storey };
    const hasPlan = this.view && this.view.storeys >= this.storey && this.floor && !this.anew;
    const answer = await this.#calls
      .floorPlans({ ...asked, wishes: hasPlan ? null : this.wishes })
      .catch((error: unknown) => (isAbort(error) ? undefined : null));
    if (turn !== this.#turn || answer === undefined) return;
    if (answer?.ok) {
      this.view = answer.value;
      this.#holdPark();
      // The plan is gone by now: ways to divide it are asked for.
      if (hasPlan && !this.floor) this.#soon(0);
    } else {
      this.view = null;
      this.refusal = answer?.refusal ?? { code: 'no-answer', params: {} };
    }
    this.#lookAgain();
  }

  /** The way that was looked at, on the plate as it is by now. */
  #lookAgain(): void {
    const { picked } = this;
    if (!picked) return;
    const choice = JSON.stringify(picked.choice);
    this.look(this.view?.proposals.find((own) => JSON.stringify(own.choice) === choice) ?? null);
  }

  /** The park it is of is judged with it. */
  #holdPark(): void {
    const { parkId } = this.view ?? {};
    if (this.#page.park === null && parkId !== undefined) this.#page.selectPark(parkId, false);
  }
}
