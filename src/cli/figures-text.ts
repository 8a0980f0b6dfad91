import { formatFixed } from '../domain/quantity/format.ts';
import type { AreaBasis } from '../domain/land/figure.ts';
import type { Language } from '../texts/language.ts';
import { placeText, type figuresDocument } from './figures-document.ts';
import { precisionText, type StatedPrecision } from './precision.ts';

type FiguresDocument = ReturnType<typeof figuresDocument>;
type Parcel = FiguresDocument['parcels'][number];

const heads = {
  zh: ['编号', '平面 m²', '椭球 m²', '登记 m²', '亩', '亩的口径', '周长 m', '部件', '孔'],
  en: ['id', 'plane m²', 'ellipsoid m²', 'stated m²', 'mu', 'mu from', 'perimeter m', 'parts', 'holes'],
} as const;
const bases: Readonly<Record<AreaBasis, Readonly<Record<Language, string>>>> = {
  registered: { zh: '登记', en: 'stated' },
  plane: { zh: '平面', en: 'plane' },
  ellipsoid: { zh: '椭球', en: 'ellipsoid' },
};
/** Without a mark between thousands: the table goes into a spreadsheet. */
const fixed = (value: number | null, digits: number) => formatFixed(value ?? NaN, digits);

/** Parcels told at once: a million of them are too long for one text, and too slow line by line. */
const AT_ONCE = 5000;

/** What `yuantu figures` prints for people, a table in tabs, in pieces of some lines. */
export function* figuresLines(
  document: FiguresDocument,
  precision: StatedPrecision | null,
  language: Language,
): Generator<readonly string[]> {
  const zh = language === 'zh';
  const { parcels, files } = document;
  const codes = [...new Set(files?.map(({ crs }) => crs.code) ?? [document.crs.code])];
  const withSigma = parcels.some(({ area }) => area.planeSigmaM2 !== undefined);
  const more = [
    ...(withSigma ? [zh ? '平面中误差 m²' : 'σ of plane m²'] : []),
    ...(files ? [zh ? '文件' : 'file'] : []),
  ];
  yield [
    `${zh ? '坐标系' : 'CRS'} ${codes.join(' ')}`,
    ...(withSigma ? [sigmaText(document, precision, language)] : []),
    [...heads[language], ...more].join('\t'),
  ];
  for (let from = 0; from < parcels.length; from += AT_ONCE)
    yield parcels.slice(from, from + AT_ONCE).flatMap((parcel) => parcelLines(parcel, withSigma, language));
  yield [totalLine(document, language)];
}

/** Where the errors of the areas come from: what was stated now, and what parcels have on record of their own. */
function sigmaText({ ownErrors }: FiguresDocument, precision: StatedPrecision | null, language: Language): string {
  const own =
    language === 'zh' ? `${ownErrors} 宗按各自记录的界址点误差` : `${ownErrors} parcels by their own recorded error`;
  return [...(precision ? [precisionText(language, precision)] : []), ...(ownErrors > 0 ? [own] : [])].join(
    language === 'zh' ? '；' : '; ',
  );
}

function parcelLines(
  { id, area, perimeterM, parts, holes, problems, file }: Parcel,
  withSigma: boolean,
  language: Language,
) {
  const { planeM2, ellipsoidM2, statedM2, mu, basis, planeSigmaM2 } = area;
  const cells = [
    id,
    fixed(planeM2, 2),
    fixed(ellipsoidM2, 2),
    fixed(statedM2, 2),
    fixed(mu, 4),
    basis === null ? '—' : bases[basis][language],
    fixed(perimeterM, 2),
    parts,
    holes,
    ...(withSigma ? [planeSigmaM2 === undefined ? '—' : `±${fixed(planeSigmaM2, 2)}`] : []),
    ...(file === undefined ? [] : [file]),
  ];
  return [cells.join('\t'), ...problems.map(({ message, at }) => `  ! ${message}${placeText(at)}`)];
}

/** The sum in 亩 says what it adds where parcels differ in that. */
function totalLine({ parcels, total }: FiguresDocument, language: Language): string {
  const zh = language === 'zh';
  const without = zh ? `（${total.withoutFigure} 宗无面积）` : ` (${total.withoutFigure} without a figure)`;
  const head = zh ? `合计 ${total.parcels} 宗` : `${total.parcels} parcels`;
  const counts = new Map<AreaBasis, number>();
  for (const { area } of parcels) if (area.basis) counts.set(area.basis, (counts.get(area.basis) ?? 0) + 1);
  const basis = [...counts].map(([of, count]) => bases[of][language] + (counts.size > 1 ? ` ${count}` : ''));
  return [
    head + (total.withoutFigure > 0 ? without : ''),
    fixed(total.planeM2, 2),
    fixed(total.ellipsoidM2, 2),
    '',
    fixed(total.mu, 4),
    basis.join(' + '),
  ].join('\t');
}
