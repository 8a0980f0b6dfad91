import { isDate } from '../../domain/written-date.ts';

/**
 * A day as people type it, as YYYY-MM-DD: 2026-3-1, 2026/3/1, 2026.3.1, 20260301, 2026年3月1日. Year, month, day in this order
 * in both languages, because 3/1/2026 is one day in one country and another in the next. Null: no such day.
 */
export function typedDate(text: string): string | null {
  const typed = text.trim().normalize('NFKC');
  const parts =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(typed) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(typed);
  if (!parts) return null;
  const date = `${parts[1]}-${parts[2].padStart(2, '0')}-${parts[3].padStart(2, '0')}`;
  return isDate(date) ? date : null;
}
