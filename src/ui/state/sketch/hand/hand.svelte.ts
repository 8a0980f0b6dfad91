import type {
  Boundary,
  Ghost,
  GhostLine,
  Pointer,
  Scene,
  ToolEvent,
  ToolResult,
  TypedField,
} from '../../../../desk/tools/index.ts';
import type { ToolId } from '../tool-ids.ts';
import { nothing, type Machine } from './machine.ts';
import { SPECS, type Given, type ToolSpec } from './specs.ts';

/** What a tool in hand asks of the bench. */
export interface Bench {
  readonly scene: Scene | null;
  readonly given: Omit<Given, 'of'>;
  /** Drawn whatever the tool draws: guides, and neighbours that are asked about. */
  readonly beside: readonly GhostLine[];
  under(pointer: Pointer, spec: ToolSpec): Boundary | null;
  /** A record was chosen for it by a click. */
  chosen(of: Boundary): void;
  /** False where it is not taken. `giveBack`: what was drawn comes back into hand, where it is not done. */
  result(result: ToolResult, giveBack: () => void): boolean;
  /** It draws something else, or something was set; the machine's own faults are in the ghost. */
  stepped(event: ToolEvent, hand: Hand): void;
}

type Drawer = Exclude<ToolId, 'select'>;

/** A tool in hand: its machine, what it draws, and what is typed for it. Until the record is chosen it is begun with, it looks for one. */
export class Hand {
  readonly id: Drawer;
  readonly spec: ToolSpec;
  of = $state.raw<readonly Boundary[]>([]);
  ghost = $state.raw<Ghost>(nothing);
  points = $state(0);
  /** What stands in the fields, as it was typed. */
  entries = $state<Partial<Record<TypedField, string>>>({});
  /** What lies under the pointer while one is looked for. */
  hover = $state.raw<Boundary | null>(null);
  #machine = $state.raw<Machine | null>(null);
  #undone: (() => void)[] = [];
  /** As it was before something was held. */
  #rest: (() => void) | null = null;
  /** Counts how often it was begun anew, or what was drawn came back: what was drawn before that is past. */
  turn = $state(0);
  readonly #bench: Bench;

  constructor(id: Drawer, of: readonly Boundary[], bench: Bench) {
    this.id = id;
    this.spec = SPECS[id];
    this.#bench = bench;
    this.begin(of);
  }

  get isLooking(): boolean {
    return this.#machine === null;
  }

  get fields(): readonly TypedField[] {
    // Of a record's points nothing is typed before one is chosen.
    const isChosen =
      this.id !== 'reshape' || this.ghost.points.some(({ role }) => role === 'chosen' || role === 'hand');
    return this.isLooking || !isChosen ? [] : this.spec.fields(this.points);
  }

  /** Whether something is in hand that Escape would drop. */
  get isBusy(): boolean {
    return this.points > 0 || (this.#machine?.isHolding ?? false) || (this.#machine?.typed.length ?? 0) > 0;
  }

  /** Anew, with these records. */
  begin(of: readonly Boundary[]): void {
    const { spec } = this;
    this.of = of;
    const isGiven = spec.needs === null || spec.many || of.length > 0;
    this.#machine = isGiven ? spec.begin({ ...this.#bench.given, of }) : null;
    this.hover = null;
    this.#undone = [];
    this.#rest = null;
    this.turn++;
    this.#show();
  }

  readonly send = (event: ToolEvent): void => {
    const { scene } = this.#bench;
    if (!scene) return;
    if (!this.#machine || this.spec.many) this.#look(event);
    else {
      const keep = this.points;
      if (isBack(event) && keep > 0) this.#undone.push(this.#machine.kept());
      const before = this.#before();
      const result = this.#machine.step(event, scene);
      if (event.type === 'click' || this.#machine.points > keep) this.#undone = [];
      if (event.type === 'typed') this.entries = { ...this.entries, [event.field]: event.text };
      this.#show();
      if (result && !this.#bench.result(result, () => this.#giveBack(before))) this.#restore(before);
    }
    this.#bench.stepped(event, this);
  };

  /** The last point taken back; false where there is none. */
  back(): boolean {
    if (!this.#machine || this.points === 0) return false;
    this.send({ type: 'command', command: 'back' });
    return true;
  }

  /** And set again. */
  forth(): boolean {
    const again = this.#undone.pop();
    if (!again) return false;
    again();
    this.#show();
    return true;
  }

  /** The hand before a step: with nothing held, for no button is down any more where it comes back. */
  #before(): Before {
    const machine = this.#machine!;
    if (!machine.isHolding || !this.#rest) this.#rest = machine.kept();
    return { turn: this.turn, entries: this.entries, back: this.#rest };
  }

  /** What was drawn is not done: it is in hand again, unless the next is drawn by now; that stands on what is there. */
  #giveBack(before: Before): void {
    if (before.turn !== this.turn) return;
    const isDrawing = this.points > 0 || (this.#machine?.isHolding ?? false);
    const [of] = this.of;
    if (isDrawing && of && !this.#machine?.onto?.(of)) return this.begin(this.of);
    this.turn++;
    if (isDrawing) this.#show();
    else this.#restore(before);
  }

  #restore({ back, entries }: Before): void {
    back();
    this.entries = entries;
    this.#show();
  }

  get canForth(): boolean {
    return this.#undone.length > 0;
  }

  /** Drawn anew: what lies around is another. */
  redraw(): void {
    this.#show();
  }

  #look(event: ToolEvent): void {
    if (!('pointer' in event)) return;
    const found = this.#bench.under(event.pointer, this.spec);
    this.hover = found;
    this.#show();
    if (event.type === 'click' && found) this.#bench.chosen(found);
  }

  #show(): void {
    const { scene } = this.#bench;
    const ghost = scene ? withHover(this.#machine?.ghost(scene) ?? nothing, this.hover) : nothing;
    const { beside } = this.#bench;
    this.ghost = beside.length > 0 ? { ...ghost, lines: [...beside, ...ghost.lines] } : ghost;
    this.points = this.#machine?.points ?? 0;
    const { faults } = this.ghost;
    const said: readonly (string | undefined)[] = [...(this.#machine?.typed ?? []), ...faults].map(
      ({ field }) => field,
    );
    const kept = Object.entries(this.entries).filter(([field, text]) => said.includes(field) && text !== '');
    if (kept.length !== Object.keys(this.entries).length) this.entries = Object.fromEntries(kept);
  }
}

interface Before {
  readonly turn: number;
  readonly entries: Partial<Record<TypedField, string>>;
  back(): void;
}

const isBack = (event: ToolEvent): boolean => event.type === 'command' && event.command === 'back';

/** The record that a click would choose, by its outline. */
function withHover(ghost: Ghost, hover: Boundary | null): Ghost {
  if (!hover) return ghost;
  const lines = hover.shape.flat().map((ring) => ({ points: [...ring, ...ring.slice(0, 1)], role: 'hand' as const }));
  return { ...ghost, lines: [...ghost.lines, ...lines] };
}
