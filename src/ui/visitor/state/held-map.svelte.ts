import { mustRead } from '../../../client/published.ts';
import type { LegendKey, VisitorMap } from '../../../map/visitor/contract.ts';
import type { Visitor } from './visitor.svelte.ts';

/** Before the map is asked for, while it comes, when it is there: itself, or the drawing in its place. */
export type MapStage = 'waiting' | 'coming' | 'map' | 'overview' | 'none';

/** The map, fetched after the list can be used; where it cannot be drawn, the overview in its place. */
export class HeldMap {
  stage = $state<MapStage>('waiting');
  map = $state.raw<VisitorMap | null>(null);
  /** Whether 天地图 lies below, or was asked for in vain; null: neither. */
  base = $state<'coming' | 'drawn' | 'failed' | null>(null);
  legend = $state.raw<readonly LegendKey[]>([]);

  async open(element: HTMLElement, visitor: Visitor) {
    if (this.stage !== 'waiting') return;
    this.stage = 'coming';
    const { first, published } = visitor;
    try {
      const { openVisitorMap } = await import('../../../map/visitor/index.ts');
      this.#hold(await openVisitorMap(element, first, published.base, { tianditu: first.tianditu }), visitor);
      this.stage = 'map';
    } catch {
      element.replaceChildren();
      await this.#draw(element, visitor);
    }
  }

  async #draw(element: HTMLElement, visitor: Visitor) {
    const { first, published } = visitor;
    try {
      const { openOverview } = await import('../overview/open.svelte.ts');
      const files = { outlines: () => mustRead(published.outlines()), idle: () => mustRead(published.idle()) };
      this.#hold(await openOverview(element, first, files), visitor);
      this.stage = 'overview';
    } catch {
      this.stage = 'none';
    }
  }

  #hold(map: VisitorMap, visitor: Visitor) {
    const { slug } = visitor.first.parks;
    map.onSelect((chosen) => visitor.open(chosen === null ? null : slug.indexOf(chosen)));
    map.onMove((bounds) => (visitor.inView = bounds));
    map.onLegend((keys) => (this.legend = keys));
    map.onBase((base) => (this.base = base));
    this.legend = map.legend();
    this.map = map;
  }

  remove() {
    this.map?.remove();
    this.map = null;
  }
}
