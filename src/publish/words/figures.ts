import type { Park } from '../../domain/land/model.ts';
import type { ParkFacts } from '../../domain/land/facts.ts';
import type { Figure } from '../../domain/land/figure.ts';
import { listedText, type Against } from '../../domain/quantity/shown.ts';
import { muOf } from '../../domain/quantity/units.ts';
import { headlineBound } from '../../policy/headline.ts';
import type { PackLabels } from '../../policy/labels.ts';
import type { Indicator } from '../../domain/land/sheets/indicators.ts';
import { basisText } from '../../texts/bases.ts';
import { indicatorNames } from '../../texts/dossier/words.ts';
import { boundText, displayed, displayedText, withUnit } from '../../texts/figures.ts';
import type { Language } from '../../texts/language.ts';
import { publishWords } from '../../texts/publish.ts';
import type { PublishedPark } from '../collect/published-park.ts';
import type { ParkFile } from '../shape/published.ts';
import { capital, inBoth } from './words.ts';

type Row = ParkFile['figures'][number];
type Known = Pick<PublishedPark, 'facts' | 'findings'>;

/** Further figures, where they are known. */
const shares = ['buildingDensity', 'ancillaryFloorShare', 'ancillaryLandShare'] as const;
const recorded = [
  'firms',
  'smallFirms',
  'manufacturingFirms',
  'industryShare',
  'heldAreaM2',
  'heldTermYears',
  'parkingSpaces',
  'greenAreaM2',
  'year',
] as const satisfies readonly (keyof Park)[];

/** The figures of a park as its card tells them; what is not known is left out. */
export function figureRows(park: Known, labels: PackLabels): readonly Row[] {
  return [
    ...landRow(park, labels),
    ...floorRow(park, labels),
    ...ratioRow(park, labels),
    ...shares.flatMap((what) => shareRow(what, park, labels)),
    ...recorded.flatMap((field) => fieldRow(field, park.facts.park, labels)),
  ];
}

export function figureOf({ figures }: Pick<ParkFacts, 'figures'>, what: string): Figure | null {
  const input = figures[what];
  return input?.state === 'value' ? input.value : null;
}

const named = (labels: PackLabels, what: string) => capital(labels.measures[what] ?? indicatorNames[what as Indicator]);

const listed = (language: Language, value: number, unit: 'mu' | 'm2' | 'ratio', against?: Against): string =>
  withUnit(language, listedText(value, unit, against), unit);

function landRow({ facts, findings }: Known, labels: PackLabels): readonly Row[] {
  const land = figureOf(facts, 'landArea');
  if (!land) return [];
  const mu = muOf(land.value);
  const basis = (language: Language) => (land.basis ? [basisText(language, land.what, land.basis, land.notes)] : []);
  return [
    {
      name: named(labels, 'landArea'),
      value: inBoth((language) => listed(language, mu, 'mu', headlineBound(findings, 'mu'))),
      beside: inBoth((language) => [listed(language, land.value, 'm2'), ...basis(language)].join(' · ')),
    },
  ];
}

function floorRow({ facts, findings }: Known, labels: PackLabels): readonly Row[] {
  const floor = figureOf(facts, 'floorArea');
  if (!floor) return [];
  const counted = figureOf(facts, 'countedFloorArea');
  return [
    {
      name: named(labels, 'floorArea'),
      value: inBoth((language) => listed(language, floor.value, 'm2', headlineBound(findings, 'm2'))),
      beside:
        counted &&
        inBoth((language) => publishWords.counted[language]({ area: listed(language, counted.value, 'm2') })),
    },
  ];
}

function ratioRow({ facts, findings }: Known, labels: PackLabels): readonly Row[] {
  const ratio = figureOf(facts, 'plotRatio');
  if (!ratio) return [];
  const against = headlineBound(findings, 'ratio');
  const isPrinciple = findings.some(({ rule, strength }) => rule === 'far.minimum' && strength === 'principle');
  const words = isPrinciple ? publishWords.inPrinciple : publishWords.required;
  return [
    {
      name: named(labels, 'plotRatio'),
      value: inBoth((language) => listed(language, ratio.value, 'ratio', against)),
      beside: against?.bound === undefined ? null : inBoth((language) => words[language]({ bound: against.bound! })),
    },
  ];
}

function shareRow(what: (typeof shares)[number], { facts }: Known, labels: PackLabels): readonly Row[] {
  const share = figureOf(facts, what);
  if (!share) return [];
  const shown = displayed(share.value, 'ratio', { percent: true });
  return [{ name: named(labels, what), value: inBoth((language) => displayedText(language, shown)), beside: null }];
}

function fieldRow(field: (typeof recorded)[number], park: Park, labels: PackLabels): readonly Row[] {
  const value = park[field];
  if (value === undefined) return [];
  const label = labels.fields[`park.${field}`];
  const said = (language: Language): string => {
    if (label.percent) {
      const shown = displayed(value, 'ratio', label);
      return boundText(language, shown.value, shown.unit);
    }
    return label.unit ? boundText(language, value, label.unit) : String(value);
  };
  return [{ name: capital(label), value: inBoth(said), beside: null }];
}
