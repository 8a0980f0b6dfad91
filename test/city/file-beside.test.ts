import { describe, expect, it } from 'vitest';
import { createLocalClient } from '../../src/client/local.ts';
import type { NamedBytes } from '../../src/formats/contract.ts';
import { building, bytes, collection, lonLat, parcel, park, rectangle } from '../helpers/city.ts';
import { sessionWorker } from '../helpers/session-worker.ts';

const txt = (parcels: string): NamedBytes => ({
  name: '界址.txt',
  bytes: new TextEncoder().encode(`[属性描述]
坐标系=2000国家大地坐标系
几度分带=3
投影类型=高斯克吕格
计量单位=米
带号=38
精度=0.001
转换参数=,,,,,,
[地块坐标]
${parcels}`),
});
const square = (id: string, stated: string) => `4,${stated},${id},名${id},面,,,,@
J1,1,3846500.000,38467600.000
J2,1,3846600.000,38467600.000
J3,1,3846600.000,38467700.000
J4,1,3846500.000,38467700.000
`;

async function opened() {
  const client = createLocalClient(() => sessionWorker('2026-11-22'));
  const land = collection(park(), parcel('A', rectangle(0, 0, 250, 270)));
  const answer = await client.openFiles({ files: [{ name: 'a.geojson', bytes: bytes(land) }] });
  if (!answer.ok) throw new Error(answer.refusal.code);
  return { client, park: answer.value.parks[0].key };
}
const geojson = (...features: Parameters<typeof collection>) => ({
  name: 'b.geojson',
  bytes: bytes(collection(...features)),
});

describe('parcels of a file', () => {
  it('become parcels of what is open in one step, surveyed numbers and stated areas as they were, taken ids replaced', async () => {
    const { client, park } = await opened();
    const read = await client.parcelsOf({ files: [txt(square('A', '1.0001'))], park: { key: park } });
    if (!read?.ok) throw new Error('not read');
    const edit = await client.edit({ intent: read.value.intent });
    if (!edit?.ok) throw new Error(edit?.refusal.code);
    const [note] = edit.value.notes;
    expect(note).toMatchObject({ code: 'renamed', params: { id: 'A' } });
    const done = await client.apply({ change: edit.value.change });
    if (!done?.ok) throw new Error('not done');
    expect(done.value.history.undo).toMatchObject({ code: 'imported', params: { count: 1, file: '界址.txt' } });
    const { key } = edit.value.change.tables.parcel!.put![0];
    const added = await client.parcel({ key });
    expect(added?.parcel).toMatchObject({ id: note.params.now, name: '名A', parkId: 'P', statedAreaM2: 10_001 });
    expect(added?.shape).toMatchObject({ coordinates: [[lonLat(600, 500), lonLat(600, 600), lonLat(700, 600), lonLat(700, 500), lonLat(600, 500)].map(([lon, lat]) => [expect.closeTo(lon, 8), expect.closeTo(lat, 8)])] }); // prettier-ignore
    expect(await client.undo()).toMatchObject({ ok: true });
    expect(await client.parcel({ key })).toBeNull();
  });

  it('leave parks and buildings of their file where they are, and tell how many', async () => {
    const { client } = await opened();
    const other = geojson(
      park({ id: 'Q' }),
      parcel('B', rectangle(600, 0, 100, 100), { parkId: 'Q' }),
      building('B1', 'B', rectangle(620, 20, 10, 10)),
    );
    const read = await client.parcelsOf({ files: [other], park: null });
    if (!read?.ok) throw new Error('not read');
    expect(read.value.left).toBe(2);
    expect(read.value.intent.parcels).toHaveLength(1);
    expect(read.value.intent.parcels[0].fields).not.toHaveProperty('parkId');
    expect(await client.edit({ intent: read.value.intent })).toMatchObject({ ok: true });
  });

  it('are refused as files that are opened are', async () => {
    const { client } = await opened();
    const plane = { type: 'Polygon', coordinates: [[[467000, 3846000], [467300, 3846000], [467300, 3846300], [467000, 3846000]]] }; // prettier-ignore
    const file = { name: 'p.geojson', bytes: bytes({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: {}, geometry: plane }] }) }; // prettier-ignore
    expect(await client.parcelsOf({ files: [file], park: null })).toMatchObject({ refusal: { code: 'crs-ambiguous' } });
    expect(await client.parcelsOf({ files: [file], park: null, choices: { epsg: 4547 } })).toMatchObject({ ok: true });
  });
});

it('a reference layer holds every boundary of its file and changes nothing of what is open', async () => {
  const { client } = await opened();
  const before = await client.since({ version: 0 });
  const other = geojson(parcel('B', rectangle(600, 0, 100, 100)), building('B1', 'B', rectangle(620, 20, 10, 10)));
  const told = await client.reference({ files: [other] });
  if (!told?.ok) throw new Error('not read');
  const { count, layers, drawn, bounds } = told.value;
  expect([count, layers.map(({ size }) => size)]).toEqual([2, [1, 1]]);
  expect(drawn).toEqual({
    type: 'MultiPolygon',
    coordinates: [[rectangle(600, 0, 100, 100)], [rectangle(620, 20, 10, 10)]],
  });
  expect(bounds).toEqual([
    Math.min(lonLat(600, 0)[0], lonLat(600, 100)[0]),
    Math.min(lonLat(600, 0)[1], lonLat(700, 0)[1]),
    Math.max(lonLat(700, 0)[0], lonLat(700, 100)[0]),
    Math.max(lonLat(600, 100)[1], lonLat(700, 100)[1]),
  ]);
  expect(await client.since({ version: 0 })).toEqual(before);
});
