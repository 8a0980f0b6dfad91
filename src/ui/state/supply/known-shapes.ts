import type { Answer } from '../../../city/calls.ts';
import type { Key } from '../../../domain/land/change.ts';

type SiteShape = NonNullable<Answer<'siteShapes'>>[number];
type Site = readonly Key[];

const nameOf = (site: Site): string => site.join();

/** Outlines of sites by their parcels, as long as the land is the same. */
export class KnownShapes {
  readonly #shapes = new Map<string, SiteShape>();
  #of: unknown = null;

  /** Which of them are not known of this land yet. */
  missing(land: unknown, sites: readonly Site[]): readonly Site[] {
    if (land !== this.#of) this.#shapes.clear();
    this.#of = land;
    return sites.filter((site) => !this.#shapes.has(nameOf(site)));
  }

  /** Told of the land they were asked of: of another they are dropped. */
  take(land: unknown, sites: readonly Site[], shapes: readonly SiteShape[]): void {
    if (land === this.#of) for (const [n, site] of sites.entries()) this.#shapes.set(nameOf(site), shapes[n]);
  }

  of(site: Site): SiteShape {
    return this.#shapes.get(nameOf(site)) ?? null;
  }
}
