import type { Parcel } from '../../src/domain/land/model.ts';
import { arrayRecords } from '../../src/domain/land/records/array-records.ts';
import { atOnce } from '../../src/domain/steps.ts';
import { explained, type Explained } from '../../src/supply/screen/explain.ts';
import { screenSteps, type Screen, type ScreenedLand } from '../../src/supply/screen/screen.ts';
import { readPack } from '../policy/cases.ts';

export const pack = readPack('zhengzhou-draft');
/** The day the cases are judged on, unless they say another. */
export const DAY = '2026-11-28';
export const works = { system: 'planning-guide-2023', code: '100101' } as const;

/** All at once. */
export const screen = (...asked: Parameters<typeof screenSteps>): Screen => atOnce(screenSteps(...asked));

/** Parcels without boundaries: each has 20 000 m² unless its record states an area, and the floor area it states. */
export const landOf = (parcels: readonly Partial<Parcel>[], more: Partial<ScreenedLand> = {}): ScreenedLand => {
  const records = parcels.map((own, i): Parcel => ({ id: `D${i + 1}`, landClass: works, ...own }));
  return {
    records: arrayRecords(records),
    areaM2: Float64Array.from(records, ({ statedAreaM2 }) => statedAreaM2 ?? 20_000),
    floorM2: Float64Array.from(records, ({ floorAreaM2 }) => floorAreaM2 ?? NaN),
    hasBuilding: new Uint8Array(records.length),
    unknownTownship: () => undefined,
    overlaps: new Map(),
    ...more,
  };
};

export const screened = (parcels: readonly Partial<Parcel>[], date = DAY): Screen =>
  screen(landOf(parcels), pack, date);

/** All that is said of one parcel by itself. */
export const told = (parcel: Partial<Parcel>, date = DAY): Explained => explained(screened([parcel], date), 0);
