import type { FirstFile } from '../shape/published.ts';
import { escaped } from './html.ts';
import { pathIn } from './site.ts';

/** All may be read; where the map has an address, that of the list of its pages. */
export const robotsText = (address: string | null): string =>
  ['User-agent: *', 'Allow: /', ...(address === null ? [] : ['', `Sitemap: ${address}sitemap.xml`]), ''].join('\n');

/** Addresses of all pages in both languages; absolute as a sitemap must be, so that there is none without an address. */
export function sitemap({ parks, day }: Pick<FirstFile, 'parks' | 'day'>, address: string): string {
  const at = (path: string) => escaped(address + path);
  const page = (path: string) =>
    (['zh', 'en'] as const).map((language) => {
      const others = (['zh', 'en'] as const).map(
        (own) => `<xhtml:link rel="alternate" hreflang="${own}" href="${at(pathIn(own, path))}"/>`,
      );
      return `<url><loc>${at(pathIn(language, path))}</loc><lastmod>${day}</lastmod>${others.join('')}</url>`;
    });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    `<url><loc>${at('')}</loc><lastmod>${day}</lastmod></url>`,
    ...['park/', ...parks.slug.map((slug) => `park/${slug}/`)].flatMap(page),
    '</urlset>',
    '',
  ].join('\n');
}
