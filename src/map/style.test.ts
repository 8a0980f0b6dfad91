import { latest, validateStyleMin, featureFilter, type FilterSpecification } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { layers } from './layers.ts';
import { difference, style as styleOf } from './style.ts';
import { initialState, type MapState } from './view.ts';

const base = initialState('light', 'zh');
const style = (state: MapState) => styleOf(state, (set, version) => `yuantu://0/${set}/${version}/{z}/{x}/{y}`);
const states: MapState[] = [
  base,
  initialState('dark', 'en'),
  { ...base, parkId: 'a', hoverParkId: 'b', visible: new Set(['b']), textureStep: 3 },
];

const index = (id: string): number => layers(base).findIndex((layer) => layer.id === id);

/** Whether a layer draws a feature with these properties. */
function draws(state: MapState, id: string, properties: Record<string, unknown>): boolean {
  const layer = layers(state).find((l) => l.id === id);
  if (!layer || !('filter' in layer)) throw new Error(`no filtered layer ${id}`);
  const { filter } = featureFilter(layer.filter as FilterSpecification, 'filter', {});
  return filter({ zoom: 14 }, { type: 3, properties, geometry: [] } as never);
}

describe('the style', () => {
  it.each(states)('is valid by the style specification', (state) => {
    expect(validateStyleMin(style(state), latest)).toEqual([]);
  });

  it('asks no server for anything', () => {
    const text = JSON.stringify(style(base));
    expect(text).not.toMatch(/https?:|"glyphs"|"sprite"|"url"/);
    const tiles = Object.values(style(base).sources).flatMap((source) => ('tiles' in source ? source.tiles : []));
    expect(tiles).toHaveLength(8);
    for (const address of tiles ?? []) expect(address).toMatch(/^yuantu:/);
  });

  it('has the layers of the design in its order', () => {
    const order = [
      'ground',
      'land-farm',
      'road',
      'blocks',
      'water',
      'parcel-line',
      'buildings',
      'state-idle',
      'township-line',
      'district-line',
      'park-fill',
      'site-link',
      'site-line',
      'road-name',
      'park-name',
      'park-glyph',
    ].map(index);
    expect(order).not.toContain(-1);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it('gives every text a halo, except the number on its disc and what stands on a badge', () => {
    const onPlate = /site-number$|^proposed-badge/;
    for (const layer of layers(base)) {
      if (layer.type !== 'symbol' || !layer.layout?.['text-field'] || onPlate.test(layer.id)) continue;
      expect(layer.paint?.['text-halo-width'], layer.id).toBeGreaterThan(1);
    }
  });
});

describe('what is drawn', () => {
  it('never fills a broken boundary', () => {
    for (const id of ['blocks', 'parcel-line', 'parcel-line-plain']) {
      const lc = id === 'parcel-line-plain' ? {} : { lc: 'ind' };
      expect(draws(base, id, lc), id).toBe(true);
      expect(draws(base, id, { ...lc, broken: true }), id).toBe(false);
    }
  });

  it('shows all sites of the selected park, even one the filter hides, and only once', () => {
    const state: MapState = { ...base, parkId: 'a', visible: new Set(['b']) };
    for (const id of ['site-line', 'site-link', 'site-number']) expect(draws(state, id, { parkId: 'a' })).toBe(true);
    expect(draws(state, 'park-line', { parkId: 'a' })).toBe(false);
    expect(draws(state, 'park-glyph', { id: 'a' })).toBe(false);
  });

  it('draws the sites of a plan, and those of its park only where the plan has none', () => {
    const planned = (hasSites: boolean): MapState => ({ ...base, parkId: 'a', planned: { parcels: [], buildings: [], hasSites, standing: [] } }); // prettier-ignore
    for (const id of ['site-line', 'site-link', 'site-number', 'site-area']) {
      expect(draws(planned(false), id, { parkId: 'a', area: '1' }), id).toBe(true);
      expect(draws(planned(true), id, { parkId: 'a', area: '1' }), id).toBe(false);
      expect(draws(planned(true), `plan-${id}`, { parkId: '', area: '1' }), id).toBe(true);
    }
    expect(draws(planned(true), 'park-line', { parkId: 'a' })).toBe(false);
  });

  it('hides the parks outside the filter, with their names', () => {
    const state: MapState = { ...base, visible: new Set(['b']) };
    expect(draws(state, 'park-line', { parkId: 'b' })).toBe(true);
    expect(draws(state, 'park-line', { parkId: 'c' })).toBe(false);
    expect(draws(state, 'park-name', { id: 'c' })).toBe(false);
    expect(draws(base, 'park-glyph', { id: 'c' })).toBe(true);
  });

  it('marks nothing as selected when nothing is', () => {
    expect(draws(base, 'site-line', { parkId: 'a' })).toBe(false);
    expect(draws(base, 'site-line', {})).toBe(false);
  });

  it('draws the one state of use that is asked for, and all when none is', () => {
    const state: MapState = { ...base, status: 'idle' };
    expect(draws(state, 'state-idle', { status: 'idle' })).toBe(true);
    for (const id of ['state-low-efficiency', 'state-low-efficiency-line']) {
      expect(draws(state, id, { status: 'low-efficiency' })).toBe(false);
      expect(draws(base, id, { status: 'low-efficiency' })).toBe(true);
    }
  });

  it('hovers a park, but not over its own selection', () => {
    expect(draws({ ...base, hoverParkId: 'a' }, 'park-hover', { parkId: 'a' })).toBe(true);
    expect(draws({ ...base, hoverParkId: 'a', parkId: 'a' }, 'park-hover', { parkId: 'a' })).toBe(false);
  });
});

describe('the difference of two looks', () => {
  it('is empty for the same look', () => {
    expect(difference(base, { ...base })).toEqual([]);
  });

  it('of a selection touches filters only', () => {
    const changes = difference(base, { ...base, parkId: 'a' });
    expect(changes.length).toBeGreaterThan(0);
    expect(new Set(changes.map((c) => c.kind))).toEqual(new Set(['filter']));
  });

  it('applied to the one look gives the other', () => {
    const from = layers(states[0]).map((layer) => structuredClone(layer) as unknown as Record<string, unknown>);
    for (const change of difference(states[0], states[1])) {
      const layer = from.find((l) => l['id'] === change.layer);
      if (!layer) throw new Error(change.layer);
      if (change.kind === 'filter') layer['filter'] = change.value;
      else (layer[change.kind] as Record<string, unknown>)[change.key] = change.value;
    }
    expect(from).toEqual(layers(states[1]));
  });
});
