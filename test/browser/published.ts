import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { serve } from '../../src/server/serve.ts';
import { bytes, building, collection, jurisdiction, parcel, park, rectangle } from '../helpers/city.ts';

/* A published map of seven parks in two townships on a host of its own: the folder the command writes, read by a browser. */

const TOWNSHIPS = [
  { code: '410181001', name: '柳溪镇' },
  { code: '410181002', name: '青岗街道' },
] as const;

const township = ({ code, name }: (typeof TOWNSHIPS)[number], east: number) => ({
  type: 'Feature' as const,
  properties: { kind: 'township', id: code, code, name, districtCode: '410181' },
  geometry: { type: 'Polygon' as const, coordinates: [rectangle(east, -500, 2500, 2000)] },
});

const KINDS = ['智造', '食品', '五金', '服装', '印刷', '检测', '汽配'] as const;

const parks = KINDS.map((kind, i) =>
  park({
    id: `P${i + 1}`,
    name: `${i < 4 ? '柳溪' : '青岗'}${kind}小微企业园`,
    parkType: kind === '检测' ? 'service' : 'manufacturing',
    stage: i % 2 === 0 ? 'operating' : 'building',
    published: true,
    stars: i % 4,
    industries: [['智能装备', '食品加工', '五金制品'][i % 3]],
    ...(i === 0 && {
      nameEn: 'Liuxi Smart Manufacturing Park',
      address: '柳溪镇兴业路 8 号',
      freeAreaM2: 3200,
      rentYuanPerM2Month: 14.5,
      contactPhone: '000-00000001',
      website: 'https://park.example/',
    }),
  }),
);

const city = {
  ...collection(
    jurisdiction({ code: '410181', name: '东区', category: 'county' }),
    township(TOWNSHIPS[0], -300),
    township(TOWNSHIPS[1], 2200),
    ...parks,
    ...KINDS.map((_, i) =>
      parcel(`A${i + 1}`, rectangle(700 * i, 0, 250, 280 + 10 * i), {
        parkId: `P${i + 1}`,
        townshipCode: TOWNSHIPS[i < 4 ? 0 : 1].code,
      }),
    ),
    parcel('D1', rectangle(0, 600, 200, 200), { parkId: undefined, status: 'idle', flagPublished: true }),
    parcel('D2', rectangle(700, 600, 200, 150), { parkId: undefined, status: 'low-efficiency', flagPublished: true }),
    ...KINDS.map((_, i) =>
      building(`B${i + 1}`, `A${i + 1}`, rectangle(700 * i + 40, 40, 150, 120), {
        storeys: 5,
        floorAreaM2: 90_000 + 8000 * i,
      }),
    ),
  ),
  title: '测试市',
  sample: true,
};

const settings = `title: { zh: 测试市小微企业园, en: Small-enterprise parks of Test City }
mapApproval: 测试审图号
feedback: mailto:map@city.example
names: { 柳溪镇: Liuxi Town, 青岗街道: Qinggang Subdistrict, 东区: East District }
`;

interface PublishedMap {
  readonly address: string;
  /** Publishes it into the same folder, judged for another day: newer data. */
  readonly again: (date: string) => void;
  readonly close: () => Promise<void>;
}

/** Publishes it with the built page into a folder of its own, and serves that. */
export async function publishedMap(folder: string, port: number): Promise<PublishedMap> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const [file, settingsFile, site] = ['city.geojson', 'publish.yaml', 'site'].map((name) => path.join(folder, name));
  writeFileSync(file, bytes(city));
  writeFileSync(settingsFile, settings);
  const again = (date: string) => {
    const args = ['publish', site, file, '--settings', settingsFile, '--date', date];
    execFileSync(process.execPath, [path.resolve('scripts/yuantu.mjs'), ...args], { stdio: 'pipe' });
  };
  again('2026-10-31');
  const served = await serve(site, '127.0.0.1', port);
  if (!served.ok) throw new Error(served.refusal.code);
  return {
    address: `http://127.0.0.1:${port}/`,
    again,
    close: () => served.value.close(),
  };
}
