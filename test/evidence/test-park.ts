import { City } from '../../src/city/city.ts';
import { evidenceOf } from '../../src/city/evidence/make.ts';
import type { Unplaced } from '../../src/city/evidence/shape.ts';
import type { Project } from '../../src/domain/land/model.ts';
import { readFiles } from '../../src/formats/index.ts';
import { packNamed } from '../../src/workers/policy-packs.ts';
import { building, bytes, collection, parcel, park, rectangle } from '../helpers/city.ts';

export const pack = packNamed('zhengzhou-draft');
export const DAY = '2026-11-28';

/** The least page evidence can be put into. */
export const PAGE = `<!doctype html><html lang="zh"><head><meta name="yuantu:version" content="0.1.0" /><title>t</title></head>
<body><script type="application/json" id="yuantu-evidence"></script><p>$& </p></body></html>
`;

/** Two sites, five buildings, leases, and persons who are named. */
const file = collection(
  park({
    stage: 'operating',
    developer: '某开发公司',
    contactPhone: '000-00000000',
    greenAreaM2: 4000,
    heldAreaM2: 30_000,
    firms: 40,
    smallFirms: 38,
    salePriceYuanPerM2: 3000,
    landCostWan: 3000,
    buildCostYuanPerM2: 1800,
    publicFacilityCostWan: 200,
    leases: [{ id: 'L1', signedOn: '2026-01-05', startOn: '2026-02-01', endOn: '2030-01-31', paymentPeriodMonths: 6 }],
    monthlyFigures: [{ month: '2026-09', problems: '请找某人', outputWan: 12 }],
    note: '某人 000-00000001',
  }),
  parcel('A', rectangle(0, 0, 300, 200), { flagReason: '某人说', reservedBy: '某人', statedAreaM2: 60_000.12 }),
  parcel('B', rectangle(320, 0, 120, 90)),
  parcel('R', rectangle(300, 0, 20, 200), {
    parkId: undefined,
    landClass: { system: 'planning-guide-2023', code: '1207' },
  }),
  ...[0, 1, 2, 3].map((n) =>
    building(`B${n}`, 'A', rectangle(20 + 70 * n, 20, 50, 120), {
      storeys: 4,
      storeyHeightM: 4.5,
      floorAreaM2: 24_000,
    }),
  ),
  building('C1', 'B', rectangle(330, 10, 60, 40), { use: 'dormitory', storeys: 5, storeyHeightM: 3.3 }),
);

export async function readTest(name = 'park.geojson', content = bytes(file)): Promise<Project> {
  const read = await readFiles([{ name, bytes: content }], { fields: pack.fields, landClasses: pack.landClasses });
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value.project;
}

/** The park of the project as it is put into a file. */
export async function contentOf(project: Project, id = 'P'): Promise<Unplaced> {
  const city = City.open(project)!;
  const made = await evidenceOf(city.judge({ pack, date: DAY }), city.parkCalled(id)!, {
    made: '2026-11-29',
    sample: false,
    source: { title: '试验', files: ['park.geojson'] },
    history: [{ code: 'storeys-added', params: { ids: 'B1', by: 1 } }],
  });
  if (!made.ok) throw new Error(`${made.refusal.code} ${JSON.stringify(made.refusal.params)}`);
  return made.value;
}
