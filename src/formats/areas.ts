import type { Layer } from '../domain/geometry/columns/layer.ts';
import { isCoarse, statedResolutionM2 } from '../domain/land/stated-area.ts';
import type { Parcel } from '../domain/land/model.ts';
import { squareMetresPer, type AreaUnit } from './area-units.ts';
import type { FileNote } from './contract.ts';
import { DrawnAreas } from './drawn-areas.ts';
import type { WrittenArea } from './fields/written-area.ts';
import { areaTextMember } from './txt/convention.ts';
import { memoized } from '../domain/land/memoized.ts';
import { GatheredRecords } from '../domain/land/records/gathered-records.ts';
import { rowsWhere, type Records } from '../domain/land/records/records.ts';

const units = Object.keys(squareMetresPer) as readonly AreaUnit[];
/** A stated area this near the computed one is in that unit; the units are at least 15 times apart. */
const nearEnough = 0.02;

/** The stated areas of a file, by row: there may be a million, and no object is made of one. */
interface StatedAreas {
  readonly length: number;
  readonly idOf: (row: number) => string;
  /** As written in the file; empty when none is stated. */
  readonly textOf: (row: number) => string;
  /** The number that is written, undefined when none is; asked in place of the text where the number alone is wanted. */
  readonly numberOf?: (row: number) => number | undefined;
  /** Where the file has a number, whose zeros at the end are lost: the most decimals in its column. */
  readonly finestOf?: (row: number) => number | undefined;
  /** m² in one of its unit, where the file says that; what it says takes no part in the vote. */
  readonly m2PerOf?: (row: number) => number | undefined;
  /** On what it was computed, where the file says that. */
  readonly basisOf?: (row: number) => Parcel['areaBasis'];
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

/** Decimals of a number, whose column has so many at most: of m² it is taken to 0.01, as any stated area is. */
const ofNumber = (finest: number, m2Per: number): number => Math.max(finest, m2Per === 1 ? 2 : 0);

/**
 * What a figure written with so many decimals leaves open, ±m²: four of a hectare 0.5, two of 亩 3.33, two of m² 0.005.
 * No stated area is taken for finer than the last.
 */
const writtenResolutionM2 = (decimals: number, m2Per: number): number =>
  Math.max(statedResolutionM2, Number(((m2Per * 10 ** -decimals) / 2).toPrecision(12)));

const unitOf = (stated: number, computed: number): AreaUnit | undefined =>
  units.find((unit) => Math.abs(stated * squareMetresPer[unit] - computed) <= nearEnough * computed);

/** The unit most parcels' stated areas fit; null where none does, or two as many. */
function voted(length: number, voteOf: (row: number) => AreaUnit | undefined): AreaUnit | null {
  const counts = units.map(() => 0);
  for (let row = 0; row < length; row++) {
    const vote = voteOf(row);
    if (vote) counts[units.indexOf(vote)]++;
  }
  const most = Math.max(...counts);
  return most > 0 && counts.filter((count) => count === most).length === 1 ? units[counts.indexOf(most)] : null;
}

/**
 * Files state areas in 公顷, m² or 亩 without saying which. The areas of the sound boundaries decide, each parcel with
 * one vote. A difference beyond what a surveyed figure resolves is noted and the stated figure stays; where no unit fits
 * the figure is left out and noted, for a guess would be wrong by a factor of 15 or more; unless the caller knows what
 * is meant `otherwise`.
 */
export function readAreas(areas: StatedAreas, layer: Layer, otherwise: AreaUnit | null = null): ReadAreas {
  const { length, idOf, textOf, finestOf, m2PerOf, basisOf } = areas;
  const numberOf = areas.numberOf ?? ((row) => (textOf(row) === '' ? undefined : Number(textOf(row))));
  // Asked only of those whose areas say something: they are many, and most say themselves what they are in.
  const drawn = new DrawnAreas(layer);
  const told = voted(length, (row) => {
    const number = m2PerOf?.(row) ? undefined : numberOf(row);
    return number === undefined ? undefined : unitOf(number, drawn.planeM2(row));
  });
  const unit = told ?? otherwise;
  const notes: FileNote[] = [];
  const resolutions = new Map<number, Map<number, number>>();
  const resolutionOf = (decimals: number, m2Per: number) =>
    memoized(memoized(resolutions, m2Per, () => new Map<number, number>()), decimals, () => writtenResolutionM2(decimals, m2Per)); // prettier-ignore
  const [statedM2, resolutionM2]: (number | undefined)[][] = [[], []];
  if (unit === 'hectare') notes.push({ code: 'area-unit-hectares', params: {} });
  if (unit === 'mu') notes.push({ code: 'area-unit-mu', params: {} });
  for (let row = 0; row < length; row++) {
    const number = numberOf(row);
    const said = m2PerOf?.(row);
    const m2Per = said ?? (unit && squareMetresPer[unit]);
    if (number === undefined || m2Per === null) {
      if (number !== undefined)
        notes.push({ code: 'area-unit-unclear', params: { id: idOf(row), stated: textOf(row), ...figure(row) } });
      statedM2.push(undefined);
      continue;
    }
    // Six digits after the point are far below any stated figure, and take away the noise of × 10 000.
    const stated = Math.round(number * m2Per * 1e6) / 1e6;
    const finest = finestOf?.(row);
    const decimals = finest === undefined ? decimalsOf(textOf(row)) : ofNumber(finest, m2Per);
    const resolution = resolutionOf(decimals, m2Per);
    if (isCoarse(resolution)) resolutionM2[row] = resolution;
    statedM2.push(stated);
    // Computed from degrees an area depends on the zone taken: only surveyed numbers contradict, or a wide difference.
    if ((layer.surveyed || (!said && !told)) && drawn.differs(row, basisOf?.(row), stated, resolution))
      notes.push({ code: 'stated-area-differs', params: { id: idOf(row), stated, ...figure(row) } });
  }
  return { unit, statedM2, resolutionM2, notes };

  function figure(row: number): Readonly<Record<string, number>> {
    const computed = drawn.asStatedM2(row, basisOf?.(row));
    return Number.isNaN(computed) ? {} : { computed: Number(computed.toFixed(2)) };
  }
}

/** The most decimals of the column: of numbers the zeros at the end are lost. */
function finestOf(length: number, statedOf: FieldOf<'statedAreaM2'>, written: WrittenOf): number {
  let finest = 0;
  for (let row = 0; row < length; row++) {
    const [stated, own] = [statedOf(row), written(row)];
    if (stated === undefined || own === null || own.text !== undefined || hasAtMost(finest, stated)) continue;
    finest = Math.max(finest, decimalsOf(String(stated)));
  }
  return finest;
}

/** Whether a number has no more decimals, told without writing it; false leaves it open. */
function hasAtMost(decimals: number, value: number): boolean {
  const scale = 10 ** decimals;
  const scaled = value * scale;
  return Math.abs(scaled) < Number.MAX_SAFE_INTEGER && Math.round(scaled) / scale === value;
}

type FieldOf<K extends keyof Parcel> = (row: number) => Parcel[K] | undefined;
type WrittenOf = (row: number) => WrittenArea | null;

/**
 * Parcels of a table with their stated areas in m² and what these leave open. `written` says of a row how its area was
 * written, null for our own field, which is in m²; where no unit is named the boundaries tell it. A figure whose unit is
 * not known is kept as it was written.
 */
export function withStatedAreas(
  records: Records<Parcel>,
  layer: Layer,
  written: WrittenOf,
  otherwise: AreaUnit | null = null,
): { readonly records: Records<Parcel>; readonly notes: readonly FileNote[] } {
  const { length } = records;
  const [idOf, statedOf, saidBasis] = [records.field('id'), records.field('statedAreaM2'), records.field('areaBasis')];
  const finest = finestOf(length, statedOf, written);
  const basisOf = (row: number) => saidBasis(row) ?? (written(row)?.onEllipsoid && 'ellipsoid');
  const { statedM2, resolutionM2, notes } = readAreas(
    {
      length,
      idOf: (row) => idOf(row)!,
      textOf: (row) => (statedOf(row) === undefined ? '' : (written(row)?.text ?? String(statedOf(row)))),
      numberOf: (row) => {
        const text = statedOf(row) === undefined ? undefined : written(row)?.text;
        return text === undefined ? statedOf(row) : Number(text);
      },
      m2PerOf: (row) => ownPer(written(row)),
      finestOf: (row) => (written(row) === null ? 0 : written(row)!.text === undefined ? finest : undefined),
      basisOf,
    },
    layer,
    otherwise,
  );
  const isMeant = (row: number) => statedOf(row) !== undefined && written(row) !== null;
  const meant = rowsWhere(records, isMeant);
  if (meant.length === 0) return { records, notes };
  if (records instanceof GatheredRecords && meant.every((row) => statedM2[row] !== undefined))
    return { records: records.amended(statedFields(records, { isMeant, basisOf, statedM2, resolutionM2 })), notes };
  const withArea = (record: Parcel, row: number): Parcel => {
    const m2 = statedM2[row];
    const own = written(row);
    if (record.statedAreaM2 === undefined || own === null) return record;
    const rest = withoutArea(record);
    if (m2 === undefined)
      return { ...rest, extra: { ...rest.extra, [areaTextMember]: own.text ?? String(record.statedAreaM2) } };
    rest.statedAreaM2 = m2;
    const basis = basisOf(row);
    if (basis) rest.areaBasis = basis;
    // What the file says itself of the resolution comes first.
    if (rest.areaResolutionM2 === undefined && resolutionM2[row] !== undefined)
      rest.areaResolutionM2 = resolutionM2[row];
    return rest;
  };
  const stated = new GatheredRecords<Parcel>();
  for (const [row, record] of records.entries()) stated.append(withArea(record, row));
  return { records: stated, notes };
}

/** What is known of a stated area once all are read, as fields; what the file says itself of basis and resolution stays. */
function statedFields(
  records: Records<Parcel>,
  { isMeant, basisOf, statedM2, resolutionM2 }: StatedFields,
): Parameters<GatheredRecords<Parcel>['amended']>[0] {
  const unsaid = <K extends keyof Parcel>(name: K, of: (row: number) => Parcel[K]) => {
    const said = records.field(name);
    return { name, of: (row: number) => (isMeant(row) && said(row) === undefined ? of(row) : undefined) };
  };
  return [
    { name: 'statedAreaM2', of: (row) => (isMeant(row) ? statedM2[row] : undefined) },
    unsaid('areaBasis', (row) => basisOf(row) || undefined),
    unsaid('areaResolutionM2', (row) => resolutionM2[row]),
  ];
}
interface StatedFields extends Pick<ReadAreas, 'statedM2' | 'resolutionM2'> {
  /** Whether a row states an area, and not under our own name. */
  readonly isMeant: (row: number) => boolean;
  readonly basisOf: (row: number) => Parcel['areaBasis'] | false;
}

/** Our own field is in m². */
const ownPer = (own: WrittenArea | null): number | undefined => (own === null ? 1 : own.m2Per);

/** In a loop: there may be a million, and to spread the rest of a record takes several times the time and room. */
function withoutArea(record: Parcel): { -readonly [K in keyof Parcel]: Parcel[K] } {
  const rest: Record<string, unknown> = {};
  for (const field in record) if (field !== 'statedAreaM2') rest[field] = record[field as keyof Parcel];
  return rest as unknown as Parcel;
}
