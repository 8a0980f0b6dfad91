import { problemsOf } from '../domain/geometry/validity.ts';
import { areasOf } from '../domain/geometry/measures.ts';
import type { Layer } from '../domain/geometry/layer.ts';
import type { Parcel } from '../domain/land/model.ts';
import type { FileNote } from './contract.ts';
import { areaTextMember } from './txt/convention.ts';

export type AreaUnit = 'm2' | 'hectare' | 'mu';
/** m² in one of each; 15 亩 are one 公顷. */
export const squareMetresPer: Readonly<Record<AreaUnit, number>> = { m2: 1, hectare: 10_000, mu: 10_000 / 15 };
const units = Object.keys(squareMetresPer) as readonly AreaUnit[];
/** A stated area this near the computed one is in that unit; the units are at least 15 times apart. */
const nearEnough = 0.02;

export interface StatedArea {
  readonly id: string;
  /** As written in the file; empty when none is stated. */
  readonly text: string;
  /** Where the file says it; what it says takes no part in the vote. */
  readonly unit?: AreaUnit;
}
interface ReadAreas {
  /** Null where no parcel tells. */
  readonly unit: AreaUnit | null;
  /** m²; undefined where none is stated or its unit is not known. */
  readonly statedM2: readonly (number | undefined)[];
  readonly notes: readonly FileNote[];
}

/** m² of a sound boundary; null for one that is broken or not drawn, whose area says nothing. */
function computedArea(layer: Layer, f: number): number | null {
  if (layer.partStart[f] === layer.partStart[f + 1]) return null;
  if (problemsOf(layer, f).some((p) => p.severity === 'broken')) return null;
  const { planeM2 } = areasOf(layer, f);
  return planeM2 > 0 ? planeM2 : null;
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
  const computed = areas.map(({ text }, f) => (text === '' ? null : computedArea(layer, f)));
  const told = voted(areas.map((a, f) => (a.unit ? undefined : unitOf(Number(a.text), computed[f] ?? NaN))));
  const unit = told ?? otherwise;
  const notes: FileNote[] = [];
  if (unit === 'hectare') notes.push({ code: 'area-unit-hectares', params: {} });
  if (unit === 'mu') notes.push({ code: 'area-unit-mu', params: {} });
  const statedM2 = areas.map(({ id, text, unit: said }, f) => {
    if (text === '') return undefined;
    const own = said ?? unit;
    const planeM2 = computed[f];
    const figure: Readonly<Record<string, number>> = planeM2 === null ? {} : { computed: Number(planeM2.toFixed(2)) };
    if (own === null) {
      notes.push({ code: 'area-unit-unclear', params: { id, stated: text, ...figure } });
      return undefined;
    }
    // Six digits after the point are far below any stated figure, and take away the noise of × 10 000.
    const stated = Math.round(Number(text) * squareMetresPer[own] * 1e6) / 1e6;
    const decimals = text.includes('.') ? text.length - text.indexOf('.') - 1 : 0;
    const resolution = Math.max(0.01, (squareMetresPer[own] * 10 ** -decimals) / 2);
    // Computed from degrees an area depends on the zone taken: only surveyed numbers contradict, or a wide difference.
    if ((layer.surveyed || (!said && !told)) && planeM2 !== null && Math.abs(stated - planeM2) > resolution + 0.005)
      notes.push({ code: 'stated-area-differs', params: { id, stated, ...figure } });
    return stated;
  });
  return { unit, statedM2, notes };
}

/**
 * Parcels of a table with their stated areas in m²: `inM2` says of a row whether its column names the unit, else the
 * boundaries tell it. A figure whose unit is not known is kept as it was written.
 */
export function withStatedAreas(
  records: readonly Parcel[],
  layer: Layer,
  inM2: (row: number) => boolean,
  otherwise: AreaUnit | null = null,
): { readonly records: readonly Parcel[]; readonly notes: readonly FileNote[] } {
  const { statedM2, notes } = readAreas(
    records.map(({ id, statedAreaM2 }, row): StatedArea => {
      const text = statedAreaM2 === undefined ? '' : String(statedAreaM2);
      return inM2(row) ? { id, text, unit: 'm2' } : { id, text };
    }),
    layer,
    otherwise,
  );
  const withArea = (record: Parcel, row: number): Parcel => {
    const { statedAreaM2, ...rest } = record;
    const m2 = statedM2[row];
    if (statedAreaM2 === undefined || inM2(row)) return record;
    if (m2 !== undefined) return { ...rest, statedAreaM2: m2 };
    return { ...rest, extra: { ...rest.extra, [areaTextMember]: String(statedAreaM2) } };
  };
  return { records: records.map(withArea), notes };
}
