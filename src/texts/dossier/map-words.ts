import { formatCrs } from '../../domain/geodesy/crs.ts';
import type { SheetLand } from '../../domain/land/sheets/sheet-land.ts';
import { listedText } from '../../domain/quantity/shown.ts';
import { muOf } from '../../domain/quantity/units.ts';
import type { MapWords } from '../../formats/report/map/words.ts';
import { fixed, unitText } from '../figures.ts';
import type { Language } from '../language.ts';
import { landClassName, policyNamed, type ReportInput } from './input.ts';
import { reportWords } from './report-words.ts';
import { dossierWords } from './words.ts';

/** All that stands on a map sheet of a park. */
export function mapWords(land: SheetLand, input: ReportInput, language: Language): MapWords {
  const words = reportWords[language];
  const { facts, policy, sample, date, source } = input;
  const park = facts.park.name ?? facts.park.id;
  const scale = fixed(land.scale, 0).replaceAll(',', ' ');
  const areas = new Map(facts.parcels.map(({ parcel, area }) => [parcel.id, area]));
  const sites = facts.sites.state === 'value' && facts.sites.value.length > 1 ? facts.sites.value : [];
  return {
    title: words.mapTitle(park),
    overview: words.overview,
    sheet: words.sheet,
    sample: sample ? dossierWords[language].sample : '',
    about: words.mapAbout(park, scale, land.parcels.length, land.buildings.length),
    north: words.northWord,
    legend: words.legend,
    scale: (of) => words.scale(fixed(of, 0).replaceAll(',', ' ')),
    grid: (stepM) => words.grid(stepM >= 1000 ? `${stepM / 1000} km` : `${stepM} m`),
    classOf: (landClass) => (landClass ? landClassName(policy, landClass, language) : words.unclassified),
    border: words.border,
    beside: words.beside,
    building: words.drawnBuilding,
    point: words.drawnPoint,
    unnamed: words.unnamed,
    site: words.site,
    sheetEdge: words.sheetEdge,
    areaOf(id) {
      const area = areas.get(id);
      if (area?.state !== 'value') return '';
      return `${listedText(muOf(area.value.value), 'mu')} ${unitText(language, 'mu')}`;
    },
    siteOf: (id) => sites.find(({ parcelIds }) => parcelIds.includes(id))?.number ?? null,
    facts: [
      [words.crs, `CGCS2000 ${formatCrs(land.crs)} (CM ${land.crs.centralMeridian}°)`],
      [words.basis, words.basisText],
      [words.policy, `${policyNamed(policy, language)[0]} ${policy.id} ${policy.version}`],
      [words.judged, date],
      [words.sources, sample ? words.sampleSource : source.join(dossierWords[language].join)],
      ...(sample ? ([[words.nature, words.sample]] as const) : []),
    ],
  };
}
