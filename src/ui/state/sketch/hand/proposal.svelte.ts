import type { CutDirection } from '../../../../domain/geometry/split/offsets.ts';
import type { Position } from '../../../../domain/geometry/columns/layer.ts';
import type { Shape } from '../../../../domain/geometry/edit/frame.ts';
import type { Key } from '../../../../domain/land/change.ts';
import { pointInside } from '../../../../domain/geometry/lines/point-inside.ts';
import type { Ghost, Measure } from '../../../../desk/tools/index.ts';
import { planeShape } from '../../../../desk/stored-shape.ts';
import type { Intent } from '../../../../desk/intent.ts';
import type { Edited } from '../asked.ts';
import type { Workbench } from '../workbench.ts';
import { cutBearing } from './cut-bearing.ts';
import type { Hand } from './hand.svelte.ts';
import type { Drawn } from './results.svelte.ts';
import { readAreas } from './typed-areas.ts';

/** One of the parcels there would be. */
export interface Piece {
  readonly id: string;
  readonly areaM2: number;
  readonly shape: Shape;
}

/** 分割、合并: what would come of it, drawn before it is taken. */
export class Proposal {
  /** Null while there is none. */
  edit = $state.raw<Edited | null>(null);
  pieces = $state.raw<readonly Piece[]>([]);
  busy = $state(false);
  count = $state(2);
  bearing = $state<CutDirection>({ bearingDeg: 0, from: 'left' });
  /** Areas from the first side, as they were typed: 30、20 亩 or 20000 m². */
  areas = $state('');
  /** The parcel the direction is of. */
  #of: Key | null = null;
  #asked = 0;
  readonly #bench: Workbench;

  constructor(bench: Workbench) {
    this.#bench = bench;
  }

  clear(): void {
    this.#asked++;
    this.edit = null;
    this.pieces = [];
    this.busy = false;
  }

  /** A tool of figures is in hand: proposed as soon as there is enough. */
  begin({ id, of }: Hand): void {
    this.clear();
    const keys = of.map(({ key }) => key);
    if (id === 'merge') {
      if (keys.length > 1) void this.#propose({ do: 'merge', parcels: keys });
      return;
    }
    if (keys.length !== 1) return;
    const [parcel] = keys;
    if (parcel !== this.#of) this.bearing = { ...this.bearing, bearingDeg: cutBearing(of[0].shape) };
    this.#of = parcel;
    const direction = { ...this.bearing };
    if (id === 'splitParts') void this.#propose({ do: 'split', parcel, how: { direction, count: this.count } });
    const areasM2 = id === 'splitAreas' ? readAreas(this.areas) : null;
    if (areasM2) void this.#propose({ do: 'split', parcel, how: { direction, areasM2 } });
  }

  cut(points: readonly Position[], { hand: { of }, giveBack }: Drawn): void {
    const { crs } = this.#bench.ground;
    if (of.length !== 1) return;
    void this.#propose({ do: 'split', parcel: of[0].key, how: { line: points, crs: crs!.epsg } }, giveBack);
  }

  /** 采用. */
  async accept(): Promise<void> {
    const { edit } = this;
    if (!edit || this.busy) return;
    const asked = this.#asked;
    this.busy = true;
    const done = await this.#bench.desk.apply(edit);
    if (asked !== this.#asked) return;
    this.busy = false;
    if (done.ok) this.clear();
  }

  async #propose(intent: Intent, giveBack?: () => void): Promise<void> {
    const { desk } = this.#bench;
    const asked = ++this.#asked;
    this.busy = true;
    const edited = await desk.calls.edit({ intent }).catch(() => null);
    if (asked !== this.#asked) return;
    this.busy = false;
    this.edit = edited?.ok ? edited.value : null;
    this.pieces = this.edit ? this.#piecesOf(this.edit) : [];
    desk.say(edited && !edited.ok ? edited.refusal : null);
    if (!edited?.ok) giveBack?.();
  }

  #piecesOf({ change, effects }: Edited): readonly Piece[] {
    const { crs } = this.#bench.ground;
    const put = change.tables.parcel?.put ?? [];
    const made = effects.filter((effect) => effect.kind === 'parcel' && isMade(effect));
    // Neighbours that get the new vertices of a shared border keep their ground; what leads a merger goes and comes.
    return put.flatMap(({ record: { id }, shape }): Piece[] => {
      const areaM2 = made.find((own) => own.id === id && own.areaAfterM2 !== null)?.areaAfterM2 ?? null;
      return areaM2 !== null && crs ? [{ id, areaM2, shape: planeShape(shape, 0, crs) }] : [];
    });
  }
}

/** New, or with other ground than before. */
const isMade = ({ areaBeforeM2, areaAfterM2 }: Edited['effects'][number]): boolean =>
  areaBeforeM2 === null || areaAfterM2 === null || Math.abs(areaBeforeM2 - areaAfterM2) > 0.01;

/** What is drawn of a proposal over what the tool in hand draws. */
export function withPieces(ghost: Ghost, pieces: readonly Piece[]): Ghost {
  if (pieces.length === 0) return ghost;
  const ringOf = (ring: readonly Position[]) => [...ring, ...ring.slice(0, 1)];
  const outlines = pieces.flatMap(({ shape }) => shape.flat());
  const measures = pieces.flatMap(({ shape, areaM2 }): Measure[] => {
    const at = pointInside(shape.flat().map(ringOf));
    return at ? [{ kind: 'area', at, planeM2: areaM2 }] : [];
  });
  return {
    ...ghost,
    fills: pieces.map(({ shape }) => ({ shape, role: 'shape' })),
    lines: [...ghost.lines, ...outlines.map((ring) => ({ points: ringOf(ring), role: 'drawn' as const }))],
    measures,
    points: [],
  };
}
