import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformWithOxc, type Plugin } from 'vite';

const library = fileURLToPath(new URL('../node_modules/maplibre-gl/', import.meta.url));
const source = path.join(library, 'src/');
const WORKER = 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
const ADDRESS = '\0map-library:worker-address';
const PACKAGE = '\0map-library:package';

const version = (): string =>
  (JSON.parse(readFileSync(path.join(library, 'package.json'), 'utf8')) as { version: string }).version;

/**
 * Builds the map library from the source in its package. As published, the file for the page and that for the worker both hold
 * what they share, 110 kB compressed: built here it is one file that comes once. While developing they are taken as published.
 */
export function mapLibrary(): Plugin {
  let worker = '';
  return {
    name: 'yuantu:map-library',
    apply: 'build',
    enforce: 'pre',
    buildStart() {
      worker = this.emitFile({ type: 'chunk', id: path.join(source, 'source/worker.ts'), name: 'map-worker' });
    },
    resolveId(id, importer) {
      // Of what its package says of itself the library asks for the version alone.
      if (id.endsWith('/package.json') && importer?.startsWith(source)) return PACKAGE;
      if (id === 'maplibre-gl') return path.join(source, 'index.ts');
      return id === WORKER ? ADDRESS : undefined;
    },
    async load(id) {
      if (id === ADDRESS) return `export default import.meta.ROLLUP_FILE_URL_${worker}`;
      if (id === PACKAGE) return `export default { version: '${version()}' }`;
      if (!id.startsWith(source) || !id.endsWith('.ts')) return undefined;
      // As the library is published: a field is what is assigned to it, and one that is only declared is none.
      const { code, map } = await transformWithOxc(readFileSync(id, 'utf8'), id, {
        assumptions: { setPublicClassFields: true },
        typescript: { removeClassFieldsWithoutInitializer: true },
        target: 'es2022',
      });
      return { code, map, moduleType: 'js' };
    },
  };
}
