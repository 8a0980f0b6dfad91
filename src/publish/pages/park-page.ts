import type { Language } from '../../texts/language.ts';
import { outcomeWord } from '../../texts/outcomes.ts';
import { pageWords } from '../../texts/publish-pages.ts';
import type { ParkFile } from '../shape/published.ts';
import { areaText, descriptionOf } from './description.ts';
import { escaped, htmlPage, jsonScript } from './html.ts';
import { footOf, linksOf, mapLink, pathIn, backFrom, type Site } from './site.ts';
import { parkJsonLd } from './json-ld.ts';

/** The page of a park that needs no script, in the order of its card. */
export function parkPage(card: ParkFile, site: Site, language: Language): string {
  const path = `park/${card.slug}/`;
  const name = card.name[language];
  const words = pageWords;
  const other = language === 'zh' ? 'en' : 'zh';
  const back = backFrom(pathIn(language, path));
  const kinds = card.kinds.map((kind) => kind[language]).join(' · ');
  return htmlPage({
    language,
    title: `${name} · ${site.title[language]}`,
    description: descriptionOf(card, language),
    head: [...linksOf(site, language, path), jsonScript(parkJsonLd(card, site, language))],
    body: [
      '<nav>',
      `<a href="${back}${pathIn(language, 'park/')}">${words.allParks[language]}</a>`,
      `<a href="${mapLink(language, path, card.slug)}">${words.onMap[language]}</a>`,
      `<a href="${back}${pathIn(other, path)}" hreflang="${other}" lang="${other}">${words.otherLanguage[language]}</a>`,
      '</nav>',
      '<main>',
      `<h1>${escaped(name)}</h1>`,
      `<p class="sub">${escaped(kinds)}${site.sample ? ` · ${words.sample[language]}` : ''}</p>`,
      ...placeOf(card, language),
      ...offerOf(card, language),
      ...section(words.figures[language], figuresOf(card, language)),
      ...lawOf(card, language),
      '</main>',
      footOf(site, language),
    ],
  });
}

type Pair = readonly [name: string, html: string];

const section = (title: string, pairs: readonly Pair[]): readonly string[] =>
  pairs.length === 0
    ? []
    : [
        `<h2>${title}</h2>`,
        `<dl>${pairs.map(([name, html]) => `<dt>${escaped(name)}</dt><dd>${html}</dd>`).join('')}</dl>`,
      ];

function placeOf(card: ParkFile, language: Language): readonly string[] {
  const { place, address, site, mu } = pageWords;
  const several = card.sites.length > 1;
  const sites = card.sites.map(({ number, written, township }): Pair => {
    const area = written === null ? [] : [mu[language]({ area: written })];
    const said = [...(township ? [township[language]] : []), ...area].join(' · ');
    return [several ? site[language]({ number }) : pageWords.township[language], escaped(said)];
  });
  const at = card.address ? [[address[language], escaped(card.address[language])] as const] : [];
  return section(place[language], [...at, ...sites.filter(([, said]) => said !== '')]);
}

function offerOf({ offer, contact, industries }: ParkFile, language: Language): readonly string[] {
  const words = pageWords;
  const { freeM2, rentYuanPerM2Month: rent } = offer;
  const free = freeM2 === 0 ? words.noneFree[language] : freeM2 === null ? null : areaText(freeM2);
  const site = contact.website;
  const isLink = site !== null && /^https?:\/\/\S+$/.test(site);
  const link =
    site === null ? null : isLink ? `<a href="${escaped(site)}" rel="nofollow">${escaped(site)}</a>` : escaped(site);
  const named = industries.map((own) => own[language]).join(words.and[language]);
  const pairs: readonly (readonly [string, string | null])[] = [
    [words.free[language], free && escaped(free)],
    [words.rent[language], rent === null ? null : escaped(words.perMonth[language]({ rent }))],
    [words.industries[language], named === '' ? null : escaped(named)],
    [words.operator[language], contact.operator && escaped(contact.operator)],
    [words.phone[language], contact.phone && phoneLink(contact.phone)],
    [words.website[language], link],
  ];
  return section(
    words.offer[language],
    pairs.flatMap(([name, html]): readonly Pair[] => (html === null ? [] : [[name, html]])),
  );
}

const phoneLink = (phone: string): string =>
  /^[\d+() -]+$/.test(phone) ? `<a href="tel:${phone.replace(/[^\d+]/g, '')}">${escaped(phone)}</a>` : escaped(phone);

const figuresOf = ({ figures }: ParkFile, language: Language): readonly Pair[] =>
  figures.map(({ name, value, beside }) => [
    name[language],
    escaped(value[language]) + (beside ? ` <small>${escaped(beside[language])}</small>` : ''),
  ]);

function lawOf({ law }: ParkFile, language: Language): readonly string[] {
  const { clause, unreported, and } = pageWords;
  const findings = law.findings.map(
    (own) =>
      `<li>${outcomeWord(language, own.outcome)} · ${escaped(own.words[language])} <small>${escaped(clause[language]({ clause: own.clause }))}</small></li>`,
  );
  const missing = law.unreported.map((own) => own[language]).join(and[language]);
  return [
    `<h2>${pageWords.law[language]}</h2>`,
    ...(findings.length > 0 ? [`<ul>${findings.join('')}</ul>`] : []),
    ...(missing === '' ? [] : [`<p>${unreported[language]}${language === 'zh' ? '：' : ': '}${escaped(missing)}</p>`]),
  ];
}
