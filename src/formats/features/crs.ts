import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { CrsHow, FormatRefusal } from '../contract.ts';
import { detect, standsSwapped } from '../crs/detect.ts';
import { sourceOf, type SourceCrs } from '../crs/source.ts';
import { firstPosition, type Outlines } from './outlines.ts';

/** The CRS a file states. */
export interface Declared {
  readonly source: SourceCrs;
  /** `format-default` for WGS84, which is read as CGCS2000: the file did not say that. */
  readonly how: 'option' | 'declared' | 'format-default';
}
export interface Resolved {
  readonly source: SourceCrs;
  readonly how: CrsHow;
  /** The numbers stand north (or latitude) first. */
  readonly swapped: boolean;
}

const wgs84 = 4326;

/** The CRS a file states by EPSG code. */
export function declaredEpsg(epsg: number): Result<Declared, FormatRefusal> {
  const source = sourceOf(epsg);
  return source.ok ? ok({ source: source.value, how: epsg === wgs84 ? 'format-default' : 'declared' }) : source;
}

/** The option outranks the file; null where neither says. `declared` is asked only without option. */
export function optionOrDeclared(
  option: number | undefined,
  declared: () => Result<Declared | null, FormatRefusal>,
): Result<Declared | null, FormatRefusal> {
  if (option === undefined) return declared();
  const source = sourceOf(option);
  return source.ok ? ok({ source: source.value, how: 'option' }) : source;
}

/** What was said, else what the numbers tell; plane coordinates that stand north first are noticed in either case. */
export function resolveCrs(outlines: Outlines, said: Declared | null): Result<Resolved, FormatRefusal> {
  const first = firstPosition(outlines);
  if (said) {
    const turned = first !== null && standsSwapped(said.source, first);
    return ok({ ...said, swapped: turned });
  }
  if (!first) return refuse('crs-unknown');
  const found = detect(first);
  return found.ok ? ok({ ...found.value, how: 'detected' }) : found;
}
