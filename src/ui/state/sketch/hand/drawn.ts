import type { DrawnGhost } from '../../../../map/index.ts';
import type { Ghost, Measure } from '../../../../desk/tools/index.ts';
import { muOf } from '../../../../domain/quantity/units.ts';
import { fixed } from '../../../../texts/index.ts';
import type { Language } from '../../../../texts/language.ts';
import { sayFault, snapWord } from '../../../../texts/sketch.ts';
import { hintOf } from './announced.ts';
import type { Hand } from './hand.svelte.ts';
import type { Overlap } from './overlapping.svelte.ts';
import type { Workbench } from '../workbench.ts';

type MeasureWords = DrawnGhost['words']['measures'][number];

/** What the map draws of the tool in hand, with its words in the language of the page. */
export function drawnOf(hand: Hand, ghost: Ghost, bench: Workbench, overlaps: readonly Overlap[]): DrawnGhost | null {
  const { scene, page, desk } = bench;
  if (!scene) return null;
  const { language } = page.settings;
  return {
    ghost,
    crs: scene.crs,
    words: {
      measures: ghost.measures.map((measure) => measureWords(language, measure)),
      snap: snapWords(ghost, bench),
      faults: ghost.faults.map((fault) => sayFault(language, fault)),
      hint: desk.settings.hints || hand.isLooking ? hintOf(hand, bench) : null,
    },
    overlaps: overlaps.map(({ shape, id, areaM2 }) => ({ shape, words: `${id} ${fixed(areaM2, 2)} m²` })),
  };
}

function snapWords({ snap }: Ghost, { page, ground }: Workbench): DrawnGhost['words']['snap'] {
  if (!snap) return null;
  const { language, texts } = page.settings;
  const reason = snapWord(language, snap.kind);
  const id = snap.of ? ground.idOf(snap.of) : '';
  if (!snap.of || id === '') return { reason };
  return { reason, of: snap.kind === 'vertex' ? texts.sketch.pointOf(id, snap.of.number) : id };
}

function measureWords(language: Language, measure: Measure): MeasureWords {
  if (measure.kind === 'angle') return { figure: `${fixed(measure.degrees, 1)}°` };
  if (measure.kind !== 'area') return { figure: fixed(measure.lengthM, 2), unit: 'm' };
  return { figure: fixed(muOf(measure.planeM2), 4), unit: language === 'zh' ? '亩' : 'mu' };
}
