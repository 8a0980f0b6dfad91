import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { compiledIn, folderOf, licensedIn, madeOf, packageOf, type Licensed } from './packages.ts';
import { noticeOf } from './page.ts';

/** Libraries under LGPL-3.0: each stays a file of its own, as it was published, so that whoever has the page can exchange it. */
const ownFiles: Readonly<Record<string, string>> = { 'geojson-validation': 'libraries/geojson-validation.js' };

/** The library's one CommonJS file between two lines that make it a module. */
function asModule(folder: string, { name, version, licence, source }: Licensed): string {
  const main = (JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { main: string }).main;
  return `/* ${name} ${version}, ${licence}, ${source}: the file as published, between the next line and the last but one. */
const module = { exports: {} }; (function (module, exports) {
${readFileSync(path.join(folder, main), 'utf8')}
})(module, module.exports);
export default module.exports;
`;
}

/** A compiled file does not show what it was made of, so that is written down by hand. */
function requireListed(file: string): void {
  if (!Object.keys(compiledIn).some((name) => file.includes(`node_modules/${name}/`)))
    throw new Error(`${file} is shipped: say in scripts/licences/packages.ts (compiledIn) what it was compiled from.`);
}

/** Names of what bundlers add of their own, by how their modules are called. */
const helpers: readonly [RegExp, string][] = [
  [/^\0vite\//, 'vite'],
  [/^\0?rolldown\/runtime/, 'rolldown'],
];

/** A bundle made beside those of the build, which carries its notices itself. */
interface LicensedPart {
  readonly plugin: Plugin;
  /** Once it is made. */
  readonly packages: () => readonly Licensed[];
}

/**
 * Writes `licences.html` from what the bundle holds: the page's and the workers' modules, what those were made of, files
 * they load. One list for all bundles of a build; `worker()` is the part that goes with each worker.
 */
export function licences(): {
  readonly page: Plugin;
  readonly worker: () => Plugin;
  readonly part: () => LicensedPart;
} {
  let root = '';
  let base = '/';
  const folders = new Set<string>();
  const collect = (bundle: Rolldown.OutputBundle, into = folders) => {
    const add = (file: string) => {
      const folder = folderOf(file);
      if (folder) into.add(packageOf(folder));
    };
    for (const made of Object.values(bundle)) {
      if (made.type === 'asset') {
        for (const file of made.originalFileNames) {
          add(path.resolve(root, file));
          if (file.endsWith('.wasm')) requireListed(file);
        }
        continue;
      }
      for (const [id, { renderedLength }] of Object.entries(made.modules)) {
        if (renderedLength === 0) continue;
        for (const [called, name] of helpers) if (called.test(id)) into.add(path.join(root, 'node_modules', name));
        add(id);
        if (!id.startsWith('\0') && folderOf(id)) for (const folder of madeOf(id.split('?')[0])) into.add(folder);
      }
    }
  };
  const apart: Pick<Plugin, 'apply' | 'enforce' | 'resolveId'> = {
    apply: 'build',
    enforce: 'pre',
    resolveId(id) {
      if (!(id in ownFiles)) return;
      folders.add(path.join(root, 'node_modules', id));
      // Addressed from where scripts lie, `assets/`, if the pages may stand in any folder.
      return { id: `${base === './' ? '../' : base}${ownFiles[id]}`, external: 'absolute' };
    },
  };
  const finished = (of: ReadonlySet<string> = folders): Licensed[] => {
    const found = [...of].map((folder) => licensedIn(folder, path.basename(folder) in ownFiles));
    const inside = found.flatMap(({ name }) => compiledIn[name] ?? []);
    const all = new Map([...found, ...inside].map((p) => [`${p.name} ${p.version}`, p]));
    return [...all.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
  };
  return {
    worker: () => ({ name: 'yuantu:licences-of-worker', ...apart, generateBundle: (_, bundle) => collect(bundle) }),
    part: () => {
      const own = new Set<string>();
      return {
        plugin: {
          name: 'yuantu:licences-of-part',
          apply: 'build',
          generateBundle(_, bundle) {
            collect(bundle, own);
            for (const folder of own) folders.add(folder);
          },
        },
        packages: () => finished(own),
      };
    },
    page: {
      name: 'yuantu:licences',
      ...apart,
      configResolved: (config) => void ([root, base] = [config.root, config.base]),
      generateBundle: {
        order: 'post',
        handler(_, bundle) {
          collect(bundle);
          const own = Object.keys(ownFiles).filter((name) => folders.has(path.join(root, 'node_modules', name)));
          for (const name of own) {
            const folder = path.join(root, 'node_modules', name);
            this.emitFile({
              type: 'asset',
              fileName: ownFiles[name],
              source: asModule(folder, licensedIn(folder, true)),
            });
          }
          const source = noticeOf(finished(), Object.fromEntries(own.map((name) => [name, ownFiles[name]])));
          this.emitFile({ type: 'asset', fileName: 'licences.html', source });
        },
      },
    },
  };
}
