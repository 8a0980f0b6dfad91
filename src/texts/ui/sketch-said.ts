import type { EditNote } from '../../desk/operation.ts';
import type { Measure } from '../../desk/tools/index.ts';
import type { Refusal } from '../../domain/outcome.ts';
import { muOf } from '../../domain/quantity/units.ts';
import { changeSentences } from '../changes.ts';
import { fieldName, noNames, type FieldNames } from '../field-names.ts';
import { fixed } from '../figures.ts';
import { sayRefusal } from '../index.ts';
import type { Both, Language } from '../language.ts';
import { layingSentences } from '../layout.ts';
import { plateSentences } from '../plates.ts';
import { sayEditNote } from '../repairs.ts';
import { sketchTools } from './sketch-tools.ts';

/* Sentences of the sketch desk that are made of figures and refusals: they come with its tools. */

const ofDesk: Readonly<Record<string, Both>> = {
  'all-taken': {
    zh: () => '所画范围全部是已有宗地，裁剪后没有剩余；请画到空地上，或不裁剪。',
    en: () =>
      'All of it is land of other parcels, and nothing is left after clipping; draw on free land, or do not clip.',
  },
  'no-answer': { zh: () => sketchTools.zh.failed, en: () => sketchTools.en.failed },
};

/** Why land was not drawn, divided or assigned as asked, and what to do. */
export const saySketchRefusal = (language: Language, refusal: Refusal, names?: FieldNames): string =>
  sayRefusal(language, refusal, { ...layingSentences, ...plateSentences, ...changeSentences, ...ofDesk }, names);

/** 157.00 m, ∠ 90.0°, 30.9120 亩: what a measure on the map says. */
export function sayMeasure(language: Language, measure: Measure): string {
  switch (measure.kind) {
    case 'length':
      return `${fixed(measure.lengthM, 2)} m`;
    case 'angle':
      return `∠ ${fixed(measure.degrees, 1)}°`;
    case 'total':
      return `${sketchTools[language].total} ${fixed(measure.lengthM, 2)} m`;
    case 'area':
      return `${fixed(muOf(measure.planeM2), 4)} ${language === 'zh' ? '亩' : 'mu'}`;
  }
}

/** 平面 1,234.56 m²（1.8518 亩） · 椭球 1,234.50 m²; the basis stands with each. */
export function sayMeasured(language: Language, measures: readonly Measure[], crs: string): string {
  const words = sketchTools[language];
  const lengths = measures.filter((m) => m.kind === 'length');
  const total = measures.find((m) => m.kind === 'total');
  const area = measures.find((m) => m.kind === 'area');
  const angles = measures.filter((m) => m.kind === 'angle');
  const said = [
    total ? sayMeasure(language, total) : lengths.length === 1 ? sayMeasure(language, lengths[0]) : '',
    angles.length === 1 ? `${words.angle} ${fixed(angles[0].degrees, 1)}°` : '',
    area ? `${words.plane} ${fixed(area.planeM2, 2)} m² (${sayMeasure(language, area)}, ${crs})` : '',
    area?.ellipsoidM2 !== undefined ? `${words.ellipsoid} ${fixed(area.ellipsoidM2, 2)} m²` : '',
  ];
  return said.filter(Boolean).join(' · ');
}

/** What a step did to fields and references besides, each once. */
export const sayBesides = (language: Language, notes: readonly EditNote[], names?: FieldNames): readonly string[] => [
  ...new Set(
    notes.map(({ code, params }) => {
      if (params.field === undefined) return sayEditNote(language, { code, params });
      const field = fieldName(language, 'parcel', String(params.field), names ?? noNames);
      return sayEditNote(language, { code, params: { ...params, field } });
    }),
  ),
];
