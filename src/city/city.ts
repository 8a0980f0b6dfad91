import { measuredLayer, type MeasuredLayer } from '../domain/geometry/measure/measured.ts';
import { partOf, type Watch } from '../domain/watch.ts';
import { Land } from '../domain/land/land.ts';
import type { Project } from '../domain/land/model.ts';
import { placed, type PlacingNote } from '../domain/land/placing.ts';
import type { Law } from './law.ts';
import { Judgement } from './judgement.ts';

/**
 * Land that is open: its boundaries examined and measured once, its parcels placed in their townships and zones, and
 * judged by any law. The page's worker, `check` and `dossier` hold one, so that all derive from land in one way.
 */
export class City {
  /** As the files have it: what is changed and written back. */
  readonly land: Land;
  /** The same with what boundaries tell of where parcels lie: what is judged and shown. */
  readonly project: Project;
  readonly boundaries: MeasuredLayer;
  /** What was told from boundaries, and where records say otherwise. */
  readonly notes: readonly PlacingNote[];

  /** Null when cancelled. */
  static open(source: Project, watch: Watch = {}): City | null {
    const boundaries = measuredLayer(source.parcels.layer, partOf(watch, 0, 0.8));
    const told = boundaries && placed(source, { ...partOf(watch, 0.8, 1), broken: boundaries.broken });
    return told && new City(Land.of(source), boundaries, told.project, told.notes);
  }

  private constructor(land: Land, boundaries: MeasuredLayer, project: Project, notes: readonly PlacingNote[]) {
    this.land = land;
    this.boundaries = boundaries;
    this.project = project;
    this.notes = notes;
  }

  judge(law: Law): Judgement {
    return new Judgement(this.project, law);
  }
}
