import { feedWords, pageWords } from '../../texts/publish-pages.ts';
import { escaped } from './html.ts';
import { feedName, type Site } from './site.ts';

/** What the built page is given when it is published: pairs of marks, and what stands between them, escaped. */
function put(page: string, mark: string, html: string): string {
  const [open, close] = [`<!--published:${mark}-->`, `<!--/published:${mark}-->`];
  const parts = page.split(open);
  return parts.map((part, i) => (i === 0 ? part : open + html + part.slice(Math.max(0, part.indexOf(close))))).join('');
}

/** Marks of the title would stand in it as text. */
const withoutMarks = (page: string): string =>
  page.replace(/<title>[^]*?<\/title>/, (title) => title.replace(/<!--.*?-->/g, ''));

/** `visitor.html` as it was built, with the words of this map and the version of its data. */
export function visitorPage(built: string, site: Site, version: string, count: number): string {
  const { zh, en } = site.title;
  const title = zh === en ? zh : `${zh} ${en}`;
  const description = `${zh}${pageWords.stop.zh}${pageWords.count.zh({ count })}${pageWords.end.zh}`;
  const head = [
    `<meta name="yuantu:version" content="${version}">`,
    `<meta name="description" content="${escaped(description)}">`,
    `<link rel="preload" href="data/${version}/first.json" as="fetch" crossorigin="anonymous">`,
    ...(site.address === null ? [] : [`<link rel="canonical" href="${escaped(site.address)}">`]),
    ...(['zh', 'en'] as const).map(
      (language) =>
        `<link rel="alternate" type="application/atom+xml" title="${escaped(feedWords.title[language]({ title: site.title[language] }))}" href="${feedName(language)}">`,
    ),
  ].join('\n    ');
  const filled = put(put(built, 'title', escaped(title)), 'head', `\n    ${head}\n    `);
  return withoutMarks(filled);
}
