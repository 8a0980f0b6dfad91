import type { Bounds } from '../../../domain/geometry/columns/bounds.ts';
import type { Saying } from './rows.ts';
import type { Seen } from './seen.ts';

/** Where the data come from, a row each: name and value. */
export function aboutRows(
  { first, narrowed, view }: Seen,
  { language, words }: Saying,
): readonly (readonly [string, string])[] {
  const { about } = words;
  const { title, status, version } = first.policy;
  return [
    [about.title, `${first.title[language]}${first.sample ? ` (${words.sample})` : ''}`],
    [about.day, first.day],
    [about.judged, first.judgedFor],
    [about.policy, `${title[language]} (${status[language]}, ${version})`],
    ...first.sources.map((source): readonly [string, string] => [about.sources, source[language]]),
    ...(first.mapApproval === null ? [] : [[about.approval, first.mapApproval] as const]),
    ...(narrowed ? [[about.narrowed, narrowed] as const] : []),
    ...(view ? [[about.view, boundsText(view)] as const] : []),
    [about.crs, about.crsName],
    [about.note, words.outlines],
  ];
}

/** `113.6510, 34.7402 – 113.7020, 34.7811`: west and south, east and north. */
const boundsText = ([west, south, east, north]: Bounds): string =>
  [
    [west, south],
    [east, north],
  ]
    .map((corner) => corner.map((degrees) => degrees.toFixed(4)).join(', '))
    .join(' – ');
