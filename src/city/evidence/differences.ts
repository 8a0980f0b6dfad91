/** Members and items from the top to what differs. */
export type Path = readonly (string | number)[];

/** One thing that is stated otherwise than it comes to; undefined: it is not there. */
export interface Difference {
  readonly path: Path;
  readonly stated: unknown;
  readonly anew: unknown;
  /** No more than the last digits that another browser computes: no statement is another by it. */
  readonly rounding?: true;
  /** A newer program tells it and an older one did not: nothing that is stated is otherwise. */
  readonly besides?: true;
}

/** Functions of the sine differ between browsers in their last bit, which an area carries to its eleventh digit. */
const ROUNDING = 1e-9;

/** Where plain data that is stated differs from what it comes to, and what either lacks. */
export function differencesOf(stated: unknown, anew: unknown, path: Path = []): Difference[] {
  if (Object.is(stated, anew)) return [];
  if (isList(stated) && isList(anew) && stated.length === anew.length)
    return stated.flatMap((item, n) => differencesOf(item, anew[n], [...path, n]));
  if (isMembers(stated) && isMembers(anew)) {
    const names = new Set([...Object.keys(stated), ...Object.keys(anew)]);
    return [...names].flatMap((name) => differencesOf(stated[name], anew[name], [...path, name]));
  }
  const rounding = typeof stated === 'number' && typeof anew === 'number' && isRounding(stated, anew);
  return [{ path, stated, anew, ...(rounding && { rounding }) }];
}

const isRounding = (a: number, b: number): boolean => Math.abs(a - b) <= ROUNDING * Math.max(Math.abs(a), Math.abs(b));

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const isMembers = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** How many numbers plain data holds. */
export function numbersIn(value: unknown): number {
  if (typeof value === 'number') return 1;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce((sum: number, own) => sum + numbersIn(own), 0);
}
