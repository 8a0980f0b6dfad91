import { isDate, isMonth } from '../../domain/written-date.ts';

const pad = (digits: string): string => digits.padStart(2, '0');
const day = /^(\d{4})(?:[-/.](\d{1,2})[-/.](\d{1,2})|年(\d{1,2})月(\d{1,2})[日号]?|(\d{2})(\d{2}))$/;
/** A moment with its offset is a day of China, eight hours ahead; one without is as it stands. */
const moment = /^(\d{4}[-/.]\d{1,2}[-/.]\d{1,2})[T ](\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[-+]\d{2}:?\d{2})?$/;
const chinaHours = 8;

/** The day a text names, `YYYY-MM-DD`: 2026/1/18, 2026年1月18日, 20260118, 2026-1-18, a moment of that day; null for none. */
export function dayOf(value: string): string | null {
  const text = value
    .normalize('NFKC')
    .trim()
    .replace(/\s*([年月日])\s*/g, '$1');
  const time = moment.exec(text);
  if (time?.[3]) {
    const at = new Date(
      `${dayOf(time[1]) ?? ''}T${time[2].padStart(time[2].indexOf(':') === 1 ? time[2].length + 1 : 0, '0')}${time[3]}`,
    );
    return Number.isNaN(at.getTime())
      ? null
      : new Date(at.getTime() + chinaHours * 3_600_000).toISOString().slice(0, 10);
  }
  const found = day.exec(time?.[1] ?? text);
  if (!found) return null;
  const [month, date] = [found[2] ?? found[4] ?? found[6], found[3] ?? found[5] ?? found[7]];
  const iso = `${found[1]}-${pad(month)}-${pad(date)}`;
  return isDate(iso) ? iso : null;
}

/** The month a text names, `YYYY-MM`; null for none. */
export function monthOf(value: string): string | null {
  const found = /^(\d{4})(?:[-/.](\d{1,2})|年(\d{1,2})月|(\d{2}))$/.exec(value.normalize('NFKC').replace(/\s/g, ''));
  const month = found && `${found[1]}-${pad(found[2] ?? found[3] ?? found[4])}`;
  return isMonth(month) ? month : null;
}
