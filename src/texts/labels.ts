import type { Park } from '../domain/land/model.ts';
import type { Unit } from '../domain/quantity/units.ts';
import type { KnownFrom } from '../policy/gaps.ts';
import type { Written } from './figures.ts';
import type { Language } from './language.ts';

type Named = Readonly<Record<Language, string>>;
export type Names = Readonly<Record<string, Named & Written & { readonly unit?: Unit; readonly none?: Named }>>;

/** Names as the pack gives them; an unnamed one is shown as it stands. */
export interface Labels {
  readonly measures: Names;
  /** By `kind.field`, e.g. `parcel.floorAreaM2`: the same field name means different things on different records. */
  readonly fields: Names;
  /** From which stage of a park on a field can be known, by `kind.field`. */
  readonly knownFrom?: KnownFrom;
  /** Titles of rules, by id. */
  readonly titles?: Names;
  /** Titles of exceptions, by id. */
  readonly exceptions: Names;
  /** Closed values by `field.value`. */
  readonly values: Names;
}

const noLabels: Labels = { measures: {}, fields: {}, exceptions: {}, values: {} };

/** The pack's names; before it has come, names are shown as they stand. */
export const labelsFrom = (policy: Labels | null): Labels => policy ?? noLabels;

/** Industries 产业 in the reader's language where the pack names them so; else as they are written. */
export const industryNames = (industries: readonly string[], labels: Labels, language: Language): readonly string[] =>
  industries.map((industry) => labels.values[`industries.${industry}`]?.[language] ?? industry);

/** Of what type 园区类型 a park is, how it comes about 建设方式 and at what stage 阶段 it is, as far as it says. */
export const kindsOfPark = (park: Park, labels: Labels, language: Language): readonly string[] =>
  (['parkType', 'origin', 'stage'] as const).flatMap((field) => {
    const value = park[field];
    return value === undefined ? [] : [labels.values[`${field}.${value}`]?.[language] ?? value];
  });
