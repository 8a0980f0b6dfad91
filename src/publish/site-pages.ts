import { atomFeed } from './pages/feed.ts';
import type { Entry } from './pages/changes.ts';
import { missingPage } from './pages/missing.ts';
import { parkIndex } from './pages/park-index.ts';
import { parkPage } from './pages/park-page.ts';
import { robotsText, sitemap } from './pages/robots.ts';
import { feedName, pathIn, type Site } from './pages/site.ts';
import type { FirstFile, ParkFile } from './shape/published.ts';

/** A page by its path below the folder. */
export interface PageFile {
  readonly path: string;
  readonly text: string;
}

const languages = ['zh', 'en'] as const;

/** The pages of a park that need no script. */
export const pagesOfPark = (card: ParkFile, site: Site): readonly PageFile[] =>
  languages.map((language) => ({
    path: pathIn(language, `park/${card.slug}/index.html`),
    text: parkPage(card, site, language),
  }));

/** What there is once of a map: lists of all parks, the feeds, what robots read. A sitemap needs an address. */
export const pagesOfMap = (first: FirstFile, entries: readonly Entry[]): readonly PageFile[] => [
  ...languages.map((language) => ({ path: pathIn(language, 'park/index.html'), text: parkIndex(first, language) })),
  ...languages.map((language) => ({ path: feedName(language), text: atomFeed(entries, first, language) })),
  { path: '404.html', text: missingPage(first) },
  { path: 'robots.txt', text: robotsText(first.address) },
  ...(first.address === null ? [] : [{ path: 'sitemap.xml', text: sitemap(first, first.address) }]),
];
