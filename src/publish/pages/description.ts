import { listedText } from '../../domain/quantity/shown.ts';
import type { Language } from '../../texts/language.ts';
import { pageWords } from '../../texts/publish-pages.ts';
import type { ParkFile } from '../shape/published.ts';

/** One sentence with what is asked first: what and where, how much is free, what it is for. */
export function descriptionOf(card: ParkFile, language: Language): string {
  const { stop, end, free, and } = pageWords;
  const { freeM2 } = card.offer;
  const parts = [
    [card.name[language], ...card.kinds.map((kind) => kind[language])].join(and[language]),
    ...(card.address ? [card.address[language]] : []),
    ...(freeM2 ? [`${free[language]} ${areaText(freeM2)}`] : []),
    ...(card.industries.length > 0 ? [card.industries.map((own) => own[language]).join(and[language])] : []),
  ];
  return parts.join(stop[language]) + end[language];
}

/** `7,950 m²` */
export const areaText = (m2: number): string => `${listedText(m2, 'm2').replace(/\.00$/, '')} m²`;
