import type { Language } from '../../texts/language.ts';
import { outcomeWord } from '../../texts/outcomes.ts';
import { pageWords } from '../../texts/publish-pages.ts';
import type { FirstFile } from '../shape/published.ts';
import { escaped, htmlPage } from './html.ts';
import { backFrom, footOf, linksOf, mapLink, pathIn } from './site.ts';

/** All parks by district and township, each with its page. */
export function parkIndex(first: FirstFile, language: Language): string {
  const other = language === 'zh' ? 'en' : 'zh';
  const { parks, title, sample } = first;
  const count = pageWords.count[language]({ count: parks.id.length });
  const groups = new Map<string, number[]>();
  for (const row of parks.id.keys()) {
    const place = placeOf(first, row, language);
    groups.set(place, [...(groups.get(place) ?? []), row]);
  }
  const item = (row: number) => {
    const name = language === 'en' && parks.nameEn[row] !== '' ? parks.nameEn[row] : parks.name[row];
    return `<li><a href="${parks.slug[row]}/">${escaped(name)}</a> · ${outcomeWord(language, parks.outcome[row])}</li>`;
  };
  return htmlPage({
    language,
    title: `${pageWords.allParks[language]} · ${title[language]}`,
    description: `${title[language]}${pageWords.stop[language]}${count}${pageWords.end[language]}`,
    head: linksOf(first, language, 'park/'),
    body: [
      '<nav>',
      `<a href="${mapLink(language, 'park/')}">${pageWords.map[language]}</a>`,
      `<a href="${backFrom(pathIn(language, 'park/'))}${pathIn(other, 'park/')}" hreflang="${other}" lang="${other}">${pageWords.otherLanguage[language]}</a>`,
      '</nav>',
      '<main>',
      `<h1>${escaped(title[language])}</h1>`,
      `<p class="sub">${count}${sample ? ` · ${pageWords.sample[language]}` : ''}</p>`,
      ...[...groups].flatMap(([place, rows]) => [
        ...(place === '' ? [] : [`<h2>${escaped(place)}</h2>`]),
        `<ul>${rows.map(item).join('')}</ul>`,
      ]),
      '</main>',
      footOf(first, language),
    ],
  });
}

function placeOf({ parks, townships, districts }: FirstFile, row: number, language: Language): string {
  const [at] = parks.townships[row];
  if (at === undefined) return '';
  const { name, district } = townships[at];
  return [...(district < 0 ? [] : [districts[district].name[language]]), name[language]].join(' · ');
}
