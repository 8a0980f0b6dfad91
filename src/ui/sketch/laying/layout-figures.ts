import { HIGH_M } from '../../../domain/land/storeys.ts';
import { formatFixed } from '../../../domain/quantity/format.ts';
import type { LaidLand, Offered } from '../../state/sketch/laying/asked.ts';

type FigureId = 'plotRatio' | 'density' | 'coefficient' | 'green' | 'places' | 'amenity';

interface ShownFigure {
  readonly id: FigureId;
  readonly value: string;
  /** Its bounds as they are written beside it: `≥ 1.50`, `10.0–20.0 %`. */
  readonly bounds: { readonly is: 'min' | 'max' | 'above' | 'below' | 'both'; readonly text: string } | null;
  readonly isMissed: boolean;
  readonly isTight: boolean;
}

export const percent = (share: number): string => `${formatFixed(100 * share, 1)} %`;
const ratio = (value: number): string => formatFixed(value, 2);
type FigureBounds = LaidLand['conditions']['density'];
/** A bound is written without the zeros of the figures it is read against: `10–20 %`. */
function boundsOf(bounds: FigureBounds, unit: (value: number) => string): ShownFigure['bounds'] {
  const { min, max, minExclusive = false, maxExclusive = false } = bounds;
  const written = (value: number) => unit(value).replace(/\.0(?= %$)/, '');
  if (min !== null && max !== null && (minExclusive || maxExclusive))
    return {
      is: 'both',
      text: `${minExclusive ? '>' : '≥'} ${written(min)} ${maxExclusive ? '<' : '≤'} ${written(max)}`,
    };
  if (min !== null && max !== null) return { is: 'both', text: `${written(min).replace(/ %$/, '')}–${written(max)}` };
  if (min !== null) return { is: minExclusive ? 'above' : 'min', text: written(min) };
  return max === null ? null : { is: maxExclusive ? 'below' : 'max', text: written(max) };
}

/** The figures of a layout in the order they are read, each with its bounds. */
export function figuresOf({ figures, misses, tight }: Offered, { conditions }: LaidLand): readonly ShownFigure[] {
  const isMissed = (...whats: readonly string[]) => misses.some(({ what }) => whats.includes(what));
  const bounded = (id: 'plotRatio' | 'density' | 'coefficient' | 'green', unit: (value: number) => string): ShownFigure => ({ id, value: unit(figures[id]), bounds: boundsOf(conditions[id], unit), isMissed: isMissed(id), isTight: tight?.what === id }); // prettier-ignore
  return [
    bounded('plotRatio', ratio),
    bounded('density', percent),
    bounded('coefficient', percent),
    bounded('green', percent),
    {
      id: 'places',
      value: `${figures.places}`,
      bounds: { is: 'min', text: `${figures.placesWanted}` },
      isMissed: isMissed('places'),
      isTight: false,
    },
    {
      id: 'amenity',
      value: `${formatFixed(100 * figures.amenityLand, 1)} / ${percent(figures.amenityFloor)}`,
      bounds: amenityBounds(conditions),
      isMissed: isMissed('amenityLand', 'amenityFloor'),
      isTight: false,
    },
  ];
}

/** Both shares from above, as they are written together. */
function amenityBounds({ amenityLand, amenityFloor }: LaidLand['conditions']): ShownFigure['bounds'] {
  const text = [amenityLand.max, amenityFloor.max].map((max) => (max === null ? '—' : formatFixed(100 * max, 0)));
  return { is: 'max', text: `${text.join(' / ')} %` };
}

/** `4` or `4–6`. */
export function storeysText({ buildings }: Offered): string {
  const made = buildings.filter(({ use }) => use === 'production').map(({ storeys }) => storeys);
  const [least, most] = [Math.min(...made), Math.max(...made)];
  return made.length === 0 ? '0' : least === most ? `${most}` : `${least}–${most}`;
}

/** Over 24 m: spacing, compartments and ladder areas are others. */
export const isHigh = ({ buildings }: Offered): boolean => buildings.some(({ heightM }) => heightM > HIGH_M + 1e-9);

/** A bound that no layout keeps: the one that comes nearest. */
interface MissedByAll {
  readonly miss: Offered['misses'][number];
  readonly family: Offered['family'];
}

export function missedByAll(layouts: readonly Offered[]): readonly MissedByAll[] {
  const [first, ...rest] = layouts;
  if (!first) return [];
  return first.misses.flatMap(({ what, bound }) => {
    const same = [first, ...rest].flatMap(({ misses, family }) =>
      misses.filter((miss) => miss.what === what && miss.bound === bound).map((miss) => ({ miss, family })),
    );
    if (same.length < layouts.length) return [];
    const side = bound === 'min' ? 1 : -1;
    return [same.reduce((best, one) => (side * (one.miss.value - best.miss.value) > 0 ? one : best))];
  });
}
