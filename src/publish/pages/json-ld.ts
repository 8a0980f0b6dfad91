import type { Language } from '../../texts/language.ts';
import { pageWords } from '../../texts/publish-pages.ts';
import type { ParkFile } from '../shape/published.ts';
import { htmlLanguage } from './html.ts';
import { descriptionOf } from './description.ts';
import { pathIn, type Site } from './site.ts';

/** A park as search engines read it: a schema.org Place, its figures in words. */
export function parkJsonLd(card: ParkFile, site: Site, language: Language): object {
  const [first] = card.sites;
  const { phone, website } = card.contact;
  const township = first?.township?.[language];
  const url = site.address === null ? null : `${site.address}${pathIn(language, `park/${card.slug}/`)}`;
  return {
    '@context': 'https://schema.org',
    '@type': 'Place',
    ...(url !== null && { '@id': url, url }),
    identifier: card.id,
    name: card.name[language],
    ...(card.name.zh !== card.name.en && { alternateName: card.name[language === 'zh' ? 'en' : 'zh'] }),
    inLanguage: htmlLanguage[language],
    description: descriptionOf(card, language),
    ...((card.address ?? township) && {
      address: {
        '@type': 'PostalAddress',
        addressCountry: 'CN',
        ...(township !== undefined && { addressLocality: township }),
        ...(card.address && { streetAddress: card.address[language] }),
      },
    }),
    ...(first && { geo: { '@type': 'GeoCoordinates', longitude: first.at[0], latitude: first.at[1] } }),
    ...(phone !== null && { telephone: phone }),
    ...(website !== null && /^https?:\/\/\S+$/.test(website) && { sameAs: website }),
    additionalProperty: propertiesOf(card, language),
  };
}

function propertiesOf({ figures, offer, industries }: ParkFile, language: Language): readonly object[] {
  const property = (name: string, value: string) => ({ '@type': 'PropertyValue', name, value });
  return [
    ...(offer.freeM2 === null ? [] : [property(pageWords.free[language], `${offer.freeM2} m²`)]),
    ...(industries.length === 0
      ? []
      : [
          property(
            pageWords.industries[language],
            industries.map((own) => own[language]).join(pageWords.and[language]),
          ),
        ]),
    ...figures.map(({ name, value }) => property(name[language], value[language])),
  ];
}
