import type { FeatureCollection, Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { ParkLine } from '../city/view.ts';
import { empty } from './features.ts';
import { placeNames, problemPoints } from './shown-features.ts';
import { parkNames, parkPoints, siteLinks, sitePoints, sites } from './park-features.ts';
import { nothingShown } from './shown.ts';
import { changedSources, SOURCES } from './sources.ts';

const rectangle = (x: number, y: number): Geometry => ({
  type: 'Polygon',
  coordinates: [
    [
      [x, y],
      [x + 2, y],
      [x + 2, y + 1],
      [x, y + 1],
      [x, y],
    ],
  ],
});
const site = (number: number, x: number, y: number) => ({
  number,
  area: '12.00',
  shape: rectangle(x, y),
  at: [x + 1, y + 0.5],
});
const park = (id: string, key: number, ...drawn: ParkLine['sites']): ParkLine => ({
  key,
  id,
  name: `${id}园`,
  outcome: 'pass',
  districtName: '',
  townshipNames: [],
  landM2: null,
  plotRatio: null,
  bounds: null,
  sites: drawn,
});
const parks = [park('a', 0, site(1, 0, 0), site(2, 10, 5)), park('b', 1, site(1, 4, 0)), park('c', 2)];
const shown = { ...nothingShown, parks };
const at = (collection: FeatureCollection): unknown =>
  collection.features.map(({ geometry }) => ('coordinates' in geometry ? geometry.coordinates : null));
const told = (collection: FeatureCollection, name: string): unknown[] =>
  collection.features.map(({ properties }) => properties?.[name] as unknown);

describe('parks that are not there yet', () => {
  const proposed = {
    parks: [
      { id: 'x', label: '1', isChosen: true, isLocked: false, sites: [site(1, 0, 0), site(2, 10, 5)] },
      { id: 'y', label: '27', isChosen: false, isLocked: true, sites: [site(1, 4, 0)] },
    ],
    marks: [{ at: [1, 1], is: 'banned' as const }],
  };
  const sources = changedSources(nothingShown, { ...nothingShown, proposed });

  it('are an outline per site, a line from the first one, a badge above it, and marks on parcels; nothing else is drawn anew', () => {
    expect([...sources.keys()]).toEqual(['proposedSites', 'proposedLinks', 'proposedBadges', 'landMarks']);
    expect(told(sources.get('proposedSites')!, 'id')).toEqual(['x', 'x', 'y']);
    expect(at(sources.get('proposedLinks')!)).toEqual([[[1, 0.5], [11, 5.5]]]); // prettier-ignore
    expect(at(sources.get('proposedBadges')!)).toEqual([[1, 1], [5, 1]]); // prettier-ignore
    expect(told(sources.get('proposedBadges')!, 'label')).toEqual(['1', '27']);
    expect(told(sources.get('landMarks')!, 'is')).toEqual(['banned']);
  });

  it('are drawn apart where the pointer is over one, and the others not anew; nor for a mark', () => {
    const before = { ...nothingShown, proposed };
    const hovered = changedSources(before, { ...before, hoveredProposed: 'x' });
    expect([...hovered.keys()]).toEqual(['hoveredSites', 'hoveredLinks']);
    expect(told(hovered.get('hoveredSites')!, 'id')).toEqual(['x', 'x']);
    expect([...changedSources(before, { ...before, hoveredProposed: 'gone' }).keys()]).toEqual([]);
    const marked = changedSources(before, { ...before, proposed: { ...proposed, marks: [] } });
    expect([...marked.keys()]).toEqual(['landMarks']);
  });
});

describe('the sources of parks', () => {
  it('are an outline and a disc per site, a line from the main one, a glyph per park that is drawn', () => {
    expect(told(sites(shown), 'parkId')).toEqual(['a', 'a', 'b']);
    expect(told(sitePoints(shown), 'number')).toEqual([1, 2, 1]);
    expect(at(siteLinks(shown))).toEqual([[[1, 0.5], [11, 5.5]]]); // prettier-ignore
    expect(told(parkPoints(shown), 'id')).toEqual(['a', 'b']);
  });

  it('carry other verdicts where they are given, and their own elsewhere', () => {
    const other = { ...shown, outcomes: new Map([['a', 'fail'] as const]) };
    expect(told(sites(other), 'outcome')).toEqual(['fail', 'fail', 'pass']);
    expect(told(parkPoints(other), 'outcome')).toEqual(['fail', 'pass']);
  });

  it('put a park name below the site its glyph is in', () => {
    expect(at(parkNames(shown))).toEqual([[1, 0], [5, 0]]); // prettier-ignore
  });
});

describe('the sources of the map', () => {
  const changed = (before: typeof shown | null, now: typeof shown) => [...changedSources(before, now).keys()];

  it('are all drawn at first, and then those alone of which something is another', () => {
    expect(changed(null, shown)).toEqual(SOURCES);
    expect(changed(shown, { ...shown })).toEqual([]);
    expect(changed(shown, { ...shown, outcomes: new Map() })).toEqual(
      SOURCES.filter((name) => /^(site|park)/.test(name)),
    );
    expect(changed(shown, { ...shown, problems: [] })).toEqual(['problems']);
    expect(changed(shown, { ...shown, tiles: { ...shown.tiles, parcels: 1 } })).toEqual([]);
  });

  it('have the sites of a plan beside those of the parks, which are not drawn anew for them', () => {
    const plan = { sites: parks[0].sites, parcels: [], buildings: [] };
    const drawn = changedSources({ ...shown, plan: { ...plan, sites: null } }, { ...shown, plan });
    expect([...drawn.keys()].filter((name) => /site/i.test(name))).toEqual(['planSites', 'planSiteLinks', 'planSitePoints']); // prettier-ignore
    expect(told(drawn.get('planSitePoints')!, 'number')).toEqual([1, 2]);
    expect(drawn.get('planSiteLinks')!.features).toHaveLength(1);
    const quiet = changedSources({ ...shown, plan }, { ...shown, plan: { ...plan, isUnnumbered: true } });
    expect([...quiet].map(([name, { features }]) => [name, features.length])).toEqual([['planSitePoints', 0]]);
  });

  it('hold the chosen parcel and nothing where there is none', () => {
    const parcel = rectangle(0, 0);
    const chosen = changedSources(shown, { ...shown, parcel }).get('chosenParcel');
    expect(chosen?.features.map(({ geometry }) => geometry)).toEqual([parcel]);
    expect(changedSources({ ...shown, parcel }, shown).get('chosenParcel')).toBe(empty);
  });

  it('say where a boundary is wrong, and know the parcel by its key', () => {
    const problem = { code: 'self-crossing', severity: 'broken', at: [1, 2] } as never;
    const { features } = problemPoints({ problems: [{ key: 7, parcelId: 'x', problem }] });
    expect(features).toMatchObject([{ id: 7, properties: { severity: 'broken', many: false } }]);
  });

  it('name a place once, in both languages where it has them', () => {
    const { features } = placeNames([{ name: '柳溪镇', at: [1, 0.5] }, { name: '中原区', nameEn: 'Zhongyuan', at: [2, 2] }]); // prettier-ignore
    expect(features.map(({ properties }) => properties)).toEqual([
      { name: '柳溪镇' },
      { name: '中原区', nameEn: 'Zhongyuan' },
    ]);
  });

  it('name large places before small ones, which find room beside them', () => {
    const place = (name: string, size: number) => ({ name, at: [0, 0] as [number, number], bounds: [0, 0, size, size] as const }); // prettier-ignore
    const { features } = placeNames([place('开发区', 1), place('县', 3), { name: '无界', at: [0, 0] }, place('区', 2)]);
    expect(features.map(({ properties }) => properties?.name as string)).toEqual(['县', '区', '开发区', '无界']);
  });
});
