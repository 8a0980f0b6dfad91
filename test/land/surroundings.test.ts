import type { Feature } from 'geojson';
import { describe, expect, it } from 'vitest';
import { landIndex } from '../../src/domain/land/land-index.ts';
import type { LandUses } from '../../src/domain/land/land-use.ts';
import { parkFacts } from '../../src/domain/land/park-facts.ts';
import { surroundingsOf } from '../../src/domain/land/surroundings.ts';
import { factsAfter } from '../../src/policy/repairs/apply.ts';
import type { ParkFacts } from '../../src/domain/land/facts.ts';
import { readExchange } from '../../src/formats/exchange/read.ts';
import { building, bytes, collection, parcel, park, rectangle, roadClass } from '../helpers/city.ts';

const uses: LandUses = { isIndustrial: (c) => c.code === '100101', isRoad: (c) => c.code === '1207' };

function around(features: readonly Feature[], vertexSigmaM?: number) {
  const read = readExchange('city.geojson', bytes(collection(park(), ...features)), {});
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  const { project } = read.value;
  const index = landIndex(project, uses);
  const facts = parkFacts(project, index, project.parks[0], uses);
  return { facts, land: surroundingsOf(project, index, facts, uses, vertexSigmaM) };
}

const free = (id: string, ring: [number, number][], fields = {}) => parcel(id, ring, { parkId: undefined, ...fields });
const own = [parcel('A', rectangle(0, 0, 100, 100)), parcel('B', rectangle(300, 0, 100, 100))];
type Around = ReturnType<typeof around>;
const ids = ({ land }: Around) => land.candidates.map((c) => c.parcel.parcel.id);
const sitesOf = ({ sites }: Pick<ParkFacts, 'sites'>) =>
  sites.state === 'value' ? sites.value.map((s) => [...s.parcelIds].sort()).sort() : null;
const taken = ({ facts, land }: Around, id: string) =>
  factsAfter(facts, [{ kind: 'add', parcel: id, landM2: null, adjacent: true }], land);
const left = ({ facts, land }: Around, id: string) =>
  factsAfter(facts, [{ kind: 'drop', parcels: [id], landM2: null }], land);

describe('free land around a park', () => {
  it('is that of its townships which no one uses: not of parks, roads, other townships, in use or lying over it', () => {
    const found = around([
      ...own,
      free('idle', rectangle(120, 0, 50, 50), { status: 'idle' }),
      free('used', rectangle(120, 60, 50, 30), { status: 'in-use' }),
      free('unsaid', rectangle(180, 0, 50, 50), { status: undefined }),
      free('road', rectangle(240, 0, 20, 50), { landClass: roadClass }),
      free('elsewhere', rectangle(120, 100, 50, 50), { townshipCode: '410181002' }),
      free('over', rectangle(90, 60, 50, 50)),
      park({ id: 'Q' }),
      parcel('theirs', rectangle(180, 100, 50, 50), { parkId: 'Q' }),
    ]);
    expect(ids(found)).toEqual(['idle']);
  });

  it('is that of the same township under whichever of its names a parcel has', () => {
    const town = {
      type: 'Feature',
      properties: { kind: 'township', id: 'T', code: '410181001' },
      geometry: null,
    } as never;
    const names = ['T', '410181001', '410181001000', '410181001203'];
    const free4 = names.map((townshipCode, i) =>
      free(townshipCode, rectangle(0, 200 + 100 * i, 50, 50), { townshipCode }),
    );
    const other = free('other', rectangle(60, 200, 50, 50), { townshipCode: '410181002000' });
    for (const townshipCode of names)
      expect(
        ids(around([town, parcel('A', rectangle(0, 0, 100, 100), { townshipCode }), ...free4, other])).sort(),
      ).toEqual([...names].sort());
    // Without the township itself its short name is no code.
    const alone = around([parcel('A', rectangle(0, 0, 100, 100), { townshipCode: '410181001000' }), ...free4, other]);
    expect(ids(alone).sort()).toEqual(names.slice(1));
  });

  it('comes nearest first, with how the park would lie with it', () => {
    const found = around([
      ...own,
      free('far', rectangle(2000, 0, 100, 100)),
      free('touching', rectangle(100, 0, 100, 100)),
      free('bridge', rectangle(200, 0, 100, 100)),
    ]);
    expect(ids(found).at(-1)).toBe('far');
    const by = Object.fromEntries(found.land.candidates.map((c) => [c.parcel.parcel.id, c]));
    expect([by.touching.adjacent, by.bridge.adjacent, by.far.adjacent]).toEqual([true, true, false]);
    expect(sitesOf(taken(found, 'touching'))).toEqual([['A', 'touching'], ['B']]);
    expect(sitesOf(taken(found, 'bridge'))).toEqual([['A'], ['B', 'bridge']]);
    expect(sitesOf(taken(found, 'far'))).toEqual([['A'], ['B'], ['far']]);
  });

  it('brings its buildings, and the error of its boundary where that is said', () => {
    const next = free('next', rectangle(100, 0, 100, 100));
    const hall = building('H', 'next', rectangle(110, 10, 50, 50), { storeys: 2, storeyHeightM: 5 });
    const found = around([...own, next, hall], 0.05);
    expect(taken(found, 'next').buildings.map((b) => b.building.id)).toEqual(['H']);
    const { area } = found.land.candidates[0].parcel;
    // Of a square: the error of a point × the diagonal.
    expect(area.state === 'value' && area.value.sigma).toBeCloseTo(0.05 * Math.hypot(100, 100), 3);
  });
});

it('a park without its bridge lies in two sites', () => {
  const found = around([...own, parcel('C', rectangle(100, 0, 200, 100))]);
  expect(sitesOf(found.facts)).toEqual([['A', 'B', 'C']]);
  expect(sitesOf(left(found, 'C'))).toEqual([['A'], ['B']]);
  expect(sitesOf(left(found, 'A'))).toEqual([['B', 'C']]);
});
