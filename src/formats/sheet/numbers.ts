/** Digits, letters and signs in the width of a Chinese character, as input methods give them, in their plain one. */
export const halfWidth = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, ' ');

const plainNumber = /^[+-]?\d+(\.\d*)?([eE][+-]?\d{1,2})?$/;
const minutes = /^(\d{1,3})[°度](\d{1,2})[′'分](\d{1,2}(?:\.\d+)?)[″"秒]?$/;

/** A plain number, with or without thousands commas or 米, or degrees, minutes and seconds; NaN for anything else. */
export function numberOf(cell: string): number {
  const text = halfWidth(cell).trim();
  if (plainNumber.test(text)) return Number(text);
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)) return Number(text.replaceAll(',', ''));
  const metres = /^([+-]?\d+(?:\.\d+)?)\s*(m|米)$/i.exec(text);
  if (metres) return Number(metres[1]);
  const angle = text.replace(/^(东经|北纬|[EN])|[EN]$/g, '').trim();
  if (angle !== text && plainNumber.test(angle)) return Number(angle);
  const found = minutes.exec(angle.replace(/''|”/g, '″').replace(/’/g, '′'));
  return found ? Number(found[1]) + Number(found[2]) / 60 + Number(found[3]) / 3600 : NaN;
}

/** `113.343012` as 度.分秒, 113°34′30.12″: the digits behind the point are minutes, seconds and their fraction. */
const packedDigits = /^(\d{1,3})(?:\.(\d+))?$/;
const partsOf = (text: string) => {
  const found = packedDigits.exec(halfWidth(text).trim());
  if (!found) return null;
  // Sheets drop zeros at the end: 113.401 is 113°40′10″, 113 is 113°00′00″.
  const decimals = found[2] ?? '';
  const digits = decimals.padEnd(4, '0');
  const seconds = `${digits.slice(2, 4)}.${digits.slice(4)}`;
  return { degrees: Number(found[1]), minutes: Number(digits.slice(0, 2)), seconds: Number(seconds), decimals: decimals.length }; // prettier-ignore
};

/** Degrees of a figure written as 度.分秒; NaN where it is none. */
export function packedDegrees(text: string): number {
  const parts = partsOf(text);
  if (!parts || parts.minutes >= 60 || parts.seconds >= 60) return NaN;
  return parts.degrees + parts.minutes / 60 + parts.seconds / 3600;
}

/** Fewer decimals in every figure reach no ten seconds: no one writes the corners of a parcel so. */
const LEAST_DECIMALS = 3;

/**
 * Whether figures may as well be 度.分秒 as decimal degrees: minutes and seconds are below 60 in every one of them. A figure
 * with a sign of degrees, or with digits of 60 or more in either place, says that they are not.
 */
export function mayBePacked(texts: readonly string[]): boolean {
  const all = texts.map(partsOf);
  return (
    all.length > 0 &&
    all.every((parts) => parts !== null && parts.minutes < 60 && parts.seconds < 60) &&
    all.some((parts) => parts!.decimals >= LEAST_DECIMALS)
  );
}

/** How a heading says that its figures are written: as 度.分秒, or as decimal degrees; null where it says neither. */
export function angleUnitOf(heading: string): 'dms' | 'decimal' | null {
  const text = heading.normalize('NFKC').toLowerCase();
  if (/度\.?分\.?秒|d{2,3}\.?mm\.?ss|\bdms\b|′/.test(text)) return 'dms';
  return /十进制|小数|decimal|\((°|度)\)/.test(text) ? 'decimal' : null;
}
