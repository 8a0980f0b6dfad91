import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import { hei } from '../../fonts.ts';
import { discImage, glyphImage } from '../../glyphs.ts';
import type { OutcomeKey, Palette } from '../../palette.ts';
import { NUMBER_OFFSET, NUMBER_TEXT_OFFSET } from '../../layers/number-place.ts';
import { paletteOf, RANKS, widened, type VisitorLook } from '../look.ts';
import { from } from './source.ts';

const row: ExpressionSpecification = ['get', 'row'];
const rounded = { 'line-join': 'round' } as const;

/** Parks that are shown as one among others. */
export function isOther({ chosen, listed }: VisitorLook): FilterSpecification {
  const other: ExpressionSpecification = ['!=', row, chosen];
  return listed ? ['all', other, ['in', row, ['literal', [...listed]]]] : other;
}

/** Sites 分园 of the other parks. */
export function otherParks(look: VisitorLook): LayerSpecification[] {
  const p = paletteOf(look);
  const site = { ...from(look, 'sites'), filter: isOther(look) };
  return [
    { id: 'park-fill', type: 'fill', ...site, paint: { 'fill-color': p.paper, 'fill-opacity': 0.45 } },
    {
      ...{ id: 'park-line', type: 'line', ...site, layout: rounded },
      paint: {
        'line-color': p.park,
        'line-width': ['interpolate', ['linear'], ['zoom'], 10, widened(look, 0.5), 13, widened(look, 1.5)],
      },
    },
  ];
}

/** The chosen park: dotted links between its sites 一园多址, then white over them, an accent edge over a halo. */
export function chosenPark(look: VisitorLook): LayerSpecification[] {
  const p = paletteOf(look);
  const site = { ...from(look, 'sites'), filter: ['==', row, look.chosen] as ExpressionSpecification };
  const line = (id: string, colour: string, px: number): LayerSpecification => ({
    ...{ id, type: 'line', ...site, layout: rounded },
    paint: { 'line-color': colour, 'line-width': widened(look, px) },
  });
  return [
    {
      ...{ id: 'site-link', type: 'line', source: 'chosen', layout: { 'line-cap': 'round' } },
      filter: ['==', ['geometry-type'], 'LineString'],
      paint: { 'line-color': p.accent, 'line-width': widened(look, 1.5), 'line-dasharray': [0.4, 2.8] },
    },
    {
      ...{ id: 'site-fill', type: 'fill', ...site },
      paint: { 'fill-color': p.siteFill, 'fill-opacity': p.siteOpacity },
    },
    line('site-halo', p.halo, 6),
    line('site-line', p.accent, 3),
  ];
}

const glyphOf = (look: VisitorLook, rank: string): ExpressionSpecification =>
  [
    'match',
    ['get', rank],
    ...RANKS.flatMap((outcome: OutcomeKey, place) => [place, glyphImage(outcome, look.theme)]),
    glyphImage('unknown', look.theme),
  ] as unknown as ExpressionSpecification;

/** Rings around a place: one in it, then 6, 12 and 18 around; px between two. */
const [RINGS, APART] = [3, 22];
const AROUND = Array.from({ length: RINGS }, (_, ring) =>
  Array.from({ length: 6 * (ring + 1) }, (_, n): [number, number] => {
    const [radius, turn] = [APART * (ring + 1), (2 * Math.PI * n) / (6 * (ring + 1))];
    return [Math.round(radius * Math.sin(turn)), Math.round(-radius * Math.cos(turn))];
  }),
).flat();

/** Parks of one place stand side by side. */
const spreadOffset = [
  'match',
  ['get', 'spread'],
  ...AROUND.flatMap((offset, n) => [n + 1, ['literal', offset]]),
  ['literal', [0, 0]],
] as unknown as ExpressionSpecification;

/** A count beside a glyph is in its colour: what is counted. */
const ofWorst = ({ verdict }: Palette): ExpressionSpecification =>
  ['match', ['get', 'worst'], ...RANKS.flatMap((outcome, place) => [place, verdict[outcome]]), verdict.unknown] as unknown as ExpressionSpecification; // prettier-ignore

const middle = { 'vertical-align': 'center' } as const;
const isMany: ExpressionSpecification = ['has', 'point_count'];
const size: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 10, 0.8, 12, 1];

/** Verdicts of the parks; where they would lie over each other, how many, the worst of them, and how many have that: `12 · ✕ 1`. */
export function verdicts(look: VisitorLook): LayerSpecification[] {
  const p = paletteOf(look);
  const alone = { 'icon-allow-overlap': true, 'icon-padding': 0 };
  return [
    {
      ...{ id: 'park-glyph', type: 'symbol', source: 'parks', filter: ['!', isMany] },
      layout: {
        ...alone,
        'icon-image': glyphOf(look, 'rank'),
        'icon-size': size,
        'icon-offset': spreadOffset,
        'symbol-sort-key': ['get', 'rank'],
      },
    },
    {
      ...{ id: 'park-cluster', type: 'symbol', source: 'parks', filter: isMany },
      layout: {
        'text-field': [
          'format',
          ['concat', ['get', 'point_count_abbreviated'], ' ·'],
          middle,
          ['image', glyphOf(look, 'worst')],
          middle,
          ['to-string', ['get', ['concat', 'of', ['to-string', ['get', 'worst']]]]],
          { ...middle, 'text-color': ofWorst(p) },
        ],
        'text-font': hei.bold,
        'text-size': 12,
        'text-allow-overlap': true,
        'text-padding': 0,
        'symbol-sort-key': ['get', 'worst'],
      },
      paint: { 'text-color': p.label, 'text-halo-color': p.halo, 'text-halo-width': 2 },
    },
  ];
}

/** Numbers of the chosen sites, and the place of the visitor, over everything. */
export function siteNumbers(look: VisitorLook): LayerSpecification[] {
  const p = paletteOf(look);
  return [
    {
      ...{ id: 'site-number', type: 'symbol', source: 'chosen', filter: ['has', 'number'] },
      layout: {
        'icon-image': discImage(look.theme),
        'icon-offset': NUMBER_OFFSET,
        'icon-allow-overlap': true,
        'icon-padding': 0,
        'text-field': ['to-string', ['get', 'number']],
        'text-offset': NUMBER_TEXT_OFFSET,
        'text-font': hei.bold,
        'text-size': 12,
        'text-allow-overlap': true,
        'text-padding': 0,
      },
      paint: { 'text-color': p.accentOn },
    },
    {
      ...{ id: 'here', type: 'circle', source: 'here' },
      paint: {
        'circle-radius': 7,
        'circle-color': p.accent,
        'circle-stroke-color': p.raised,
        'circle-stroke-width': 3,
      },
    },
  ];
}
