import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const IMPORT = /\b(?:from|import)\s*\(?\s*'(\.[^']+)'/g;
const isSource = (file) => /\.(?:ts|svelte)$/.test(file) && !/\.test\.ts$/.test(file);

/** Which file of `src` imports which, by paths below it: values and types alike. */
export function importGraph(src) {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter(isSource);
  const known = new Set(files);
  const importsOf = (file) =>
    [...readFileSync(path.join(src, file), 'utf8').matchAll(IMPORT)]
      .map(([, specifier]) => targetOf(file, specifier))
      .filter((target) => known.has(target));
  return new Map(files.map((file) => [file, new Set(importsOf(file))]));
}

/** The file of `src` that an import names. */
export const targetOf = (from, specifier) =>
  path.posix.normalize(path.posix.join(path.posix.dirname(from), specifier.replace(/\?.*$/, '')));

/** The same by folder below `parent`; what lies in it loose is a folder `.`. */
export function folderGraph(files, parent) {
  const folderOf = (file) =>
    file.startsWith(`${parent}/`) ? path.posix.dirname(file.slice(parent.length + 1)).split('/')[0] : null;
  const folders = new Map();
  for (const [file, targets] of files)
    for (const target of targets) {
      const [own, there] = [folderOf(file), folderOf(target)];
      if (own === null || there === null || own === there) continue;
      folders.set(own, (folders.get(own) ?? new Set()).add(there));
    }
  return { folders, folderOf };
}

/** The shortest way from one to another along the arrows, both included; null where there is none. */
export function wayBetween(graph, from, to) {
  const before = new Map([[from, null]]);
  for (const at of before.keys()) {
    if (at === to) {
      const way = [];
      for (let step = at; step !== null; step = before.get(step)) way.unshift(step);
      return way;
    }
    for (const next of graph.get(at) ?? []) if (!before.has(next)) before.set(next, at);
  }
  return null;
}
