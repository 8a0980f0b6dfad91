import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

/*
 * `dependencies` are what running and building the product loads, so that `npm ci --omit=dev` is enough for it; what only
 * tests and tools load is in `devDependencies`.
 */
const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
  'dependencies' | 'devDependencies',
  Record<string, string>
>;

const product = [
  ...readdirSync('src', { recursive: true, encoding: 'utf8' }).map((name) => path.join('src', name)),
  ...readdirSync('scripts/licences', { encoding: 'utf8' }).map((name) => path.join('scripts/licences', name)),
  ...['start.mjs', 'yuantu.mjs', 'ensure.mjs', 'precompress.ts'].map((name) => path.join('scripts', name)),
  'vite.config.ts',
  'svelte.config.js',
].filter((name) => /\.(?:ts|mjs|js|svelte)$/.test(name) && !/\.test\.ts$|\.d\.ts$|\/test-[^/]*$/.test(name));

/** Packages a file loads when it runs; an import of types alone loads none. */
function loadedBy(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const froms = text.matchAll(/^\s*(?:import|export)\s+(?!type\b)[^'";]*?\bfrom\s+'([^'.][^']*)'/gm);
  // By itself at the beginning of a line, or called; the word in a text is neither.
  const others = text.matchAll(/(?:^\s*import\s*|\bimport\(\s*)'([^'.][^']*)'/gm);
  return [...froms, ...others].flatMap(([, name]) => /^(?!node:)((?:@[^/]+\/)?[^/?]+)/.exec(name)?.[1] ?? []);
}

it('the product loads its dependencies, all of them and nothing else', () => {
  const loaded = new Set(product.flatMap(loadedBy));
  expect([...loaded].sort()).toEqual(Object.keys(dependencies).sort());
  expect(Object.keys(devDependencies).filter((name) => loaded.has(name))).toEqual([]);
});
