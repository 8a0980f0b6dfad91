import type { Shape } from '../../../domain/geometry/edit/frame.ts';
import type {
  Boundary,
  GhostLine,
  Pointer,
  RecordRef,
  Scene,
  ToolEvent,
  ToolResult,
} from '../../../desk/tools/index.ts';
import type { Key } from '../../../domain/land/change.ts';
import type { Refusal } from '../../../domain/outcome.ts';
import { saySketchRefusal } from '../../../texts/ui/sketch-said.ts';
import type { Building } from '../../../domain/land/model.ts';
import { announced } from './hand/announced.ts';
import { Guides } from './hand/guides.svelte.ts';
import { Hand, type Bench } from './hand/hand.svelte.ts';
import { HeldGround } from './hand/held-ground.svelte.ts';
import { draftIntent } from './hand/intents.ts';
import { Overlapping } from './hand/overlapping.svelte.ts';
import { Proposal } from './hand/proposal.svelte.ts';
import { Results } from './hand/results.svelte.ts';
import { SPECS, type ToolSpec } from './hand/specs.ts';
import type { StampSize } from './hand/stamp.ts';
import type { ToolId } from './tool-ids.ts';
import type { DeskOfTools, SketchPage, Workbench } from './workbench.ts';

/** How large the map is, CSS px. */
type Screen = Parameters<HeldGround['look']>[1];

/** The tools at work: the land around, the tool in hand, and what becomes of what it draws. */
export class ToolBench implements Bench, Workbench {
  readonly ground: HeldGround;
  readonly guides: Guides;
  hand = $state.raw<Hand | null>(null);
  /** 面宽 × 进深 of a building that is set down. */
  size = $state.raw<StampSize>({ widthM: 24, depthM: 60, azimuthDeg: 90 });
  /** What is known of a building that is drawn. */
  newBuilding = $state.raw<Partial<Building>>({ use: 'production' });
  /** Buildings that were drawn since the tools that draw them were taken: what is said of them later is said of these too. */
  drawn = $state.raw<readonly Key[]>([]);
  /** 退线: all edges of a record. */
  whole = $state(false);
  readonly proposal: Proposal;
  readonly results: Results;
  readonly overlapping: Overlapping;
  readonly desk: DeskOfTools;
  readonly page: SketchPage;
  #opening = -1;
  #screen: Screen = { width: 1440, height: 900 };

  constructor(desk: DeskOfTools, page: SketchPage) {
    this.desk = desk;
    this.page = page;
    this.guides = new Guides(desk.keptGuides, () => page.open.depth);
    this.ground = new HeldGround(desk.calls, this.guides);
    this.proposal = new Proposal(this);
    this.results = new Results(this, (points, drawn) => this.proposal.cut(points, drawn));
    this.overlapping = new Overlapping(this);
  }

  /** What tools look at; null until the land around is told. */
  get scene(): Scene | null {
    const { crs } = this.ground;
    // Plain data: tools make others of it.
    const { snaps, ortho, trace } = this.desk.settings;
    return crs && { crs, ground: this.ground, settings: { snaps, ortho, trace } };
  }

  get given() {
    return { size: this.size, whole: this.whole };
  }

  get beside(): readonly GhostLine[] {
    const asked = this.results?.question?.shapes ?? [];
    return [
      ...this.ground.guides.flatMap(({ shape }) => outlines(shape, 'guide')),
      ...asked.flatMap((shape) => outlines(shape, 'neighbour')),
    ];
  }

  /** The map moved, or the land changed. */
  look(screen: Screen = this.#screen): void {
    const { open, place } = this.page;
    this.#screen = screen;
    if (!open.project || !place) return;
    if (this.#opening !== open.opening) {
      this.ground.clear();
      void this.guides.opened().then(() => this.hand?.redraw());
    }
    this.#opening = open.opening;
    void this.ground.look(place, screen, open.project.version);
  }

  take(tool: ToolId): void {
    this.drop();
    if (tool === 'select' || SPECS[tool].makes !== 'building') this.drawn = [];
    this.hand = tool === 'select' ? null : new Hand(tool, this.#begunWith(tool), this);
    if (this.hand) this.#begun(this.hand);
    this.overlapping.lookAtSelected(this.hand);
    this.#say(announced.taken(tool, this.hand, this));
  }

  /** What is in hand is let go, what was asked is taken back. */
  drop(): void {
    this.proposal.clear();
    this.results.clear();
    this.overlapping.clear();
  }

  /** What is in hand or proposed is dropped; false where nothing was. */
  cancel(): boolean {
    const { hand, proposal, results } = this;
    const wasBusy = hand?.isBusy || proposal.edit !== null || results.question !== null || results.measured !== null;
    if (!hand || !wasBusy) return false;
    const wasAsked = results.question !== null;
    this.drop();
    this.desk.try(null);
    if (wasAsked) this.again();
    else hand.send({ type: 'cancel' });
    return true;
  }

  clearGuides(): void {
    this.guides.clear();
    this.hand?.redraw();
  }

  /** A step of the guides is undone or done again; false where that is not the last one. */
  moveGuides(way: 'back' | 'forth'): boolean {
    const what = this.guides[way]();
    if (!what) return false;
    this.hand?.redraw();
    const { texts } = this.page.settings;
    this.page.announcement = texts.edits[way === 'back' ? 'undone' : 'redone'](texts.sketch.guideSteps[what]);
    return true;
  }

  /** 从地块挑选: a parcel goes into the park in hand, or out of it. */
  async assign(key: Key): Promise<void> {
    const { desk, page } = this;
    const parcel = await page.open.parcel(key);
    const isIn = page.park !== null && parcel?.parcel.parkId === page.park.id;
    await desk.do({ do: 'assign', park: desk.target, in: isIn ? [] : [key], out: isIn ? [key] : [] });
  }

  /** The strip's own figures changed: the tool begins anew with them. */
  again(): void {
    const { hand } = this;
    if (hand) hand.begin(hand.of);
  }

  /** 宗地 A, for people; null: nothing lies there. */
  called(ref: RecordRef | null): string {
    const { called, nothing } = this.page.settings.texts.sketch;
    return ref ? called[ref.table === 'building' ? 'building' : 'parcel'](this.ground.idOf(ref)) : nothing;
  }

  under({ at }: Pointer, { needs }: ToolSpec): Boundary | null {
    return this.ground.under(at, needs ?? []);
  }

  chosen(of: Boundary): void {
    const { hand, desk } = this;
    if (!hand) return;
    if (hand.spec.many) desk.toggle(of);
    else desk.select([{ table: of.table, key: of.key }]);
    hand.begin(this.#begunWith(hand.id));
    this.#begun(hand);
  }

  result(result: ToolResult, giveBack: () => void): boolean {
    const { hand, results } = this;
    if (results.question) {
      this.#say(announced.question(results.question, this));
      return false;
    }
    if (hand) void results.take(result, { hand, giveBack });
    return true;
  }

  stepped(event: ToolEvent, hand: Hand): void {
    this.desk.try(draftIntent(hand, this));
    this.overlapping.look(hand);
    const said = announced.stepped(event, hand, this);
    if (said) this.#say(said);
  }

  /** Selected by a list, a table or the map: the tool goes on with it. */
  selected(): void {
    const { hand } = this;
    if (!hand || hand.isBusy || hand.spec.needs === null) return;
    hand.begin(this.#begunWith(hand.id));
    this.#begun(hand);
  }

  /** Something was done, undone or judged anew. */
  follow(): void {
    const { question } = this.results;
    // What was asked is of land that is another by now.
    if (question && question.version !== this.page.open.project?.version) this.again();
    this.look();
  }

  /** A refusal for people. */
  said(refusal: Refusal): string {
    const { settings, open } = this.page;
    return saySketchRefusal(settings.language, refusal, open.policy ?? undefined);
  }

  /** The land around is told anew: what is in hand stands on it as it is now. */
  filled(): void {
    const { hand, desk, ground } = this;
    desk.selected = desk.selected.filter((ref) => !ground.isGone(ref));
    if (!hand) return;
    const now = hand.of.map((of) => this.#boundary(of));
    const isSame = now.every((own, i) => own !== null && isAlike(own, hand.of[i]));
    if (isSame || hand.spec.makes === 'proposal') hand.redraw();
    else hand.begin(now.filter((own) => own !== null));
    if (hand.isLooking) hand.begin(this.#begunWith(hand.id));
    if (hand.spec.many) hand.begin(this.#begunWith(hand.id));
  }

  #begun(hand: Hand): void {
    if (hand.spec.makes === 'proposal') this.proposal.begin(hand);
  }

  #begunWith(tool: ToolId): readonly Boundary[] {
    if (tool === 'select') return [];
    const spec = SPECS[tool];
    const { needs } = spec;
    if (!needs) return [];
    const fits = this.desk.selected.filter(({ table }) => needs.some((own) => own === table));
    const found = fits.map((ref) => this.#boundary(ref)).filter((own) => own !== null);
    return spec.many ? found : found.slice(0, fits.length === 1 ? 1 : 0);
  }

  /** As it is held; what is in hand already may lie where the map was before. */
  #boundary(ref: RecordRef): Boundary | null {
    const { ground, hand } = this;
    const held = ground.boundary(ref);
    if (held || ground.crs === null || ground.isGone(ref)) return held;
    return hand?.of.find(({ table, key }) => table === ref.table && key === ref.key) ?? null;
  }

  #say(text: string): void {
    this.page.announcement = text;
  }
}

const outlines = (shape: Shape, role: GhostLine['role']): GhostLine[] =>
  shape.flat().map((ring) => ({ points: [...ring, ...ring.slice(0, 1)], role }));

const isAlike = (own: Boundary, other: Boundary): boolean =>
  own.shape === other.shape || JSON.stringify(own.shape) === JSON.stringify(other.shape);
