import { isObject, type Properties } from '../exchange/object.ts';

export const isBlank = (value: unknown): boolean => typeof value === 'string' && value.trim() === '';

/** A record that stands in a cell is written as JSON. */
export function parsedRecord(value: unknown): Properties | null {
  if (typeof value !== 'string' || !value.trim().startsWith('{')) return null;
  try {
    const found = JSON.parse(value) as unknown;
    return isObject(found) ? found : null;
  } catch {
    return null;
  }
}

/** What was kept aside before stands among the others again. */
export const flat = ({ extra, ...fields }: Properties): Properties =>
  isObject(extra) ? { ...fields, ...extra } : fields;
