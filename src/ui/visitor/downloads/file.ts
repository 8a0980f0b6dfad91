import { writeWorkbook } from '../../../formats/sheet/xlsx-write.ts';
import { downloadTexts, type DownloadTexts } from '../../../texts/visitor/downloads.ts';
import type { Language } from '../../../texts/language.ts';
import { csvText } from '../../parts/csv.ts';
import { geojsonText } from './geojson.ts';
import { kmlText } from './kml.ts';
import type { Saying } from './rows.ts';
import type { Seen } from './seen.ts';
import { oneTable, sheetsOf } from './table.ts';

export type DownloadFormat = keyof DownloadTexts['formats'];

const writers: Readonly<Record<DownloadFormat, (seen: Seen, saying: Saying) => string | Uint8Array>> = {
  geojson: geojsonText,
  csv: (seen, saying) => csvText(oneTable(seen, saying)),
  kml: kmlText,
  xlsx: (seen, saying) => writeWorkbook(sheetsOf(seen, saying)),
};
const types: Readonly<Record<DownloadFormat, string>> = {
  geojson: 'application/geo+json',
  csv: 'text/csv;charset=utf-8',
  kml: 'application/vnd.google-earth.kml+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export interface DownloadedFile {
  readonly name: string;
  readonly type: string;
  readonly content: string | Uint8Array;
}

/** What is seen as a file of this format, made on this device. */
export function fileOf(format: DownloadFormat, seen: Seen, language: Language): DownloadedFile {
  const words = downloadTexts[language];
  const { first } = seen;
  const name = words.file(first.title[language], first.day).replace(/[\\/:*?"<>|\s]+/g, '-');
  return {
    name: `${name}${first.sample ? `-${words.sample.replaceAll(' ', '-')}` : ''}.${format}`,
    type: types[format],
    content: writers[format](seen, { language, words }),
  };
}
