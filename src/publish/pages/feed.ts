import type { Language } from '../../texts/language.ts';
import { feedWords, pageWords } from '../../texts/publish-pages.ts';
import type { Entry } from './changes.ts';
import { escaped, htmlLanguage } from './html.ts';
import { feedName, pathIn, type Site } from './site.ts';

/** So many changes a feed tells; those before are forgotten. */
export const MOST_ENTRIES = 100;

/** The day in China, as a moment: the law counts days. */
const momentOf = (day: string): string => `${day}T00:00:00+08:00`;

/**
 * What changed, the newest first, as an Atom feed (RFC 4287). Ids are made of version and park, so that they stay wherever the
 * folder stands; without an address links are relative to it.
 */
export function atomFeed(entries: readonly Entry[], site: Site, language: Language): string {
  const title = feedWords.title[language]({ title: site.title[language] });
  const base = site.address ?? '';
  const page = (slug: string | null) => base + pathIn(language, slug === null ? 'park/' : `park/${slug}/`);
  const told = entries.slice(0, MOST_ENTRIES);
  const idOf = ({ version, slug }: Entry) => `urn:yuantu:${version}:${language}:${slug ?? 'map'}`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${htmlLanguage[language]}">`,
    `<id>${escaped(site.address === null ? `urn:yuantu:feed:${language}` : base + feedName(language))}</id>`,
    `<title>${escaped(title)}</title>`,
    `<updated>${momentOf(told[0]?.day ?? site.day)}</updated>`,
    `<author><name>${escaped(site.title[language])}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${escaped(base + feedName(language))}"/>`,
    `<link rel="alternate" type="text/html" href="${escaped(page(null))}"/>`,
    ...told.map((entry) => {
      const said = entry.said.map((own) => own[language]).join(pageWords.stop[language]);
      return [
        '<entry>',
        `<id>${escaped(idOf(entry))}</id>`,
        `<title>${escaped(entry.title[language])}</title>`,
        `<updated>${momentOf(entry.day)}</updated>`,
        `<link rel="alternate" type="text/html" href="${escaped(page(entry.slug))}"/>`,
        `<content type="text">${escaped(said === '' ? entry.title[language] : said)}</content>`,
        '</entry>',
      ].join('');
    }),
    '</feed>',
    '',
  ].join('\n');
}
