import type { BuildingFacts, ParkFacts, ParcelFacts } from '../../domain/land/facts.ts';
import type { Finding } from '../../policy/shape/finding.ts';
import type { Outcome } from '../../policy/shape/outcome.ts';
import { indicatorNames } from '../dossier/words.ts';
import { basisNames } from '../bases.ts';
import { fieldText } from '../findings.ts';
import type { Labels } from '../labels.ts';
import type { Language, Word } from '../language.ts';
import { outcomeOrder, outcomeWord } from '../outcomes.ts';
import { evidenceWords } from './words.ts';

/** What is told of a difference: where, and both values, as plain data. */
interface Told {
  readonly path: readonly (string | number)[];
  readonly stated: unknown;
  readonly anew: unknown;
}

/** In what a path leads to names are looked up. */
interface Of {
  readonly facts: ParkFacts;
  readonly findings: readonly Finding[];
}

const own: Readonly<Record<string, Word>> = {
  area: { zh: '面积', en: 'area' },
  planeM2: { zh: basisNames.plane.zh, en: 'plane area' },
  ellipsoidM2: { zh: basisNames.ellipsoid.zh, en: 'ellipsoidal area' },
  statedM2: { zh: basisNames.registered.zh, en: 'registered area' },
  perimeterM: { zh: '周长', en: 'perimeter' },
  floorArea: indicatorNames.floorArea,
  countedFloorArea: indicatorNames.countedFloorArea,
  footprint: indicatorNames.footprintArea,
  insideShare: { zh: '宗地内占比', en: 'share inside the parcel' },
  siteCount: { zh: '分园数', en: 'sites' },
  overlapM2: { zh: '宗地重叠面积', en: 'overlap of parcels' },
  outcome: { zh: '结论', en: 'verdict' },
  measured: { zh: '实测', en: 'measured' },
  required: { zh: '要求', en: 'required' },
  margin: { zh: '差额', en: 'margin' },
  borderline: { zh: '临界', en: 'borderline' },
  missing: { zh: '缺少资料', en: 'missing data' },
  sites: { zh: '分园', en: 'sites' },
  policy: { zh: '政策包', en: 'policy pack' },
  parcel: { zh: '宗地', en: 'parcel' },
  building: { zh: '建筑', en: 'building' },
  sigma: { zh: '中误差', en: 'standard error' },
};
const wordOf = (language: Language, name: string): string | undefined => own[name]?.[language];

/** What a difference is about, in words: `宗地 D1 面积`; its path where there are none. */
export function differenceName(language: Language, { path }: Told, of: Of, labels: Labels): string {
  const [first, second, third, fourth] = path.map(String);
  const named = (...words: (string | undefined)[]) => words.filter((word) => word).join(' ');
  const sigma = path.includes('sigma') ? wordOf(language, 'sigma') : undefined;
  if (first === 'facts' && second === 'figures') return named(figureName(language, third, labels), sigma);
  if (first === 'facts' && second === 'parcels') {
    const parcel = of.facts.parcels[Number(third)] as ParcelFacts | undefined;
    const word =
      fourth === 'parcel' ? fieldText(language, 'parcel', String(path[4]), labels) : wordOf(language, fourth);
    return named(wordOf(language, 'parcel'), parcel?.parcel?.id ?? third, word ?? fourth, sigma);
  }
  if (first === 'facts' && second === 'buildings') {
    const building = of.facts.buildings[Number(third)] as BuildingFacts | undefined;
    const word =
      fourth === 'building' ? fieldText(language, 'building', String(path[4]), labels) : wordOf(language, fourth);
    return named(wordOf(language, 'building'), building?.building?.id ?? third, word ?? fourth);
  }
  if (first === 'facts' && second === 'park') return fieldText(language, 'park', third, labels);
  if (first === 'findings') {
    const finding = of.findings[Number(second)] as Finding | undefined;
    const rule = finding?.rule ?? second;
    return named(labels.titles?.[rule]?.[language] ?? rule, wordOf(language, third) ?? third);
  }
  return wordOf(language, second ?? first) ?? wordOf(language, first) ?? path.join('.');
}

const figureName = (language: Language, what: string, labels: Labels): string =>
  (indicatorNames as Readonly<Record<string, Word>>)[what]?.[language] ??
  labels.measures[what]?.[language] ??
  wordOf(language, what) ??
  what;

/** A value as it stands in the file, every digit of it. */
export function differingValue(language: Language, value: unknown): string {
  if (value === undefined || value === null) return evidenceWords[language].absent;
  if (typeof value === 'string')
    return (outcomeOrder as readonly string[]).includes(value) ? outcomeWord(language, value as Outcome) : value;
  if (typeof value === 'object') return `${JSON.stringify(value).slice(0, 80)}…`;
  return String(value as number | boolean);
}
