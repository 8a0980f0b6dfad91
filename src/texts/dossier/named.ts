import type { Language } from '../language.ts';

interface Named {
  readonly id: string;
  readonly name?: string;
}

/** What parts a name from what stands before it in an id. */
const PARTS = /[-_/.·\s]$/;

/** A record by its name, with its id where that says more: `1#` of `P04-1#` says all, unless another of these is `1#` too. */
export function namedRecord({ id, name }: Named, all: readonly Named[], language: Language): string {
  if (name === undefined || name === '') return id;
  const isEnd = id === name || (id.endsWith(name) && PARTS.test(id.slice(0, -name.length)));
  const isOnly = all.filter((own) => own.name === name).length <= 1;
  if (isEnd && isOnly) return name;
  return language === 'zh' ? `${name}（${id}）` : `${name} (${id})`;
}
