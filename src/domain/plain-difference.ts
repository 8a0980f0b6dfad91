/** Plain data: what crosses between threads by structured clone. */
type Members = Readonly<Record<string, unknown>>;

/** What leads from one piece of plain data to another; what stands in neither member is the same in both. */
export type Difference =
  | { readonly is: unknown }
  | { readonly members: readonly (readonly [name: string, of: Difference])[]; readonly names?: readonly string[] }
  | { readonly start: number; readonly middle: readonly unknown[]; readonly rest: number }
  | { readonly items: readonly (readonly [index: number, of: Difference])[] };

/** Null where they are the same, names of members and their order included. Costs little where both hold the same objects. */
export function differenceOf(before: unknown, after: unknown): Difference | null {
  if (Object.is(before, after)) return null;
  if (Array.isArray(before) && Array.isArray(after)) return ofLists(before, after);
  if (isMembers(before) && isMembers(after)) return ofMembers(before, after);
  return { is: after };
}

function ofMembers(before: Members, after: Members): Difference | null {
  const [own, names] = [Object.keys(before), Object.keys(after)];
  const members: [string, Difference][] = [];
  for (const name of names) {
    const found = Object.hasOwn(before, name) ? differenceOf(before[name], after[name]) : { is: after[name] };
    if (found) members.push([name, found]);
  }
  if (own.length !== names.length || own.some((name, n) => name !== names[n])) return { members, names };
  return members.length === 0 ? null : { members };
}

/** Lists as long as each other item by item; others by what stands between the same beginning and end. */
function ofLists(before: readonly unknown[], after: readonly unknown[]): Difference | null {
  if (before.length === after.length) {
    const items: [number, Difference][] = [];
    for (let n = 0; n < after.length; n++) {
      const found = differenceOf(before[n], after[n]);
      if (found) items.push([n, found]);
    }
    return items.length === 0 ? null : { items };
  }
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && !differenceOf(before[start], after[start])) start++;
  let rest = 0;
  while (rest < most - start && !differenceOf(before.at(-1 - rest), after.at(-1 - rest))) rest++;
  return { start, middle: after.slice(start, after.length - rest), rest };
}

/** What was meant by `differenceOf(before, …)`; of what is the same the objects of `before`. */
export function patched(before: unknown, difference: Difference | null): unknown {
  if (!difference) return before;
  if ('is' in difference) return difference.is;
  if ('items' in difference) {
    const list = [...(before as readonly unknown[])];
    for (const [n, of] of difference.items) list[n] = patched(list[n], of);
    return list;
  }
  if ('middle' in difference) {
    const list = before as readonly unknown[];
    return [...list.slice(0, difference.start), ...difference.middle, ...list.slice(list.length - difference.rest)];
  }
  const own = before as Members;
  const anew = new Map(difference.members);
  return Object.fromEntries(
    (difference.names ?? Object.keys(own)).map((name) => {
      const of = anew.get(name);
      return [name, of ? patched(own[name], of) : own[name]];
    }),
  );
}

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
