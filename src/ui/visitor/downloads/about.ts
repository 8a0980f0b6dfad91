import type { Saying } from './rows.ts';
import type { Seen } from './seen.ts';

/** Where the data come from, a row each: name and value. */
export function aboutRows({ first }: Seen, { language, words }: Saying): readonly (readonly [string, string])[] {
  const { about } = words;
  const { title, status, version } = first.policy;
  return [
    [about.title, `${first.title[language]}${first.sample ? ` (${words.sample})` : ''}`],
    [about.day, first.day],
    [about.judged, first.judgedFor],
    [about.policy, `${title[language]} (${status[language]}, ${version})`],
    ...first.sources.map((source): readonly [string, string] => [about.sources, source[language]]),
    ...(first.mapApproval === null ? [] : [[about.approval, first.mapApproval] as const]),
    [about.crs, about.crsName],
    [about.note, words.outlines],
  ];
}
