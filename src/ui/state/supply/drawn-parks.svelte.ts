import type { Client } from '../../../client/client.ts';
import type { LandMark, ProposedPark } from '../../../map/index.ts';
import type { OpenProject } from '../project.svelte.ts';
import { KnownShapes } from './known-shapes.ts';
import type { MarkedParcel, ParkToDraw } from './parks-on-map.ts';

/** Parks that are not there yet and marks on parcels, once it is known where they are. */
export class DrawnParks {
  parks = $state.raw<readonly ProposedPark[]>([]);
  marks = $state.raw<readonly LandMark[]>([]);
  #asked = 0;
  /** The land and what was asked to be drawn of it last: the same again is not laid out anew. */
  #wanted: readonly [land: unknown, text: string] = [null, ''];
  readonly #known = new KnownShapes();
  readonly #open: Pick<OpenProject, 'project'>;
  readonly #client: Pick<Client, 'siteShapes'>;

  constructor(open: Pick<OpenProject, 'project'>, client: Pick<Client, 'siteShapes'>) {
    this.#open = open;
    this.#client = client;
  }

  /** Draws these in place of those before, once their outlines are known. */
  async show(parks: readonly ParkToDraw[], marked: readonly MarkedParcel[]): Promise<void> {
    const land = this.#open.project?.parcels;
    const text = JSON.stringify([parks, marked]);
    if (land === this.#wanted[0] && text === this.#wanted[1]) return;
    this.#wanted = [land, text];
    const asked = ++this.#asked;
    const sites = [...parks.flatMap((park) => park.sites), ...marked.map(({ key }) => [key])];
    const wanted = this.#known.missing(land, sites);
    if (wanted.length > 0) {
      const shapes = await this.#client.siteShapes({ sites: wanted }).catch(() => null);
      if (shapes) this.#known.take(land, wanted, shapes);
      // Asked for the same once more it tries again.
      else if (asked === this.#asked) this.#wanted = [null, ''];
    }
    if (asked !== this.#asked) return;
    this.parks = parks.flatMap((park) => this.#drawn(park));
    this.marks = marked.flatMap(({ key, is }) => {
      const shape = this.#known.of([key]);
      return shape ? [{ at: shape.at, is }] : [];
    });
  }

  #drawn({ sites, ...park }: ParkToDraw): readonly ProposedPark[] {
    const shapes = sites.flatMap((site) => this.#known.of(site) ?? []);
    return shapes.length > 0 ? [{ ...park, sites: shapes }] : [];
  }
}
