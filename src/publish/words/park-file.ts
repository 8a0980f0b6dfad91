import { listedText } from '../../domain/quantity/shown.ts';
import { muOf } from '../../domain/quantity/units.ts';
import { headlineBound } from '../../policy/headline.ts';
import type { PackLabels } from '../../policy/labels.ts';
import { industryNames, kindsOfPark } from '../../texts/labels.ts';
import { sitesWord } from '../../texts/publish.ts';
import { en as listEn } from '../../texts/visitor/en.ts';
import { zh as listZh } from '../../texts/visitor/zh.ts';
import type { Naming } from '../collect/english.ts';
import type { PublishedPlaces } from '../collect/places.ts';
import type { PublishedPark } from '../collect/published-park.ts';
import type { ParkFile, Words } from '../shape/published.ts';
import { figureRows } from './figures.ts';
import { lawOf } from './law.ts';
import { capital, inBoth } from './words.ts';

/** What words are made with. */
export interface Wording {
  readonly labels: PackLabels;
  readonly places: PublishedPlaces;
  readonly english: Naming;
}

/** The card of a park. */
export function parkFile(park: PublishedPark, wording: Wording): ParkFile {
  const { labels, places, english } = wording;
  const { park: record } = park.facts;
  return {
    id: record.id,
    slug: park.slug,
    name: parkName(park, english),
    kinds: kindsOf(park, wording),
    address: record.address === undefined ? null : english(record.address),
    sites: park.sites.map(({ number, areaM2, at, township }) => ({
      number,
      areaMu: areaM2 === null ? null : rounded(muOf(areaM2), 4),
      written: areaM2 === null ? null : listedText(muOf(areaM2), 'mu', headlineBound(park.findings, 'mu')),
      at,
      township: township === null ? null : places.townships[township].name,
    })),
    outline: park.outline,
    bounds: park.bounds,
    offer: { freeM2: record.freeAreaM2 ?? null, rentYuanPerM2Month: record.rentYuanPerM2Month ?? null },
    industries: industriesOf(park, wording),
    contact: {
      operator: record.operator ?? null,
      phone: record.contactPhone ?? null,
      website: record.website ?? null,
    },
    figures: figureRows(park, labels),
    law: lawOf(park, labels),
  };
}

export function parkName({ facts: { park } }: Pick<PublishedPark, 'facts'>, english: Naming): Words {
  const known = english(park.name ?? park.id);
  return park.nameEn === undefined ? known : { zh: known.zh, en: park.nameEn };
}

export const industriesOf = (
  { facts }: Pick<PublishedPark, 'facts'>,
  { labels, english }: Pick<Wording, 'labels' | 'english'>,
): readonly Words[] =>
  (facts.park.industries ?? []).map((industry) => {
    const [en] = industryNames([industry], labels, 'en');
    return en === industry ? english(industry) : { zh: industry, en };
  });

/** 生产制造类 · 新建 · 在建 · 柳溪镇 · 一园三址 */
function kindsOf(park: PublishedPark, { labels, places }: Wording): readonly Words[] {
  const { park: record } = park.facts;
  // The stage in the words of the list and its filters.
  const { stage, ...others } = record;
  const [zh, en] = [kindsOfPark(others, labels, 'zh'), kindsOfPark(others, labels, 'en')];
  const district = park.townships.length > 0 ? null : places.districtOf(record);
  const count = park.sites.length;
  return [
    ...zh.map((word, i) => capital({ zh: word, en: en[i] })),
    ...(stage && stage !== 'idea' ? [{ zh: listZh.stage[stage], en: listEn.stage[stage] }] : []),
    ...park.townships.map((row) => places.townships[row].name),
    ...(district ? [district] : []),
    ...(count > 1 ? [inBoth((language) => sitesWord[language]({ count }))] : []),
  ];
}

export const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals));
