import { pageWords } from '../../texts/publish-pages.ts';
import type { FirstFile } from '../shape/published.ts';
import { escaped, htmlPage } from './html.ts';
import { pathIn } from './site.ts';

/**
 * What a host shows in the place of a page it has not got: a park that is published no longer, or a mistyped address. It
 * stands at any depth, so it has links only where an address is set: the map may lie in any folder of its host.
 */
export function missingPage({ title, address }: Pick<FirstFile, 'title' | 'address'>): string {
  return htmlPage({
    language: 'zh',
    title: `${pageWords.missing.zh} · ${title.zh}`,
    description: pageWords.missing.zh,
    head: ['<meta name="robots" content="noindex">'],
    body: (['zh', 'en'] as const).map((language) =>
      [
        `<section lang="${language === 'zh' ? 'zh-Hans-CN' : 'en'}">`,
        `<h1>${pageWords.missing[language]}</h1>`,
        `<p>${pageWords[address === null ? 'missingNoLink' : 'missingWhy'][language]}</p>`,
        ...(address === null ? [] : linksOf(language, escaped(address), escaped(title[language]))),
        '</section>',
      ].join('\n'),
    ),
  });
}

const linksOf = (language: 'zh' | 'en', root: string, title: string): readonly string[] => [
  '<nav>',
  `<a href="${root}${language === 'en' ? '?lang=en' : ''}">${title}</a>`,
  `<a href="${root}${pathIn(language, 'park/')}">${pageWords.allParks[language]}</a>`,
  '</nav>',
];
