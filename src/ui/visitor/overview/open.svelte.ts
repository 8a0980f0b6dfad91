import { flushSync, mount, tick, unmount } from 'svelte';
import { GLYPH_PATHS } from '../../../map/glyphs.ts';
import { scaleBar } from '../../../map/scale.ts';
import type { LegendKey, VisitorMap, VisitorState } from '../../../map/visitor/contract.ts';
import type { FirstFile, IdleFile, OutlinesFile } from '../../../publish/shape/published.ts';
import { outcomeOrder } from '../../../texts/outcomes.ts';
import { DrawnOverview } from './drawn.svelte.ts';
import Overview from './Overview.svelte';
import { metresPerPx, webZoom } from './view.ts';

/** What is fetched for it, each once and only when it is wanted. */
export interface OverviewFiles {
  readonly outlines: () => Promise<OutlinesFile>;
  readonly idle: () => Promise<IdleFile>;
}

/** As told before the page has said anything. */
const quiet = (first: FirstFile): VisitorState => ({
  selected: null,
  card: null,
  listed: first.parks.id.map((_, row) => row),
  idle: false,
  language: 'zh',
  dark: false,
  highContrast: false,
  label: '',
});

/** Without outlines places and verdicts are drawn all the same. */
const bare = (first: FirstFile): OutlinesFile => ({
  parks: first.parks.id.map(() => null),
  townships: first.townships.map(() => null),
});

/** The drawn overview 概略图 in the place of the map, where WebGL is missing or the map cannot be fetched: asked and heard as the map is. */
export async function openOverview(element: HTMLElement, first: FirstFile, files: OverviewFiles): Promise<VisitorMap> {
  const outlines = await files.outlines().catch(() => bare(first));
  const drawn = new DrawnOverview(first, outlines, quiet(first));
  const component = mount(Overview, { target: element, props: { drawn } });
  const legend = (): readonly LegendKey[] => legendOf(drawn);
  let asked: Promise<unknown> | null = null;
  const ends: (() => void)[] = [];
  /** Calls now, and each time what it reads has changed. */
  const follow = (call: () => void) => {
    const end = $effect.root(() => {
      $effect(call);
    });
    ends.push(end);
  };
  return {
    show(state) {
      drawn.told = state;
      if (state.idle)
        asked ??= files.idle().then(
          ({ land }) => (drawn.idle = land),
          () => (asked = null),
        );
    },
    cover: () => undefined,
    fit: (bounds, padding) => drawn.fit(bounds, padding),
    here: (at) => void (drawn.here = at),
    onSelect: (call) => void (drawn.onselect = call),
    onMove: (call) => follow(() => call(drawn.bounds, webZoom(drawn.plane, drawn.view))),
    legend,
    onLegend: (call) => follow(() => call(legend())),
    onBase: () => undefined,
    zoom: (by) => drawn.zoom(by > 0 ? 2 : 0.5),
    scaleBar: (maxPx) => scaleBar(metresPerPx(drawn.view), maxPx),
    settled: () => tick(),
    remove() {
      for (const end of ends) end();
      flushSync(() => void unmount(component));
    },
  };
}

/** Verdicts that are in view, and outlines. */
function legendOf({ piles, selected, first }: DrawnOverview): LegendKey[] {
  const there = new Set(piles.flatMap(({ rows }) => rows.map((row) => first.parks.outcome[row])));
  return [
    ...outcomeOrder
      .filter((outcome) => there.has(outcome))
      .map((key): LegendKey => ({ of: 'outcome', key, colour: `var(--v-${key})`, path: GLYPH_PATHS[key] })),
    ...(selected === null ? [] : [{ of: 'park', key: 'chosen', colour: 'var(--accent)', path: null } as const]),
    ...(piles.length > 0 ? [{ of: 'park', key: 'other', colour: 'var(--m-park)', path: null } as const] : []),
  ];
}
