import { refuse } from '../../domain/outcome.ts';
import type { Position } from '../../domain/geometry/columns/layer.ts';
import type { FormatRefusal } from '../contract.ts';
import { fits } from './area-of-use.ts';
import { detect } from './detect.ts';
import { degrees, type SourceCrs } from './source.ts';

/**
 * Why a position cannot be what its CRS says, null where it can: where on earth it would be, and what else its numbers can
 * be. `where` names what it belongs to.
 */
export function misplaced(
  source: SourceCrs,
  position: Position,
  where: () => Readonly<Record<string, string | number>>,
): FormatRefusal | null {
  if (!position.every(Number.isFinite)) return refuse('bad-number', { ...where(), value: position.join(', ') }).refusal;
  if (fits(source, position)) return null;
  const at = position.join(', ');
  const code = source.plane || source.meridian !== null ? 'outside-zone' : 'outside-china';
  return refuse(code, { at, ...where(), ...thereOf(source, position) }, likely(source, position)).refusal;
}

/** The place a plane position would be at, to a hundredth of a degree. */
function thereOf(source: SourceCrs, position: Position): Readonly<Record<string, string | number>> {
  if (source === degrees) return {};
  const [lon, lat] = source.toDegrees(position).map((degree) => Math.round(degree * 100) / 100);
  return Number.isFinite(lon) && Math.abs(lat) <= 90 ? { crs: source.code, lon, lat } : { crs: source.code };
}

function likely(source: SourceCrs, position: Position): readonly string[] {
  const told = detect(position);
  if (!told.ok) return (told.refusal.choices ?? []).filter((code) => code !== source.code);
  const { source: other, swapped } = told.value;
  const turned: Position = swapped ? [position[1], position[0]] : position;
  return other.code !== source.code && fits(other, turned) ? [other.code] : [];
}
