import type { ExpressionSpecification } from 'maplibre-gl';

/** From zoom 13.5 the number stands above the middle of its site and the area below it. */
export const NUMBER_OFFSET: ExpressionSpecification = [
  'step',
  ['zoom'],
  ['literal', [0, 0]],
  13.5,
  ['literal', [0, -9]],
];
export const NUMBER_TEXT_OFFSET: ExpressionSpecification = [
  'step',
  ['zoom'],
  ['literal', [0, 0]],
  13.5,
  ['literal', [0, -0.75]],
];
