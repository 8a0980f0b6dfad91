import { pageWords } from '../../texts/publish-pages.ts';
import type { FirstFile } from '../shape/published.ts';
import { escaped, htmlPage } from './html.ts';
import { pathIn } from './site.ts';

/**
 * What a host shows in the place of a page it has not got: a park that is published no longer, or a mistyped address. It
 * stands at any depth, so its links begin at the address, or at the root where none is set.
 */
export function missingPage({ title, address }: Pick<FirstFile, 'title' | 'address'>): string {
  const root = escaped(address ?? '/');
  return htmlPage({
    language: 'zh',
    title: `${pageWords.missing.zh} · ${title.zh}`,
    description: pageWords.missing.zh,
    head: ['<meta name="robots" content="noindex">'],
    body: (['zh', 'en'] as const).map((language) =>
      [
        `<section lang="${language === 'zh' ? 'zh-Hans-CN' : 'en'}">`,
        `<h1>${pageWords.missing[language]}</h1>`,
        `<p>${pageWords.missingWhy[language]}</p>`,
        '<nav>',
        `<a href="${root}${language === 'en' ? '?lang=en' : ''}">${escaped(title[language])}</a>`,
        `<a href="${root}${pathIn(language, 'park/')}">${pageWords.allParks[language]}</a>`,
        '</nav>',
        '</section>',
      ].join('\n'),
    ),
  });
}
