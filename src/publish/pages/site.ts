import type { Language } from '../../texts/language.ts';
import { pageWords } from '../../texts/publish-pages.ts';
import type { FirstFile } from '../shape/published.ts';
import { escaped, htmlLanguage } from './html.ts';

/** What all pages of a published map share. */
export type Site = Pick<
  FirstFile,
  'title' | 'sample' | 'mapApproval' | 'sources' | 'policy' | 'day' | 'feedback' | 'address'
>;

/** Where a page stands below the folder, `park/p01/`; in English below `en/`. */
export const pathIn = (language: Language, path: string): string => (language === 'zh' ? path : `en/${path}`);

/** From a page back to the folder: `../../`. */
export const backFrom = (path: string): string => '../'.repeat(path.split('/').length - 1);

/** The address for good, and where the same stands in the other language; nothing absolute where no address is set. */
export function linksOf(site: Site, language: Language, path: string): readonly string[] {
  const own = pathIn(language, path);
  const at = (other: Language) => escaped((site.address ?? backFrom(own)) + pathIn(other, path));
  return [
    ...(site.address === null ? [] : [`<link rel="canonical" href="${at(language)}">`]),
    ...(['zh', 'en'] as const).map(
      (other) => `<link rel="alternate" hreflang="${htmlLanguage[other]}" href="${at(other)}">`,
    ),
    `<link rel="icon" href="${backFrom(own)}icon.svg" type="image/svg+xml">`,
    `<link rel="alternate" type="application/atom+xml" href="${backFrom(own)}${feedName(language)}">`,
  ];
}

export const feedName = (language: Language): string => (language === 'zh' ? 'feed.xml' : 'feed.en.xml');

/** Where the map is opened; `park`: at this park. */
export function mapLink(language: Language, path: string, park?: string): string {
  const asked = language === 'en' ? '?lang=en' : '';
  return `${backFrom(pathIn(language, path))}${asked}${park === undefined ? '' : `#park=${park}`}`;
}

/** 审图号, sources, policy and day stand at the foot of every page. */
export function footOf(site: Site, language: Language): string {
  const { policy, sources, mapApproval, day, feedback } = site;
  const status = policy.status[language];
  const said = [
    pageWords.by[language]({
      title: policy.title[language],
      status: [status, policy.version].filter(Boolean).join(' '),
    }),
    pageWords.day[language]({ day }),
    ...(mapApproval === null ? [] : [pageWords.approval[language]({ number: mapApproval })]),
    ...(sources.length === 0
      ? []
      : [
          `${pageWords.sources[language]}${language === 'zh' ? '：' : ': '}${sources.map((own) => own[language]).join(pageWords.and[language])}`,
        ]),
  ];
  const tell = feedback === null ? '' : ` · <a href="${escaped(feedback)}">${pageWords.feedback[language]}</a>`;
  return `<footer><p>${said.map(escaped).join(' · ')}${tell}</p></footer>`;
}
