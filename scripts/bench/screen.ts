import { City } from '../../src/city/city.ts';
import { naming } from '../../src/city/place-names.ts';
import { screenedLand } from '../../src/city/screening/screened-land.ts';
import type { Parcel } from '../../src/domain/land/model.ts';
import { arrayRecords } from '../../src/domain/land/records/array-records.ts';
import { atOnce } from '../../src/domain/steps.ts';
import { readExchange } from '../../src/formats/exchange/read.ts';
import type { Pack } from '../../src/policy/shape/pack.ts';
import { classAt } from '../../src/supply/screen/classes.ts';
import { DAY_FIELDS, FIGURE_FIELDS } from '../../src/supply/screen/columns.ts';
import { screenFlips } from '../../src/supply/screen/flips.ts';
import { screenSteps, type Screen, type ScreenedLand } from '../../src/supply/screen/screen.ts';
import { screenUses } from '../../src/supply/screen/uses.ts';
import { collection } from '../sample/collection.ts';
import { features } from '../sample/features.ts';
import { HISTORY_END, type Truth } from '../sample/histories.ts';
import { random } from '../sample/random.ts';
import { withEvidence } from '../sample/with-evidence.ts';
import type { Benchmark, BenchOptions, BenchReport } from './contract.ts';
import { policyPack } from './packs.ts';
import { median, interleaved, shownMs } from './rounds.ts';

const CLASSES = ['in-use', 'suspected-idle', 'low-efficiency', 'approved-not-supplied'] as const;
const MANY = 50_000;
const ROUNDS = 9;

const screen = (...asked: Parameters<typeof screenSteps>): Screen => atOnce(screenSteps(...asked));

/** What may be missing in a register. */
const EVIDENCE = [
  ...DAY_FIELDS,
  ...FIGURE_FIELDS,
  'floorAreaM2',
  'approvalNo',
] as const satisfies readonly (keyof Parcel)[];

interface KnownCity {
  readonly land: ScreenedLand;
  readonly truths: ReadonlyMap<string, Truth>;
}

/** The sample city as offices would know it; what it truly is stays apart. */
function evidenceCity(pack: Pack): KnownCity {
  const truths = new Map<string, Truth>();
  const texts = withEvidence(features(0), (id, truth) => truths.set(id, truth));
  const bytes = new TextEncoder().encode([...collection(texts)].join(''));
  const read = readExchange('city.geojson', bytes, { fields: pack.fields });
  if (!read.ok) throw new Error(read.refusal.code);
  const city = City.open(read.value.project)!; // cannot be cancelled
  const land = atOnce(screenedLand(city, naming(city.project, pack), new Set(), screenUses(pack)));
  return { land, truths };
}

/** The same with a share of the evidence gone, drawn anew for every parcel and field. */
function without(land: ScreenedLand, fields: readonly (keyof Parcel)[], share: number): ScreenedLand {
  const rnd = random(`without/${share}/${fields.join()}`);
  const floorM2 = land.floorM2.slice();
  const records = land.records.map((record, row): Parcel => {
    const gone = fields.filter((field) => record[field] !== undefined && rnd.chance(share));
    // Of a floor area that is stated and not drawn nothing is left.
    if (gone.includes('floorAreaM2') && record.floorAreaM2 === floorM2[row]) floorM2[row] = NaN;
    return Object.fromEntries(
      Object.entries(record).filter(([field]) => !gone.includes(field as keyof Parcel)),
    ) as Parcel;
  });
  return { ...land, records: arrayRecords(records), floorM2 };
}

interface Scores {
  readonly flagged: number;
  readonly right: number;
  readonly there: number;
}

/** Of each class how many were flagged, how many of them rightly, and how many there are; land of parks has no truth. */
function scoresOf(
  screened: Screen,
  truths: ReadonlyMap<string, Truth>,
): Readonly<Record<(typeof CLASSES)[number], Scores>> {
  const scores = Object.fromEntries(CLASSES.map((name) => [name, { flagged: 0, right: 0, there: 0 }]));
  for (let row = 0; row < screened.columns.size; row++) {
    const truth = truths.get(screened.land.records.field('id')(row)!);
    const own = classAt(screened, row);
    if (truth === undefined) continue;
    for (const name of CLASSES) {
      const score = scores[name];
      if (own === name) score.flagged++;
      if (truth === name) score.there++;
      if (own === name && truth === name) score.right++;
    }
  }
  return scores as Record<(typeof CLASSES)[number], Scores>;
}

const share = (part: number, whole: number): string => (whole === 0 ? '—' : `${((100 * part) / whole).toFixed(1)} %`);
const cells = (scores: ReturnType<typeof scoresOf>): string[] =>
  CLASSES.map((name) => `${share(scores[name].right, scores[name].flagged)} / ${share(scores[name].right, scores[name].there)}`); // prettier-ignore

/** Rows of the city over and over: what is measured by row is too. */
function many({ records, areaM2, floorM2, hasBuilding }: ScreenedLand, size: number): ScreenedLand {
  const rows = Array.from({ length: size }, (_, i) => i % records.length);
  return {
    records: arrayRecords(rows.map((row, i) => ({ ...records.get(row), id: `M${i}` }))),
    areaM2: Float64Array.from(rows, (row) => areaM2[row]),
    floorM2: Float64Array.from(rows, (row) => floorM2[row]),
    hasBuilding: Uint8Array.from(rows, (row) => hasBuilding[row]),
    unknownTownship: () => undefined,
    overlaps: new Map(),
  };
}

/** How many flags are right and how much of what there is they find; what missing evidence does to them; how fast figures are tried. */
async function run({ say }: BenchOptions): Promise<BenchReport> {
  const pack = policyPack('zhengzhou-draft');
  const { land, truths } = evidenceCity(pack);
  const scored = (of: ScreenedLand) => cells(scoresOf(screen(of, pack, HISTORY_END), truths));
  const there = scoresOf(screen(land, pack, HISTORY_END), truths);
  say(CLASSES.map((name) => `${name} ${there[name].there}`).join(', '));
  const gone = [0.1, 0.3, 0.5].map((part) => [`${100 * part} % of every field gone`, ...scored(without(land, EVIDENCE, part))]); // prettier-ignore
  const one = EVIDENCE.filter((field) =>
    land.records.map((record) => record[field]).some((value) => value !== undefined),
  )
    .map((field) => [`half of ${field} gone`, ...scored(without(land, [field], 0.5))])
    .filter(([, ...own]) => own.join() !== scored(land).join());
  const large = many(land, MANY);
  const before = screen(large, pack, HISTORY_END);
  const tried = (id: string, value: number) => () => screenFlips(before, pack, HISTORY_END, [{ id: `${id}:value`, value }]).rows.length; // prettier-ignore
  const timings = await interleaved(
    {
      anew: () => screen(large, pack, HISTORY_END).columns.size,
      term: tried('idle.not-started', 3),
      signs: tried('low-efficiency.tax', 8),
      reckoned: tried('idle.start-after-hand-over', 2),
    },
    ROUNDS,
  );
  const ms = (name: string) => timings.find((t) => t.name === name)!.rounds;
  const timed = (what: string, name: string) => [what, `${shownMs(ms(name))} ms`, ...CLASSES.slice(1).map(() => '')];
  return {
    about: `The sample city as offices would know it (histories with gaps and slips; what each parcel truly is is kept apart), ${truths.size} parcels, of which ${CLASSES.map((name) => `${there[name].there} ${name}`).join(', ')}; day ${HISTORY_END}. Right of those flagged / found of those there are. Times on ${MANY} parcels, ${ROUNDS} rounds.`,
    table: {
      head: ['evidence', ...CLASSES],
      rows: [
        ['as on record', ...scored(land)],
        ...gone,
        ...one,
        timed(`${MANY} parcels screened from their records`, 'anew'),
        timed('flips: idle.not-started 1 → 3 years', 'term'),
        timed('flips: low-efficiency.tax 5 → 8', 'signs'),
        timed('flips: start after hand-over 1 → 2 years', 'reckoned'),
      ],
    },
    checks: [],
    ratios: { flips: median(ms('anew')) / median(ms('term')) },
    peers: [],
  };
}

export const screening: Benchmark = { name: 'screen', title: 'Screening land', usesPostgis: false, run };
