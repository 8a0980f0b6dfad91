import { STATES_OF_USE } from '../../domain/land/states-of-use.ts';
import { GLYPH_PATHS } from '../glyphs.ts';
import { LAND_CLASSES, OUTCOMES } from '../palette.ts';
import { STATE_SWATCHES } from '../pattern-names.ts';
import type { LegendKey } from './contract.ts';
import { paletteOf, RANKS, type VisitorLook } from './look.ts';

/** Layers of parks that a legend explains, with the property that tells which of their signs it is. */
export const TELLING: Readonly<Record<string, string | null>> = {
  'park-glyph': 'rank',
  'park-cluster': 'worst',
  'park-line': null,
  'site-line': null,
};

interface Drawn {
  readonly layer: { readonly id: string };
  readonly properties: Readonly<Record<string, unknown>> | null;
}

/** Signs of parks that are drawn, as `property:value`, or by the layer alone. */
export const signsOf = (drawn: readonly Drawn[]): string[] =>
  drawn.map(({ layer: { id }, properties }) => {
    const property = TELLING[id];
    return property ? `${property}:${String(properties?.[property])}` : id;
  });

/** A legend of these signs: each once, in the order of the map's own lists. */
export function legendOf(signs: ReadonlySet<string>, look: VisitorLook): readonly LegendKey[] {
  const p = paletteOf(look);
  const rank = (outcome: (typeof OUTCOMES)[number]) => RANKS.indexOf(outcome);
  return [
    ...LAND_CLASSES.filter((key) => signs.has(`lc:${key}`)).map((key): LegendKey => ({
      of: 'land-class',
      key,
      colour: p.land[key],
      path: null,
    })),
    ...STATES_OF_USE.filter((key) => look.idle && signs.has(`kind:${key}`)).map((key): LegendKey => ({
      of: 'state-of-use',
      key,
      colour: p.hatch,
      path: STATE_SWATCHES[key],
    })),
    ...OUTCOMES.filter((key) => signs.has(`rank:${rank(key)}`) || signs.has(`worst:${rank(key)}`)).map(
      (key): LegendKey => ({ of: 'outcome', key, colour: p.verdict[key], path: GLYPH_PATHS[key] }),
    ),
    ...(signs.has('site-line') ? [{ of: 'park', key: 'chosen', colour: p.accent, path: null } as const] : []),
    ...(signs.has('park-line') ? [{ of: 'park', key: 'other', colour: p.park, path: null } as const] : []),
  ];
}
