import { problemsOf } from '../domain/geometry/valid/validity.ts';
import { areasOf, type Areas } from '../domain/geometry/measure/measures.ts';
import type { Layer } from '../domain/geometry/columns/layer.ts';
import { drawnAsStated, isCoarse, statedDiffers, statedResolutionM2 } from '../domain/land/stated-area.ts';
import type { Parcel } from '../domain/land/model.ts';
import { squareMetresPer, type AreaUnit } from './area-units.ts';
import type { FileNote } from './contract.ts';
import type { WrittenArea } from './fields/written-area.ts';
import { areaTextMember } from './txt/convention.ts';
import { arrayRecords } from '../domain/land/records/array-records.ts';
import type { Records } from '../domain/land/records/records.ts';

const units = Object.keys(squareMetresPer) as readonly AreaUnit[];
/** A stated area this near the computed one is in that unit; the units are at least 15 times apart. */
const nearEnough = 0.02;

export interface StatedArea {
  readonly id: string;
  /** As written in the file; empty when none is stated. */
  readonly text: string;
  /** Set where the file has a number, whose zeros at the end are lost: the most decimals in its column. */
  readonly finest?: number;
  /** m² in one of its unit, where the file says that; what it says takes no part in the vote. */
  readonly m2Per?: number;
  /** On what it was computed, where the file says that. */
  readonly basis?: Parcel['areaBasis'];
}
interface ReadAreas {
  /** Null where no parcel tells. */
  readonly unit: AreaUnit | null;
  /** m²; undefined where none is stated or its unit is not known. */
  readonly statedM2: readonly (number | undefined)[];
  /** ±, half of the last digit written, m²; undefined where that is no more than the 0.01 m² of any stated area. */
  readonly resolutionM2: readonly (number | undefined)[];
  readonly notes: readonly FileNote[];
}

/** Digits after the point. */
const decimalsOf = (text: string): number => /\.(\d+)/.exec(text)?.[1].length ?? 0;

/** A number of m² is taken to 0.01, as any stated area is; a text says itself how far it goes. */
const decimalsIn = ({ text, finest }: StatedArea, m2Per: number): number =>
  finest === undefined ? decimalsOf(text) : Math.max(finest, m2Per === 1 ? 2 : 0);

/**
 * What a figure written with so many decimals leaves open, ±m²: four of a hectare 0.5, two of 亩 3.33, two of m² 0.005.
 * No stated area is taken for finer than the last.
 */
const writtenResolutionM2 = (decimals: number, m2Per: number): number =>
  Math.max(statedResolutionM2, Number(((m2Per * 10 ** -decimals) / 2).toPrecision(12)));

/** Of a sound boundary; null for one that is broken or not drawn, whose area says nothing. */
function computedArea(layer: Layer, f: number): Areas | null {
  if (layer.partStart[f] === layer.partStart[f + 1]) return null;
  if (problemsOf(layer, f).some((p) => p.severity === 'broken')) return null;
  const areas = areasOf(layer, f);
  return areas.planeM2 > 0 ? areas : null;
}

const unitOf = (stated: number, computed: number): AreaUnit | undefined =>
  units.find((unit) => Math.abs(stated * squareMetresPer[unit] - computed) <= nearEnough * computed);

/** The unit most parcels' stated areas fit; null where none does, or two as many. */
function voted(votes: readonly (AreaUnit | undefined)[]): AreaUnit | null {
  const counts = units.map((unit) => votes.filter((vote) => vote === unit).length);
  const most = Math.max(...counts);
  return most > 0 && counts.filter((count) => count === most).length === 1 ? units[counts.indexOf(most)] : null;
}

/**
 * Files state areas in 公顷, m² or 亩 without saying which. The areas of the sound boundaries decide, each parcel with
 * one vote. A difference beyond what a surveyed figure resolves is noted and the stated figure stays; where no unit fits
 * the figure is left out and noted, for a guess would be wrong by a factor of 15 or more; unless the caller knows what
 * is meant `otherwise`.
 */
export function readAreas(areas: readonly StatedArea[], layer: Layer, otherwise: AreaUnit | null = null): ReadAreas {
  // Asked only of those whose areas say something: they are many, and most say themselves what they are in.
  const known: (Areas | null | undefined)[] = [];
  const computed = (f: number) => (known[f] ??= areas[f].text === '' ? null : computedArea(layer, f));
  const told = voted(areas.map((a, f) => (a.m2Per ? undefined : unitOf(Number(a.text), computed(f)?.planeM2 ?? NaN))));
  const unit = told ?? otherwise;
  const notes: FileNote[] = [];
  const resolutionM2: (number | undefined)[] = [];
  if (unit === 'hectare') notes.push({ code: 'area-unit-hectares', params: {} });
  if (unit === 'mu') notes.push({ code: 'area-unit-mu', params: {} });
  const statedM2 = areas.map((area, f) => {
    const { id, text, m2Per: said } = area;
    if (text === '') return undefined;
    const own = said ?? (unit && squareMetresPer[unit]);
    const figure = (): Readonly<Record<string, number>> => {
      const drawn = computed(f);
      return drawn ? { computed: Number(drawnAsStated({ areaBasis: area.basis }, drawn).toFixed(2)) } : {};
    };
    if (own === null) {
      notes.push({ code: 'area-unit-unclear', params: { id, stated: text, ...figure() } });
      return undefined;
    }
    // Six digits after the point are far below any stated figure, and take away the noise of × 10 000.
    const stated = Math.round(Number(text) * own * 1e6) / 1e6;
    const resolution = writtenResolutionM2(decimalsIn(area, own), own);
    if (isCoarse(resolution)) resolutionM2[f] = resolution;
    // Computed from degrees an area depends on the zone taken: only surveyed numbers contradict, or a wide difference.
    const drawn = layer.surveyed || (!said && !told) ? computed(f) : null;
    const areaM2 = drawn && drawnAsStated({ areaBasis: area.basis }, drawn);
    if (drawn && statedDiffers({ areaM2: stated, resolutionM2: resolution }, { ...drawn, areaM2: areaM2! }))
      notes.push({ code: 'stated-area-differs', params: { id, stated, ...figure() } });
    return stated;
  });
  return { unit, statedM2, resolutionM2, notes };
}

/** The most decimals of the column: of numbers the zeros at the end are lost. */
const finestOf = (records: Records<Parcel>, written: (row: number) => WrittenArea | null): number =>
  [...records].reduce((most, { statedAreaM2 }, row) => {
    const own = written(row);
    if (statedAreaM2 === undefined || own === null || own.text !== undefined) return most;
    return Math.max(most, decimalsOf(String(statedAreaM2)));
  }, 0);

function statedArea({ id, statedAreaM2, areaBasis }: Parcel, own: WrittenArea | null, finest: number): StatedArea {
  if (statedAreaM2 === undefined) return { id, text: '' };
  const number = String(statedAreaM2);
  const basis = areaBasis ?? (own?.onEllipsoid && 'ellipsoid');
  const said = { id, ...(basis && { basis }) };
  if (own === null) return { ...said, text: number, m2Per: 1, finest: 0 };
  const { text, m2Per } = own;
  return {
    ...said,
    text: text ?? number,
    ...(text === undefined && { finest }),
    ...(m2Per !== undefined && { m2Per }),
  };
}

/**
 * Parcels of a table with their stated areas in m² and what these leave open. `written` says of a row how its area was
 * written, null for our own field, which is in m²; where no unit is named the boundaries tell it. A figure whose unit is
 * not known is kept as it was written.
 */
export function withStatedAreas(
  records: Records<Parcel>,
  layer: Layer,
  written: (row: number) => WrittenArea | null,
  otherwise: AreaUnit | null = null,
): { readonly records: Records<Parcel>; readonly notes: readonly FileNote[] } {
  const finest = finestOf(records, written);
  const stated = records.map((record, row) => statedArea(record, written(row), finest));
  const { statedM2, resolutionM2, notes } = readAreas(stated, layer, otherwise);
  const withArea = (record: Parcel, row: number): Parcel => {
    const { statedAreaM2, ...rest } = record;
    const m2 = statedM2[row];
    const own = written(row);
    if (statedAreaM2 === undefined || own === null) return record;
    if (m2 === undefined)
      return { ...rest, extra: { ...rest.extra, [areaTextMember]: own.text ?? String(statedAreaM2) } };
    const basis = stated[row].basis;
    return {
      ...rest,
      statedAreaM2: m2,
      ...(basis && { areaBasis: basis }),
      ...resolutionOf(rest, resolutionM2[row]),
    };
  };
  return { records: arrayRecords(records.map(withArea)), notes };
}

/** What the file says itself of the resolution comes first. */
const resolutionOf = (parcel: Parcel, m2: number | undefined): Pick<Parcel, 'areaResolutionM2'> =>
  m2 === undefined || parcel.areaResolutionM2 !== undefined ? {} : { areaResolutionM2: m2 };
