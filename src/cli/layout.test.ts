import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { yuantu } from '../../test/helpers/command.ts';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'layout-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const parcels = 'data/examples/parcels.txt';

interface Feature {
  readonly properties: {
    readonly kind: string;
    readonly parcelId?: string;
    readonly floorAreaM2?: number;
    readonly storeys?: number;
  };
}
const buildingsIn = (file: string): Feature[] =>
  (JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as { features: Feature[] }).features.filter(
    ({ properties }) => properties.kind === 'building',
  );

it('lays out a parcel, writes the land with each layout taken as ordinary buildings, and figures of it agree', async () => {
  const { code, out } = await yuantu(
    'layout',
    parcels,
    '--id',
    'S1',
    '--far',
    '1.8',
    '--out',
    folder,
    '--json',
    '--lang',
    'en',
  );
  expect(code).toBe(0);
  const { layouts } = JSON.parse(out) as {
    layouts: { family: string; buildings: { storeys: number }[]; figures: { landM2: number; plotRatio: number } }[];
  };
  expect(layouts.length).toBeGreaterThanOrEqual(3);
  expect(readdirSync(folder)).toHaveLength(layouts.length);
  for (const { family, buildings, figures } of layouts) {
    expect(figures.landM2).toBeCloseTo(66675, 1);
    expect(figures.plotRatio).toBeGreaterThanOrEqual(1.8);
    const taken = buildingsIn(`S1-${family}.geojson`);
    expect(taken.map(({ properties }) => [properties.parcelId, properties.storeys])).toEqual(
      buildings.map(({ storeys }) => ['S1', storeys]),
    );
  }
});

it('writes each of several layouts of one family to a file of its own', async () => {
  const { out } = await yuantu('layout', parcels, '--id', 'S1', '--far', '9', '--out', folder, '--json', '--lang', 'en');
  const { layouts } = JSON.parse(out) as { layouts: { family: string; buildings: Told[] }[] };
  expect(new Set(layouts.map(({ family }) => family)).size).toBeLessThan(layouts.length);
  const storeysIn = (file: string) => buildingsIn(file).map(({ properties }) => properties.storeys);
  const seen = new Map<string, number>();
  for (const { family, buildings } of layouts) {
    seen.set(family, (seen.get(family) ?? 0) + 1);
    const number = seen.get(family)! > 1 ? `-${seen.get(family)}` : '';
    expect(storeysIn(`S1-${family}${number}.geojson`)).toEqual(buildings.map(({ storeys }) => storeys));
  }
  expect(readdirSync(folder)).toHaveLength(layouts.length);
}); // prettier-ignore

it('says that not one building fits where there is no layout: the plot ratio is not what is missed', async () => {
  const ring = [[113.5, 34.7], [113.50015, 34.7], [113.50015, 34.70013], [113.5, 34.70013], [113.5, 34.7]]; // prettier-ignore
  const tiny = path.join(folder, 'tiny.geojson');
  const geometry = { type: 'Polygon', coordinates: [ring] };
  const features = [{ type: 'Feature', properties: { kind: 'parcel', id: 'T1' }, geometry }];
  writeFileSync(tiny, JSON.stringify({ type: 'FeatureCollection', features }));
  const { code, out } = await yuantu('layout', tiny, '--id', 'T1');
  expect(code).toBe(1);
  expect(out).toContain('这块地排不下一栋');
  expect(out).not.toContain('容积率下限');
});

it('says what each wish costs every layout, in floor area', async () => {
  const { code, out } = await yuantu('layout', parcels, '--id', 'S1', '--rowgap', '14', '--prices', '--lang', 'en');
  expect(code).toBe(0);
  const costs = out.split('\n').filter((line) => line.includes('costs:'));
  expect(costs.length).toBeGreaterThanOrEqual(3);
  for (const line of costs) expect(line).toMatch(/whole bays \d+ m².*fire lanes between rows \d+ m².*main road \d+ m²/);
});

it('says which parcel is not there, and what a wish is not', async () => {
  expect(await yuantu('layout', parcels, '--id', 'nowhere', '--lang', 'en')).toMatchObject({
    code: 2,
    err: expect.stringContaining('nowhere') as string,
  });
  expect(await yuantu('layout', parcels, '--id', 'S1', '--bay', 'wide', '--lang', 'en')).toMatchObject({
    code: 2,
    err: expect.stringContaining('--bay') as string,
  });
  expect(await yuantu('layout', parcels, '--lang', 'en')).toMatchObject({
    code: 2,
    err: expect.stringContaining('--id') as string,
  });
});

it('writes no land where nothing can be built, and says what is missed', async () => {
  const { code, out } = await yuantu(
    'layout',
    parcels,
    '--id',
    'S1',
    '--setback',
    '1000',
    '--out',
    folder,
    '--lang',
    'en',
  );
  expect(code).toBe(1);
  expect(out).toContain('plot ratio');
  expect(readdirSync(folder)).toEqual([]);
});

interface Told {
  readonly lengthM: number;
  readonly depthM: number;
  readonly storeys: number;
  readonly use: string;
  readonly storeyHeightsM: readonly number[];
}

it('takes every wish that the page has by its name', async () => {
  const wish = 'lengthMax=60,barDepths=18+24,plateDepths=36,firstM=6,mostStoreys=3,amenityShare=0,aligned=no';
  const { code, out } = await yuantu('layout', parcels, '--id', 'S1', '--wish', wish, '--json', '--lang', 'en');
  expect(code).toBe(0);
  const { layouts } = JSON.parse(out) as { layouts: { buildings: Told[] }[] };
  for (const { lengthM, depthM, storeys, use, storeyHeightsM } of layouts.flatMap(({ buildings }) => buildings)) {
    expect(lengthM).toBeLessThanOrEqual(60 + 1e-6);
    expect([18, 24, 36]).toContain(Math.round(depthM * 1e6) / 1e6);
    expect(storeys).toBeLessThanOrEqual(3);
    expect(storeyHeightsM[0]).toBe(6);
    expect(use).toBe('production');
  }
});

it.each([
  ['height=3', 'mostStoreys'],
  ['laneM=2', '3'],
  ['mostStoreys=2.5', 'whole'],
  ['turningM=99', '30'],
  ['fire=C4', 'C2'],
  ['barDepths=deep', '18-30'],
  ['entrance=north', '1, 2, 3'],
  ['entrance=99', '4'],
  ['sideSetbacks=99:5', '4'],
  ['sideSetbacks=1:wide', '1:10'],
  ['sideSetbacks=1:10+1:8', '1:10'],
  ['sideSetbacks=1:10:5', '1:10'],
  ['bayM=6,bayM=8', 'more than once'],
])('says what a wish can be: %s', async (wish, expected) => {
  const { code, err } = await yuantu('layout', parcels, '--id', 'S1', '--wish', wish, '--lang', 'en');
  expect(code).toBe(2);
  expect(err).toContain('--wish');
  expect(err).toContain(expected);
});

it('keeps setbacks of single sides and the entrance as the page has them, each side by its number', async () => {
  type Point = readonly [number, number];
  interface Answer {
    readonly sides: readonly { readonly side: number; readonly lengthM: number }[];
    readonly layouts: readonly {
      readonly entrance: Point;
      readonly buildings: readonly { readonly ring: readonly Point[] }[];
    }[];
  }
  const run = async (...more: string[]) => {
    const { code, out } = await yuantu('layout', parcels, '--id', 'S1', ...more, '--json', '--lang', 'en');
    expect(code).toBe(0);
    return JSON.parse(out) as Answer;
  };
  const usual = await run();
  const spreadOf = ({ layouts }: Answer) => layouts[0].buildings.flatMap(({ ring }) => ring);
  expect(usual.sides.map(({ side }) => side)).toEqual(usual.sides.map((_, i) => i + 1));
  const back = await run('--wish', 'sideSetbacks=1:40+2:12.5');
  expect(spreadOf(back)).not.toEqual(spreadOf(usual));
  const entrances = new Set<string>();
  for (const { side } of usual.sides)
    entrances.add(String((await run('--wish', `entrance=${side}`)).layouts[0].entrance));
  expect(entrances.size).toBe(usual.sides.length);
});

it.each([
  [['--wish', 'bayM=6', '--bay', '8'], '--wish bayM / --bay'],
  [['--cleared', '--kept', '1'], '--kept / --cleared'],
])('refuses what is said in two ways: %s', async (more, expected) => {
  const { code, err } = await yuantu('layout', parcels, '--id', 'S1', ...more, '--lang', 'en');
  expect([code, err]).toEqual([2, expect.stringContaining(expected)]);
});

it('refuses a building to stay that stands on other land, and names those that stand on this', async () => {
  const city = path.join(folder, 'city.geojson');
  const square = (x: number, m: number) => [[[x, 34.7], [x + m, 34.7], [x + m, 34.7 + m], [x, 34.7 + m], [x, 34.7]]]; // prettier-ignore
  const features = [0, 1].flatMap((n) =>
    [
      [{ kind: 'parcel', id: `S${n}` }, 0.002],
      [{ kind: 'building', id: `B${n}`, parcelId: `S${n}`, storeys: 2 }, 0.0004],
    ].map(([properties, m]) => ({
      type: 'Feature',
      properties,
      geometry: { type: 'Polygon', coordinates: square(113.6 + n / 100, m as number) },
    })),
  );
  writeFileSync(city, JSON.stringify({ type: 'FeatureCollection', yuantu: { version: 1 }, features }));
  const run = (id: string) => yuantu('layout', city, '--id', 'S0', '--kept', id, '--lang', 'en');
  expect((await run('B0')).code).not.toBe(2);
  const { code, err } = await run('B1');
  expect([code, err]).toEqual([2, expect.stringContaining('B1 does not stand on this land; there are: B0')]);
});

it('says which building that shall stay is not there, and refuses wishes in two options', async () => {
  expect(await yuantu('layout', parcels, '--id', 'S1', '--kept', 'nowhere', '--lang', 'en')).toMatchObject({
    code: 2,
    err: expect.stringContaining('nowhere') as string,
  });
  expect(await yuantu('layout', parcels, '--id', 'S1', '--wish', 'bayM=6', '--wish', 'laneM=5')).toMatchObject({
    code: 2,
    err: expect.stringContaining('--wish') as string,
  });
});
