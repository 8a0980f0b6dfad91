import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { Position } from '../../domain/geometry/columns/layer.ts';
import type { FileNote, FormatRefusal, ReadOptions } from '../contract.ts';
import { mayBePacked, numberOf, packedDegrees } from './numbers.ts';
import type { PointTable, TablePlot } from './points.ts';

/** How the degrees of a table are written: as decimals, or as 度.分秒 (113.343012 is 113°34′30.12″). */
type Angle = NonNullable<ReadOptions['degrees']>;

/** Degrees with their signs say themselves what they are. */
const isSigned = (text: string): boolean => /[°度]/.test(text);

/**
 * How the figures are written: as the reader was told, else as the heading says; else decimal where digits of 60 or more,
 * or too few of them, rule the other out. Where both fit it is asked: they lie tens of kilometres apart.
 */
function angleOf(
  name: string,
  texts: readonly string[],
  heading: Angle | null,
  told: ReadOptions['degrees'],
): Result<Angle, FormatRefusal> {
  const said = told ?? heading;
  if (said) return ok(said);
  const plain = texts.filter((text) => !isSigned(text));
  if (!mayBePacked(plain)) return ok('decimal');
  return refuse('degrees-ambiguous', { name, value: plain[0], packed: spelled(plain[0]) }, ['dms', 'decimal']);
}

function spelled(text: string): string {
  const [degrees, digits = ''] = text.split('.');
  const padded = digits.padEnd(4, '0');
  const fraction = padded.length > 4 ? `.${padded.slice(4)}` : '';
  return `${degrees}°${padded.slice(0, 2)}′${padded.slice(2, 4)}${fraction}″`;
}

/** The plots of a table of degrees, their angles read as they are written; a note says where that is 度.分秒. */
export function withAngles(
  name: string,
  { plots, degrees, angle }: PointTable,
  told: ReadOptions['degrees'],
  notes: FileNote[],
): Result<readonly TablePlot[], FormatRefusal> {
  if (!degrees) return ok(plots);
  const texts = plots.flatMap(({ points }) => points.flatMap((point) => point.texts));
  const written = angleOf(name, texts, angle, told);
  if (!written.ok) return written;
  if (written.value === 'decimal') return ok(plots);
  const read: TablePlot[] = [];
  for (const { properties, points } of plots) {
    const placed = points.map((point) => {
      const [lon, lat] = point.texts.map((text) => (isSigned(text) ? numberOf(text) : packedDegrees(text)));
      return { ...point, at: [lon, lat] as Position };
    });
    const wrong = placed.find(({ at }) => !at.every(Number.isFinite));
    if (wrong) return refuse('bad-line', { line: wrong.line, text: wrong.texts.join(', '), detail: 'dms' });
    read.push({ properties, points: placed });
  }
  if (texts.some((text) => !isSigned(text))) notes.push({ code: 'degrees-packed', params: { value: texts[0], packed: spelled(texts[0]) } }); // prettier-ignore
  return ok(read);
}
