import type { Licensed } from './packages.ts';

/** The notice as text, for a page that links to nothing: every package, and each licence text once. */
export function noticeTextOf(packages: readonly Licensed[]): string {
  const texts = new Map<string, Licensed[]>();
  for (const own of packages) for (const text of own.texts) texts.set(text, [...(texts.get(text) ?? []), own]);
  const called = ({ name, version }: Licensed) => (version ? `${name} ${version}` : name);
  const list = packages.map((own) => `${called(own)} (${own.licence}) ${own.source}`);
  const all = [...texts].map(([text, of]) => `== ${of.map(called).join(', ')}\n${text}`);
  return ['Software in this page', ...list, '', ...all, ''].join('\n');
}
