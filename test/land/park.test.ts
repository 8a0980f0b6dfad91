import type { Feature } from 'geojson';
import { describe, expect, it } from 'vitest';
import { City } from '../../src/city/city.ts';
import { landIndex } from '../../src/domain/land/land-index.ts';
import { parkFacts } from '../../src/domain/land/park-facts.ts';
import type { LandUses } from '../../src/domain/land/land-use.ts';
import { readExchange } from '../../src/formats/exchange/read.ts';
import { building, bytes, collection, lonLat, parcel, park, rectangle, ring, roadClass } from '../helpers/city.ts';

const uses: LandUses = { isIndustrial: (c) => c.code === '100101', isRoad: (c) => c.code === '1207' };

const factsOf = (...features: Feature[]) => factsWith(undefined, ...features);

function projectOf(...features: Feature[]) {
  const read = readExchange('city.geojson', bytes(collection(...features)), {});
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return read.value.project;
}

function factsWith(vertexSigmaM: number | undefined, ...features: Feature[]) {
  const project = projectOf(...features);
  return parkFacts(project, landIndex(project, uses), project.parks[0], uses, vertexSigmaM);
}

function figure(facts: ReturnType<typeof factsOf>, what: string) {
  const input = facts.figures[what];
  if (input.state !== 'value') throw new Error(`${what}: ${JSON.stringify(input)}`);
  return input.value;
}

describe('land that overlaps', () => {
  // 200 × 100, of which 50 × 100 lie under both, and 100 × 100 beside them that no industry stands on.
  const facts = factsOf(
    park(),
    parcel('A', rectangle(0, 0, 200, 100)),
    parcel('B', rectangle(150, 0, 200, 100)),
    parcel('C', rectangle(350, 0, 100, 100), { landClass: { system: 'planning-guide-2023', code: '0701' } }),
    parcel('D', rectangle(1000, 0, 320, 100)),
    parcel('E', rectangle(1320, 0, 120, 100)),
  );

  it('counts once in the land, in the industrial land and in the site it lies in', () => {
    expect(figure(facts, 'landArea').value).toBeCloseTo(35_000 + 10_000 + 44_000, 0);
    expect(figure(facts, 'industrialLandArea').value).toBeCloseTo(35_000 + 44_000, 0);
    expect(figure(facts, 'industrialLandArea').notes).toContain('overlap-counted-once');
    if (facts.sites.state !== 'value') throw new Error('no sites');
    // By the ground they cover; A, B and C have 50 000 m² together.
    expect(facts.sites.value.map(({ parcelIds }) => parcelIds.join(''))).toEqual(['ABC', 'DE']);
    expect(facts.sites.value[0].areaM2).toBeCloseTo(45_000, 0);
    expect(facts.sites.value[1].areaM2).toBeCloseTo(44_000, 0);
  });

  it('is the land of its only site', () => {
    const one = factsOf(park(), parcel('A', rectangle(0, 0, 200, 100)), parcel('B', rectangle(150, 0, 200, 100)));
    if (one.sites.state !== 'value') throw new Error('no sites');
    expect(one.sites.value[0].areaM2).toBeCloseTo(figure(one, 'landArea').value, 6);
    expect(figure(one, 'industrialLandArea').value).toBe(figure(one, 'landArea').value);
  });
});

describe('land area', () => {
  it('says where its parcels are on different bases, and is named by the lowest', () => {
    const stated = { statedAreaM2: 20_050 };
    const next = parcel('B', rectangle(200, 0, 200, 100));
    const mixed = figure(factsOf(park(), parcel('A', rectangle(0, 0, 200, 100), stated), next), 'landArea');
    expect(mixed).toMatchObject({ basis: 'plane', notes: ['mixed-bases'] });
    expect(mixed.value).toBeCloseTo(40_050, 0);
    const plain = figure(factsOf(park(), parcel('A', rectangle(0, 0, 200, 100)), next), 'landArea');
    expect(plain.notes).toEqual([]);
  });

  it('is the plane area where nothing is registered, within the resolution of what is stored', () => {
    const f = figure(factsOf(park(), parcel('A', rectangle(0, 0, 200, 100))), 'landArea');
    expect(f.basis).toBe('plane');
    expect(f.crs).toBe('EPSG:4526');
    expect(Math.abs(f.value - 20_000)).toBeLessThan(f.resolution!);
    expect(f.others?.map((o) => o.basis)).toEqual(['ellipsoid']);
  });

  it('takes the registered area before the drawn one and keeps the drawn one beside it', () => {
    const f = figure(factsOf(park(), parcel('A', rectangle(0, 0, 200, 100), { statedAreaM2: 20_050 })), 'landArea');
    expect(f).toMatchObject({ basis: 'registered', value: 20_050 });
    expect(f.others?.find((o) => o.basis === 'plane')?.value).toBeCloseTo(20_000, 1);
  });

  it('has the error of its rim: a point that parcels have in common does not err in each of them on its own', () => {
    const squares = [0, 100, 200].flatMap((x) =>
      [0, 100, 200].map((y) => parcel(`${x} ${y}`, rectangle(x, y, 100, 100))),
    );
    // Eight points along the sides, whose neighbours are 200 m apart, and four corners.
    const rim = Math.sqrt(8 * 200 ** 2 + 4 * 2 * 100 ** 2) / 2;
    const facts = factsWith(0.05, park(), ...squares);
    expect(figure(facts, 'landArea').sigma! / (0.05 * rim)).toBeCloseTo(1, 3);
    expect(figure(facts, 'industrialLandArea').sigma! / (0.05 * rim)).toBeCloseTo(1, 3);
    // A registered area has no error of points, and the others keep theirs.
    const registered = parcel('R', rectangle(0, 0, 100, 100), { statedAreaM2: 10_000 });
    const mixed = figure(factsWith(0.05, park(), registered, parcel('S', rectangle(100, 0, 100, 100))), 'landArea');
    expect(mixed.sigma! / (0.05 * 100 * Math.SQRT2)).toBeCloseTo(1, 3);
    expect(figure(factsOf(park(), ...squares), 'landArea').sigma).toBeUndefined();
  });

  it('counts ground covered by two parcels once', () => {
    const facts = factsOf(park(), parcel('A', rectangle(0, 0, 100, 100)), parcel('B', rectangle(90, 0, 100, 100)));
    expect(facts.overlapM2).toBeCloseTo(1000, 1);
    expect(figure(facts, 'landArea').value).toBeCloseTo(19_000, 0);
  });

  it('counts ground covered by three parcels once', () => {
    const r = rectangle(0, 0, 100, 100);
    const facts = factsOf(park(), parcel('A', r), parcel('B', r), parcel('C', r));
    expect(figure(facts, 'landArea').value).toBeCloseTo(10_000, 0);
  });

  it('is the registered one where the boundary crosses itself, and none where nothing is registered', () => {
    const bow = ring([
      [0, 0],
      [100, 100],
      [100, 0],
      [0, 100],
    ]);
    const facts = factsOf(park(), parcel('A', bow, { statedAreaM2: 5000 }));
    expect(facts.parcels[0].valid).toBe(false);
    expect(figure(facts, 'landArea')).toMatchObject({ value: 5000, basis: 'registered' });
    const bare = factsOf(park(), parcel('A', bow));
    expect(bare.figures.landArea).toMatchObject({ state: 'unknown', missing: [{ id: 'A', field: 'geometry' }] });
  });
});

describe('buildings', () => {
  it('counts only the part of a building inside its parcel', () => {
    const facts = factsOf(
      park(),
      parcel('A', rectangle(0, 0, 100, 100)),
      building('b', 'A', rectangle(80, 0, 40, 50), { storeys: 2, storeyHeightM: 4 }),
    );
    expect(facts.buildings[0].insideShare).toBeCloseTo(0.5, 4);
    expect(figure(facts, 'floorArea').value).toBeCloseTo(2000, 0);
    expect(figure(facts, 'floorArea').notes).toContain('inside-parcels');
  });

  it('gives a building across two parcels of the park to both', () => {
    const facts = factsOf(
      park(),
      parcel('A', rectangle(0, 0, 100, 100)),
      parcel('B', rectangle(100, 0, 100, 100)),
      building('b', 'A', rectangle(80, 0, 40, 50), { storeys: 1, storeyHeightM: 4 }),
    );
    expect(facts.buildings.map((b) => b.parcelId)).toEqual(['A', 'B']);
    expect(figure(facts, 'floorArea').value).toBeCloseTo(2000, 0);
    expect(figure(facts, 'floorArea').notes).not.toContain('inside-parcels');
  });

  it('finds a building that names no parcel by its place', () => {
    const facts = factsOf(
      park(),
      parcel('A', rectangle(0, 0, 100, 100)),
      building('b', undefined, rectangle(10, 10, 40, 50), { storeys: 1, storeyHeightM: 4 }),
    );
    expect(figure(facts, 'floorArea').value).toBeCloseTo(2000, 0);
  });

  it('leaves the floor area unknown where nothing is recorded', () => {
    const facts = factsOf(park(), parcel('A', rectangle(0, 0, 100, 100)));
    expect(facts.figures.floorArea).toMatchObject({ state: 'unknown', missing: [{ id: 'A', field: 'floorAreaM2' }] });
    expect(facts.figures.plotRatio.state).toBe('unknown');
  });

  it('uses a parcel’s stated floor area where it has no buildings', () => {
    const facts = factsOf(park(), parcel('A', rectangle(0, 0, 100, 100), { floorAreaM2: 15_000 }));
    expect(figure(facts, 'plotRatio').value).toBeCloseTo(1.5, 4);
  });
});

describe('sites', () => {
  const siteCount = (...features: Feature[]) => figure(factsOf(park(), ...features), 'siteCount').value;
  const a = parcel('A', rectangle(0, 0, 100, 100));

  it('joins parcels within 0.5 m over at least 1 m of border', () => {
    expect(siteCount(a, parcel('B', rectangle(100, 0, 100, 100)))).toBe(1);
    expect(siteCount(a, parcel('B', rectangle(100.45, 0, 100, 100)))).toBe(1);
    expect(siteCount(a, parcel('B', rectangle(100.55, 0, 100, 100)))).toBe(2);
  });

  it('asks for 1 m of common border', () => {
    // The tolerance of 0.5 m lengthens the stretch within reach at each end.
    expect(siteCount(a, parcel('B', rectangle(100, 98.5, 100, 100)))).toBe(1);
    expect(siteCount(a, parcel('B', rectangle(100, 100, 100, 100)))).toBe(2);
  });

  it('tells corners, roads and open gaps apart', () => {
    const gap = (...features: Feature[]) => factsOf(park(), ...features).gaps[0].how;
    const road = (east: number, width: number) =>
      parcel('R', rectangle(east, -50, width, 300), { parkId: undefined, landClass: roadClass });
    expect(gap(a, parcel('B', rectangle(100, 100, 100, 100)))).toBe('corner');
    const across = parcel('B', rectangle(124, 0, 100, 100));
    expect(gap(a, across)).toBe('apart');
    expect(gap(a, across, road(100, 24))).toBe('road');
    expect(gap(a, across, road(100, 12))).toBe('apart');
    // A road exactly as long as the parcels face each other: the nearest points are its corners.
    const short = parcel('R', rectangle(100, 0, 24, 100), { parkId: undefined, landClass: roadClass });
    expect(gap(a, across, short)).toBe('road');
  });

  it('does not call a long way along a road adjacent', () => {
    const far = parcel('B', rectangle(0, 400, 100, 100));
    const road = parcel(
      'R',
      ring([
        [0, 100],
        [100, 100],
        [100, 400],
        [0, 400],
      ]),
      { parkId: undefined, landClass: roadClass },
    );
    expect(factsOf(park(), a, far, road).gaps).toEqual([]);
  });

  it('is unknown when one boundary of several is broken', () => {
    const bow = ring([
      [200, 0],
      [300, 100],
      [300, 0],
      [200, 100],
    ]);
    expect(factsOf(park(), a, parcel('B', bow)).figures.siteCount.state).toBe('unknown');
  });

  it('places every vertex where it was drawn', () => {
    expect(lonLat(33_000, 0)[0]).toBeCloseTo(114, 9);
  });
});

describe('parcels piled up by the hundred', () => {
  const pile = Array.from({ length: 640 }, (_, i) => parcel(`A${i}`, rectangle(i / 10, i / 10, 100, 100)));
  const project = projectOf(park(), ...pile);

  it('have areas and sites that are not told, and the park is named', () => {
    const facts = parkFacts(project, landIndex(project, uses), project.parks[0], uses);
    const missing = pile.map((_, i) => ({ kind: 'parcel', id: `A${i}`, field: 'geometry' }));
    expect(facts.sites).toEqual({ state: 'unknown', missing });
    expect(facts.gaps).toEqual([]);
    expect(facts.figures.landArea).toMatchObject({ state: 'unknown' });
    expect(City.open(project)!.notes).toEqual([
      { code: 'park-crowded', params: { count: 1, ids: project.parks[0].id } },
    ]);
    // A few of them are told.
    const few = projectOf(park(), ...pile.slice(0, 20));
    expect(City.open(few)!.notes).toEqual([]);
    // 19 steps of 0.1 m to the north-east add an L of (100 × 0.1 + 99.9 × 0.1) m² each.
    const area = figure(parkFacts(few, landIndex(few, uses), few.parks[0], uses), 'landArea').value;
    expect(area).toBeCloseTo(10_000 + 19 * 19.99, 0);
  });
});
