import { roomy, LiveOverlaps, sharedNow, type Ground } from '../domain/land/live-overlaps.ts';
import type { MeasuredLayer } from '../domain/geometry/measure/measured.ts';
import type { Change, Key } from '../domain/land/change.ts';
import type { Applied, ChangeRefusal, Land } from '../domain/land/land.ts';
import { areSurelyFew, pairsOf } from '../domain/land/lie.ts';
import type { Park, Project } from '../domain/land/model.ts';
import { parcelFacts } from '../domain/land/parcel-facts.ts';
import type { ParcelFacts } from '../domain/land/facts.ts';
import type { BoundaryProblem } from '../domain/geometry/valid/problem.ts';
import type { Metres } from '../domain/quantity/units.ts';
import { overlapsAmong, problemsOfShared, type Overlaps, type SharedGround } from '../domain/land/overlaps.ts';
import { placingNotes, type PlacingNote } from '../domain/land/placing/notes.ts';
import type { Result } from '../domain/outcome.ts';
import type { Watch } from '../domain/watch.ts';
import { ChangeLog, type TouchedSince } from './change-log.ts';
import { Judgement } from './judgement.ts';
import type { Law } from './law.ts';
import { PlacedLand } from './placed-land.ts';
import { PlacedRecords } from './placed-records.ts';
import { areTiesAlike, parksAround } from './parks-around.ts';

/**
 * A project while it lives: land by key, measured and placed, judged by any law, changed by `apply`. Nobody else derives
 * anything from land: the page's worker and the commands hold one. What a change touches is derived anew when it is next
 * asked for, with the same figures as from nothing.
 */
export class City {
  readonly placed: PlacedLand;
  readonly #log: ChangeLog;
  #overlaps: LiveOverlaps | null = null;
  #project: { readonly version: number; readonly made: Project } | null = null;

  /** Null when cancelled. */
  static open(source: Project, watch: Watch = {}): City | null {
    const placed = PlacedLand.open(source, watch);
    return placed && new City(placed, new ChangeLog());
  }

  private constructor(placed: PlacedLand, log: ChangeLog) {
    this.placed = placed;
    this.#log = log;
  }

  /**
   * The same city, to be changed apart from this one; costs what was changed since it was opened. Who overlaps whom is not
   * followed on it, so that what is drawn over many parcels does not have all of them looked at anew: it is asked where it is
   * wanted (`sharedNow`), or of all of them.
   */
  fork(): City {
    return new City(this.placed.fork(), this.#log.fork());
  }

  /** What a parcel shares with others, each of those near it asked now; of one without a sound boundary nothing. */
  sharedNow(key: Key): readonly SharedGround[] {
    const own = this.placed.sound(key);
    return own ? sharedNow(key, own, this.#ground) : [];
  }

  /** As the files have it: what is changed and written back. */
  get land(): Land {
    return this.placed.land;
  }

  get version(): number {
    return this.land.version;
  }

  /** Keys of the parks, in the order of the file. */
  get parks(): readonly Key[] {
    return this.land.keys('park');
  }

  park(key: Key): Park | undefined {
    return this.placed.park(key);
  }

  /** The first park of this id, or where none has it, of this name. */
  parkCalled(name: string): Key | undefined {
    const [key] = this.placed.parksCalled(name);
    return key ?? this.parks.find((other) => this.park(other)!.name === name);
  }

  /** With what boundaries tell of where parcels lie, records in the order of the file; made once a version. */
  get project(): Project {
    if (this.#project?.version !== this.version) this.#project = { version: this.version, made: this.#placedProject() };
    return this.#project.made;
  }

  /** What boundaries gave when the land was opened, by row. */
  get boundaries(): MeasuredLayer {
    return this.placed.boundaries.atFirst;
  }

  /** What was told from boundaries, and where records say otherwise. */
  get notes(): readonly PlacingNote[] {
    const crowded = this.parks.map((key) => this.park(key)!).filter((park) => this.#isCrowded(park));
    return placingNotes((visit) => this.placed.eachSaid(visit), crowded);
  }

  judge(law: Law): Judgement {
    return new Judgement(this, law);
  }

  /** All of it or nothing; a refusal names the records that were changed by others since. */
  apply(change: Change): Result<Applied, ChangeRefusal> {
    const before = parksAround(this.placed, change.tables);
    const drawn = this.#drawnAnew(change);
    const result = this.placed.apply(change);
    if (!result.ok) return result;
    const after = areTiesAlike(change.tables) ? before : parksAround(this.placed, change.tables);
    const parks = before === 'all' || after === 'all' ? ('all' as const) : new Set([...before, ...after]);
    const { touched } = result.value;
    const problems = this.#overlapping(touched.parcel ?? [], drawn);
    this.#log.add({ version: this.version, touched, parks, problems });
    return result;
  }

  /** Parcels that a change draws otherwise than they are, or takes out. Undone, a field alone comes with the boundary that is there. */
  #drawnAnew({ tables: { parcel } }: Change): ReadonlySet<Key> {
    const table = this.land.table('parcel');
    const put = (parcel?.put ?? []).filter(({ key, shape }) => !table.isDrawnAs(key, shape));
    return new Set([...put.map(({ key }) => key), ...(parcel?.remove ?? [])]);
  }

  /** Parcels of whose overlaps something else is told now; where fields alone were given, no boundary has moved. */
  #overlapping(touched: readonly Key[], drawn: ReadonlySet<Key>): readonly Key[] {
    const overlaps = this.#overlaps;
    if (!overlaps) return [];
    const asDrawn = touched.filter((key) => !drawn.has(key));
    return [...new Set([...overlaps.changed([...drawn], this.#ground), ...overlaps.mates(asDrawn)])];
  }

  /** What was touched since a version; null where that is not known any more. */
  since(version: number): TouchedSince | null {
    return this.#log.since(version);
  }

  /** The version at which townships, zones or jurisdictions were last changed. */
  get placesChangedAt(): number {
    return this.#log.allChangedAt;
  }

  /** The version at which something that a park's facts or findings rest on was last changed. */
  changedAt(park: Key): number {
    return this.#log.changedAt(park);
  }

  /** Facts of every parcel, in the order of the file, its overlaps among its problems; `vertexSigmaM` as for one. */
  parcelFacts(vertexSigmaM?: Metres): readonly ParcelFacts[] {
    const { parcels } = this.land.project;
    return this.land.keys('parcel').map((key, row) => {
      const facts = parcelFacts(parcels, row, vertexSigmaM, this.placed.measured(key));
      return { ...facts, key, problems: [...facts.problems, ...this.overlapProblems(key)] };
    });
  }

  /** What a parcel shares with others, as problems of its boundary. */
  overlapProblems(key: Key): readonly BoundaryProblem[] {
    const { shared, unasked } = this.overlapsOf(key);
    const table = this.land.table('parcel');
    return problemsOfShared(shared, unasked, (other) => table.record(other)!.id);
  }

  /** Who overlaps a parcel. */
  overlapsOf(key: Key): ReturnType<LiveOverlaps['of']> {
    return this.#live().of(key);
  }

  /** Overlaps of the parcels as they are, by key: looked for once, and followed from then on. */
  overlaps(progress?: (done: number) => void): Overlaps {
    return this.#live(progress).all;
  }

  #live(progress?: (done: number) => void): LiveOverlaps {
    return (this.#overlaps ??= new LiveOverlaps(this.#allOverlaps(progress)));
  }

  /** Of all parcels there are, by key. */
  #allOverlaps(progress?: (done: number) => void): Overlaps {
    const table = this.land.table('parcel');
    const { layer } = table.compact();
    const keys = table.listed();
    const perimeterM = new Float64Array(keys.length);
    const broken = new Set<number>();
    for (let row = 0; row < keys.length; row++) {
      const own = this.placed.perimeterM(keys[row]);
      if (own === null) broken.add(row);
      else perimeterM[row] = own;
    }
    const overlaps = overlapsAmong(layer, perimeterM, broken, progress);
    // As long as nothing has been added or taken out.
    if (keys.every((key, row) => key === row)) return overlaps;
    const { shared, unasked } = overlaps;
    return {
      shared: new Map([...shared].map(([row, own]) => [keys[row], own.map((s) => ({ ...s, other: keys[s.other] }))])),
      unasked: new Map([...unasked].map(([row, count]) => [keys[row], count])),
    };
  }

  readonly #ground: Ground = {
    compare: (a, b) => this.land.table('parcel').compare(a, b),
    sound: (key) => this.placed.sound(key),
    near: (key) => {
      const box = this.placed.box('parcel', key);
      return box ? this.placed.parcelsNear(roomy(box)) : [];
    },
    all: () => this.#allOverlaps(),
  };

  #placedProject(): Project {
    const { land, placed } = this;
    const { parks, parcels, ...rest } = land.project;
    const keys = land.keys('parcel');
    return {
      ...rest,
      parks: parks.map((_, row) => placed.park(this.parks[row])!),
      parcels: { ...parcels, records: new PlacedRecords(placed, keys), keys },
    };
  }

  /** Whether so many parcels of a park lie on each other that how they lie is not told. */
  #isCrowded(park: Park): boolean {
    const own = this.placed.parcelsOfPark(park.id);
    if (areSurelyFew(own.length)) return false;
    const sound = own.filter((key) => this.placed.sound(key));
    const { layer } = this.land.table('parcel').picked(sound);
    return (
      pairsOf(
        layer,
        sound.map((_, row) => row),
      ) === null
    );
  }
}
