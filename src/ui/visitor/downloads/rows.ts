import type { Position } from 'geojson';
import { muOf } from '../../../domain/quantity/units.ts';
import type { FirstFile, IdleFile } from '../../../publish/shape/published.ts';
import type { DownloadTexts } from '../../../texts/visitor/downloads.ts';
import type { Language } from '../../../texts/language.ts';
import { outcomeWord } from '../../../texts/outcomes.ts';
import type { Seen } from './seen.ts';

export type Column = keyof DownloadTexts['columns'];
type Value = string | number | null;
/** A record with one value a column; codes are what programs read, words what people do. */
export type Row = Readonly<Partial<Record<Column, Value>>>;

export interface Saying {
  readonly language: Language;
  readonly words: DownloadTexts;
}

export const parkColumns: readonly Column[] = [
  'id',
  'name',
  'nameEn',
  'parkType',
  'stage',
  'stars',
  'townships',
  'industries',
  'outcome',
  'landM2',
  'landMu',
  'floorM2',
  'plotRatio',
  'freeM2',
  'sites',
  'lon',
  'lat',
];
export const idleColumns: readonly Column[] = ['id', 'kind', 'landM2', 'landMu', 'townships', 'use', 'lon', 'lat'];

/** A park with its codes; of what stands in a table of its own the words of the language. */
export function parkRow({ first }: Seen, row: number, { language }: Saying): Row {
  const { parks } = first;
  const landM2 = parks.landM2[row];
  return {
    kind: 'park',
    id: parks.id[row],
    name: parks.name[row],
    nameEn: parks.nameEn[row] || null,
    parkType: parks.type[row],
    stage: parks.stage[row],
    stars: parks.stars[row],
    townships: listed(parks.townships[row], first.townships, language),
    industries: parks.industries[row].map((i) => first.industries[i][language]).join(separator(language)),
    outcome: parks.outcome[row],
    landM2,
    landMu: landM2 === null ? null : muTo4(muOf(landM2)),
    floorM2: parks.floorM2[row],
    plotRatio: parks.plotRatio[row],
    freeM2: parks.freeM2[row],
    sites: parks.sites[row],
    ...placeOf(parks.at[row]),
  };
}

export function idleRow(land: IdleFile['land'][number], { language }: Saying): Row {
  return {
    kind: land.kind,
    id: land.id,
    landM2: null,
    landMu: land.areaMu,
    townships: land.township?.[language] ?? null,
    use: land.use?.[language] ?? null,
    ...placeOf(land.at),
  };
}

/** The same with words in the place of codes. */
export function inWords(row: Row, { language, words }: Saying): Row {
  const { kind, parkType, stage, outcome } = row;
  return {
    ...row,
    ...(kind && { kind: words.kinds[kind as keyof DownloadTexts['kinds']] }),
    ...(parkType && { parkType: words.parkType[parkType as keyof DownloadTexts['parkType']] }),
    ...(stage && { stage: words.stage[stage as keyof DownloadTexts['stage']] }),
    ...(outcome && { outcome: outcomeWord(language, outcome as FirstFile['parks']['outcome'][number]) }),
  };
}

const separator = (language: Language): string => (language === 'zh' ? '、' : ', ');
const listed = (rows: readonly number[], of: FirstFile['townships'], language: Language): string =>
  rows.map((t) => of[t].name[language]).join(separator(language));
const placeOf = (at: Position | null): Row => (at ? { lon: at[0], lat: at[1] } : { lon: null, lat: null });
/** As an office writes 亩. */
const muTo4 = (mu: number): number => Math.round(mu * 1e4) / 1e4;
