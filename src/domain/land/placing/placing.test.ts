import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areasOf } from '../../geometry/measure/measures.ts';
import type { MultiPolygon } from '../../geometry/columns/layer.ts';
import { intersectionAreaM2 } from '../../geometry/overlap/overlap.ts';
import { box, feature, layerOf } from '../../geometry/plane/test-rings.ts';
import { emptyLayer } from '../../geometry/columns/builder.ts';
import { arrayRecords } from '../records/array-records.ts';
import type { Parcel, Project, Township, Zone } from '../model.ts';
import { measuredLayer } from '../../geometry/measure/measured.ts';
import type { Watch } from '../../watch.ts';
import { placingNotes } from './notes.ts';
import { Placing } from './placing.ts';
import { districtOf } from '../township.ts';

/** The parcels of a project placed together; null when cancelled. */
function placedOrNot(project: Project, watch: Watch = {}, broken = measuredLayer(project.parcels.layer)!.broken) {
  const { records, layer } = project.parcels;
  const placing = Placing.of(layer, project, broken, watch);
  if (!placing) return null;
  const none = () => expect.fail('its boundary is known already');
  const told = records.map((record, row) => placing.at({ row, shelf: project }, record, none));
  return {
    project: { ...project, parcels: { records: arrayRecords(told.map(({ parcel }) => parcel)), layer } },
    notes: placingNotes((visit) => told.forEach(({ said, parcel: { id } }) => visit(said, () => id)), []),
  };
}
const placed = (project: Project) => placedOrNot(project)!;

type Drawn<T> = readonly (readonly [T, MultiPolygon | null])[];
const table = <T>(rows: Drawn<T>) => ({
  records: arrayRecords(rows.map(([record]) => record)),
  layer: rows.length ? layerOf(...rows.map(([, shape]) => shape)) : emptyLayer(),
});
const project = (parcels: Drawn<Parcel>, townships: Drawn<Township>, zones: Drawn<Zone> = []): Project => ({
  parks: [],
  parcels: table(parcels),
  buildings: table([]),
  townships: table(townships),
  zones: table(zones),
  jurisdictions: [],
  others: [],
});
const land = (...at: Parameters<typeof box>): MultiPolygon => feature([box(...at)]);
const towns: Drawn<Township> = [
  [{ id: 'a', code: '410122100', districtCode: '410122' }, land(0, 0, 1000)],
  [{ id: 'b' }, land(1000, 0, 1000)],
];

describe('where a parcel lies', () => {
  it('is the township with more than half of it; what a record says stands', () => {
    const { project: told, notes } = placed(
      project(
        [
          [{ id: 'in' }, land(10, 10, 100)],
          [{ id: 'most', districtCode: '410184' }, land(930, 10, 100)],
          [{ id: 'half' }, land(950, 500, 100)],
          [{ id: 'outside' }, land(0, 1000, 100)],
          [{ id: 'said', townshipCode: 'b' }, land(200, 10, 100)],
          [{ id: 'right', townshipCode: 'b' }, land(1200, 10, 100)],
          [{ id: 'listed' }, null],
          [{ id: 'east' }, land(1500, 10, 100)],
        ],
        towns,
      ),
    );
    expect([...told.parcels.records]).toEqual([
      { id: 'in', townshipCode: '410122100', districtCode: '410122' },
      { id: 'most', townshipCode: '410122100', districtCode: '410184' },
      { id: 'half' },
      { id: 'outside' },
      { id: 'said', townshipCode: 'b' },
      { id: 'right', townshipCode: 'b' },
      { id: 'listed' },
      { id: 'east', townshipCode: 'b' },
    ]);
    expect(notes).toEqual([
      { code: 'township-by-boundary', params: { count: 3, divided: 1 } },
      { code: 'township-differs', params: { count: 1, ids: 'said' } },
      { code: 'district-differs', params: { count: 1, ids: 'most' } },
    ]);
  });
  it('is not said to differ where the recorded township holds most of it as well', () => {
    const { notes } = placed(
      project(
        [[{ id: 'both', townshipCode: '410122200' }, land(10, 10, 100)]],
        [
          [{ id: 'a', code: '410122100' }, land(0, 0, 1000)],
          [{ id: 'b', code: '410122200' }, land(0, 0, 1000)],
        ],
      ),
    );
    expect(notes).toEqual([]);
  });
  it('takes the district from a township’s code, and from a whole district drawn among them, which is no township', () => {
    const { project: told, notes } = placed(
      project(
        [
          [{ id: 'a' }, land(10, 10, 100)],
          [{ id: 'b' }, land(1100, 10, 100)],
          [{ id: 'c', townshipCode: ' 410122100 ', districtCode: ' ' }, land(1100, 200, 100)],
        ],
        [
          [{ id: 'a', code: ' 410122100' }, land(0, 0, 1000)],
          [{ id: 'd', code: '410123000' }, land(1000, 0, 1000)],
        ],
      ),
    );
    expect([...told.parcels.records]).toEqual([
      { id: 'a', townshipCode: '410122100', districtCode: '410122' },
      { id: 'b', districtCode: '410123' },
      { id: 'c', townshipCode: '410122100', districtCode: '410122' },
    ]);
    expect(notes).toEqual([{ code: 'township-by-boundary', params: { count: 1, divided: 0 } }]);
  });
  it('gives a recorded township its code and its district, under whichever of its names it was recorded', () => {
    const drawn = land(10, 10, 100);
    const named = ['a', '410122100', '410122100000', '410999100'].map(
      (townshipCode) => [{ id: townshipCode, townshipCode }, drawn] as const,
    );
    const { project: told, notes } = placed(
      project([...named, [{ id: 'own', townshipCode: 'a', districtCode: '410171' }, null]], towns),
    );
    expect(told.parcels.records.map((p) => [p.townshipCode, p.districtCode])).toEqual([
      ['410122100', '410122'],
      ['410122100', '410122'],
      ['410122100', '410122'],
      ['410999100', undefined],
      ['410122100', '410171'],
    ]);
    expect(notes).toEqual([
      { code: 'township-differs', params: { count: 1, ids: '410999100' } },
      { code: 'district-differs', params: { count: 1, ids: 'own' } },
    ]);
    expect(['410122100', '410122100000', 'a', '大峪沟镇', undefined].map(districtOf)).toEqual(['410122', '410122', undefined, undefined, undefined]); // prettier-ignore
  });
  it('is a zone only if more than half of the parcel is in it', () => {
    const { project: told, notes } = placed(
      project(
        [
          [{ id: 'in' }, land(10, 10, 100)],
          [{ id: 'little' }, land(460, 10, 100)],
          [{ id: 'said', zoneId: 'other' }, land(20, 200, 100)],
        ],
        [],
        [[{ id: 'zone', zoneType: 'development' }, land(0, 0, 500)]],
      ),
    );
    expect(told.parcels.records.map((p) => p.zoneId)).toEqual(['zone', undefined, 'other']);
    expect(notes).toEqual([{ code: 'zone-by-boundary', params: { count: 1, divided: 0 } }]);
  });
  it('leaves a project as it is without boundaries, and what is broken out of it', () => {
    const bow = feature([[[0, 0], [100, 100], [100, 0], [0, 100]]]); // prettier-ignore
    for (const as of [
      project([[{ id: 'p' }, land(0, 0, 10)]], []),
      project([[{ id: 'p' }, null]], towns),
      project([[{ id: 'p' }, bow]], towns),
      project([[{ id: 'p' }, land(10, 40, 10)]], [[{ id: 't' }, bow]]),
      project([], towns),
    ])
      expect(placed(as)).toEqual({ project: as, notes: [] });
  });
  it('is told from overlapping boundaries with a word of it: the one with more of the parcel, else the first', () => {
    const zones: Drawn<Zone> = [
      [{ id: 'outer' }, land(0, 0, 900)],
      [{ id: 'inner' }, land(100, 100, 500)],
    ];
    const nested: Drawn<Parcel> = [
      [{ id: 'both' }, land(200, 200, 50)],
      [{ id: 'outer only' }, land(700, 700, 50)],
      [{ id: 'more outer' }, land(560, 200, 60)],
      [{ id: 'said', zoneId: 'inner' }, land(300, 200, 50)],
    ];
    const { project: told, notes } = placed(project(nested, zones, zones));
    expect(told.parcels.records.map((p) => p.zoneId)).toEqual(['outer', 'outer', 'outer', 'inner']);
    expect(notes).toEqual([
      { code: 'township-by-boundary', params: { count: 4, divided: 0 } },
      { code: 'township-overlaps', params: { count: 3, ids: 'both、more outer、said' } },
      { code: 'zone-by-boundary', params: { count: 3, divided: 0 } },
      { code: 'zone-overlaps', params: { count: 2, ids: 'both、more outer' } },
    ]);
  });
  it('is the recorded township under each of its names', () => {
    const names = ['410122100', '410122100000', 'a', '410122100001', '410122101000', ' ']; // …001: a village of it
    const parcels = names.map(
      (townshipCode) => [{ id: `by ${townshipCode}`, townshipCode }, land(10, 10, 100)] as const,
    );
    expect(placed(project(parcels, towns)).notes).toEqual([
      { code: 'township-by-boundary', params: { count: 1, divided: 0 } }, // a blank name is none
      { code: 'township-differs', params: { count: 1, ids: 'by 410122101000' } },
    ]);
  });
  it('says when the recorded district is not that of the township, by its record, its code or the ground', () => {
    const [inA, nowhere] = [land(10, 10, 100), land(5000, 0, 100)];
    const parcels: Drawn<Parcel> = [
      [{ id: 'agrees', townshipCode: 'a', districtCode: '410122' }, inA],
      [{ id: 'against its township', townshipCode: 'a', districtCode: '410184' }, nowhere],
      [{ id: 'against its code', townshipCode: '410103001', districtCode: '410122' }, nowhere],
      [{ id: 'against the ground', districtCode: '410184' }, inA],
      // b has no district of its own and no code: nothing to hold the record against
      [{ id: 'nothing known', townshipCode: 'b', districtCode: '410184' }, nowhere],
      [{ id: 'no district', townshipCode: 'a' }, inA],
    ];
    const { project: told, notes } = placed(project(parcels, towns));
    expect(told.parcels.records.map((p) => p.districtCode)).toEqual(['410122', '410184', '410122', '410184', '410184', '410122']); // prettier-ignore
    expect(notes.filter((n) => n.code === 'district-differs')).toEqual([
      {
        code: 'district-differs',
        params: { count: 3, ids: 'against its township、against its code、against the ground' },
      },
    ]);
  });
  it('takes the code of a district for no township', () => {
    const parcels: Drawn<Parcel> = ['410122000', '410122000000'].map((townshipCode) => [{ id: townshipCode, townshipCode }, null]); // prettier-ignore
    const { project: told, notes } = placed(project(parcels, []));
    expect([...told.parcels.records]).toEqual(parcels.map(([{ id }]) => ({ id, districtCode: '410122' })));
    expect(notes).toEqual([{ code: 'township-is-district', params: { count: 2, ids: '410122000、410122000000' } }]);
  });
  it('can be followed and stopped, and takes a boundary for broken that is said to be', () => {
    const as = project([[{ id: 'p' }, land(10, 10, 100)]], towns, [[{ id: 'z' }, land(0, 0, 500)]]);
    const seen: number[] = [];
    expect(placedOrNot(as, { progress: (done) => void seen.push(done) })!.notes).toHaveLength(2);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect([seen[0], seen.at(-1)]).toEqual([0, 1]);
    // Stopped at every point where it asks: in the parcels, the townships, their shares, the zones.
    for (let after = 0; ; after++) {
      let asked = 0;
      const told = placedOrNot(as, { cancelled: () => asked++ === after });
      if (asked <= after) break;
      expect(told).toBeNull();
      expect(asked).toBe(after + 1);
    }
    expect(placedOrNot(as, {}, new Set([0]))).toEqual({ project: as, notes: [] });
  });
  it('is told beside a township whose coordinates are no numbers', () => {
    const nowhere = layerOf(null, land(0, 0, 1000));
    const drawn = project([[{ id: 'p' }, land(10, 10, 100)]], towns);
    const lonLat = Float64Array.from([NaN, 34, 113, 34, 113, 35, NaN, 34, ...nowhere.lonLat]);
    const layer = {
      size: 2,
      lonLat,
      vertexStart: Uint32Array.of(0, 4, lonLat.length / 2),
      ringStart: Uint32Array.of(0, 1, 2),
      partStart: Uint32Array.of(0, 1, 2),
    };
    const { townships } = drawn;
    const told = placed({
      ...drawn,
      townships: { records: arrayRecords([{ id: 'broken' }, townships.records.get(0)]), layer },
    });
    expect(told.project.parcels.records.get(0).townshipCode).toBe('410122100');
  });
  it('agrees with the ground in common, pair by pair', () => {
    const side = fc.integer({ min: 1, max: 900 });
    const at = fc.integer({ min: -300, max: 1800 });
    fc.assert(
      fc.property(fc.array(fc.tuple(at, at, side, side), { maxLength: 6 }), (boxes) => {
        const as = project(
          boxes.map((b, i) => [{ id: `p${i}` }, land(...b)] as const),
          towns,
        );
        const { layer, records } = placed(as).project.parcels;
        [...records].forEach((parcel, f) => {
          const whole = areasOf(layer, f).planeM2;
          const shares = [0, 1].map((t) => intersectionAreaM2(layer, f, as.townships.layer, t) / whole);
          if (shares.some((s) => Math.abs(s - 0.5) < 1e-6)) return;
          expect(parcel.townshipCode).toBe(['410122100', 'b'][shares.findIndex((s) => s > 0.5)]);
        });
      }),
    );
  });
});
