/**
 * The canonical form of JSON data, RFC 8785: no blanks, members in the order of their names by UTF-16 units, numbers and
 * texts as ECMAScript writes them. Two documents that hold the same have the same.
 */
export function canonical(value: unknown): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`${value} is no number of JSON`);
  if (typeof value === 'string') return textOf(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  const members = value as Readonly<Record<string, unknown>>;
  const names = Object.keys(members).sort((a, b) => (a < b ? -1 : 1));
  return `{${names.map((name) => `${textOf(name)}:${canonical(members[name])}`).join()}}`;
}

function textOf(text: string): string {
  // Half a character has no UTF-8.
  if (/\p{Surrogate}/u.test(text)) throw new RangeError(`${JSON.stringify(text)} is no text of Unicode`);
  return JSON.stringify(text);
}

/** Why data have no canonical form; null where they have one. */
export function notCanonical(value: unknown): string | null {
  try {
    canonical(value);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}
