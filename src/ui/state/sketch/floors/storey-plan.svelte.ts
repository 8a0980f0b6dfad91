import type { FloorPlansView } from '../../../../city/plates/floor-plans.ts';
import type { Client } from '../../../../client/client.ts';
import type { FloorNote } from '../../../../desk/intent.ts';
import { floorOf, unitCalled, unitId, type Floor, type KeptNumbers } from '../../../../desk/plates/floor.ts';
import { keptNumbers, numbered } from '../../../../desk/plates/numbers.ts';
import { divisionOf, storeysAlike, type UnitSet } from '../../../../desk/plates/steps.ts';
import { wallsOfFloor, type Wall } from '../../../../desk/plates/walls.ts';
import { USUAL_FLOOR_WISHES, type FloorWishes, type PlateProposal } from '../../../../desk/plates/wishes.ts';
import type { Key } from '../../../../domain/land/change.ts';
import type { FloorUnit } from '../../../../domain/land/model.ts';
import type { Refusal } from '../../../../domain/outcome.ts';
import { isAbort } from '../../project.svelte.ts';
import { LandShown } from '../land-shown.ts';
import type { FloorsPage } from './floors-page.ts';
import { UnitEdits } from './unit-edits.svelte.ts';

/** Who types changes a wish several times a second. */
const REST_MS = 120;

/** A storey of a building, and how it could be divided; its walls and units are changed by `edits`. */
export class StoreyPlan {
  building = $state<Key | null>(null);
  storey = $state(1);
  /** What is done goes to all storeys that are alike; `together` says so. */
  alike = $state(true);
  wishes = $state.raw<FloorWishes>(USUAL_FLOOR_WISHES);
  /** Ways to divide it are shown though it is divided. */
  anew = $state(false);
  unplaced = $state(true);
  evenSold = $state(false);
  view = $state.raw<FloorPlansView | null>(null);
  refusal = $state.raw<Refusal | null>(null);
  /** The way that is looked at. */
  picked = $state.raw<PlateProposal | null>(null);
  /** The number of the unit that is read or changed. */
  chosen = $state<string | null>(null);
  readonly floor: Floor | null = $derived.by(
    () => this.view && floorOf(this.view.building, this.storey, this.view.ring, this.wishes.bayM),
  );
  readonly edits = new UnitEdits(this);
  readonly drawn: Floor | null = $derived.by(
    () => this.edits.held ?? (this.picked ? numbered(this.picked.plan, this.kept) : this.floor),
  );
  readonly walls: readonly Wall[] = $derived.by(() => (this.floor && !this.picked ? wallsOfFloor(this.floor) : []));
  /** Storeys that are changed with the one that is seen. */
  readonly storeys: readonly number[] = $derived.by(() =>
    this.view && this.alike ? storeysAlike(this.view.building, this.storey, this.view.storeys) : [this.storey],
  );
  /** Numbers that other units do not get: leases and sales name units by them. */
  readonly kept: KeptNumbers | undefined = $derived.by(() =>
    this.view ? keptNumbers(this.view.building, this.storeys, this.view.leased) : undefined,
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

  /** The unit's record on the storey that is seen. */
  unit(number: string): FloorUnit | null {
    const at = this.view && unitCalled(this.view.building, this.storey, number);
    return at?.storey === this.storey ? at : null;
  }

  /** What the unit of a number is called, or would be. */
  idOf(number: string): string {
    return this.unit(number)?.id ?? unitId(this.storey, number);
  }

  show(building: Key): void {
    // In another project the same key is another building.
    if (building !== this.building || this.#land.differs() === 'project') {
      this.storey = 1;
      this.view = null;
    }
    this.building = building;
    this.#land.take();
    this.#forget();
    this.#soon(0);
  }

  /** It is seen no more. */
  rest(): void {
    this.#turn++;
    clearTimeout(this.#timer);
    this.#forget();
  }

  #forget(): void {
    this.anew = this.evenSold = false;
    this.chosen = this.edits.fault = this.refusal = null;
    this.look(null);
    this.edits.letGo();
  }

  goTo(storey: number): void {
    this.storey = storey;
    this.#forget();
    this.#soon(0);
  }

  /** Storeys that are alike are changed with it, or not any more: ways are others then. */
  together(alike: boolean): void {
    this.alike = alike;
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
    this.try(proposal ? numbered(proposal.plan, this.kept) : null, 'storeys-divided');
  }

  /** 采用: one step. */
  async take(proposal: PlateProposal): Promise<void> {
    // What is taken is looked at no more, or the answer that follows would have it tried again.
    this.picked = null;
    if (await this.do(numbered(proposal.plan, this.kept), 'storeys-divided')) this.anew = this.evenSold = false;
    else this.look(proposal);
  }

  #intent(floor: Floor, note: FloorNote, set?: UnitSet, storeys = this.storeys) {
    return divisionOf(this.building!, storeys, floor, note, {
      set,
      ...(note === 'storeys-divided' && this.unplaced && { unplaced: true }),
      ...(this.evenSold && { evenSold: true }),
    });
  }

  /** Judged with the park as if it were so; null: as it is. */
  try(floor: Floor | null, note: FloorNote): void {
    this.#page.sketch.try(floor && this.building !== null ? this.#intent(floor, note) : null);
  }

  async do(floor: Floor, note: FloorNote, set?: UnitSet, storeys?: readonly number[]): Promise<boolean> {
    if (this.building === null) return false;
    this.refusal = null;
    const done = await this.#page.sketch.do(this.#intent(floor, note, set, storeys));
    if (done.ok) await this.#ask(++this.#turn);
    else if (done.refusal.code !== 'nothing-to-do') {
      this.refusal = done.refusal;
      // The panel says it: over the map it would stand a second time.
      this.#page.sketch.say(null);
    }
    this.edits.letGo();
    return done.ok;
  }

  /** Whenever the land is another; of another project there is nothing to be shown. */
  follow(): 'gone' | null {
    const other = this.#land.differs();
    if (!other) return null;
    this.#land.take();
    if (other === 'project') return 'gone';
    this.#soon(0);
    return null;
  }

  #soon(ms: number): void {
    const turn = ++this.#turn;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(turn), ms);
  }

  async #ask(turn: number): Promise<void> {
    if (this.building === null) return;
    const asked = { building: this.building, storey: this.storey, alike: this.alike };
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
