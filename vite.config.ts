import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Rolldown } from 'vite';
import { evidencePage } from './scripts/evidence/plugin.ts';
import { earlyScript } from './scripts/early-script.ts';
import { licences } from './scripts/licences/plugin.ts';
import { mapLibrary } from './scripts/map-library.ts';
import { precompressed } from './scripts/precompress.ts';

const licensed = licences();

/** What a build is silent about: how long plugins took, and the solver's way into Node, which no browser takes. */
const silent: Pick<Rolldown.RolldownOptions, 'checks' | 'onwarn'> = {
  checks: { pluginTimings: false },
  onwarn: (warning, warn) => {
    if (!/Module "node:module" .* imported by ".*[\\/]highs[\\/]/.test(warning.message)) warn(warning);
  },
};

const shared = { entriesAware: true, minShareCount: 2 };

export default defineConfig({
  plugins: [
    mapLibrary(),
    svelte(),
    evidencePage(licensed),
    licensed.page,
    earlyScript('visitor.html', 'visitor-words'),
    precompressed(),
  ],
  // The published map stands in any folder of any host, so nothing is addressed from the root.
  base: './',
  build: {
    target: 'es2022',
    sourcemap: false,
    chunkSizeWarningLimit: 1200,
    // By it the publisher knows which files the visitor's page is made of.
    manifest: true,
    // Where a browser does not fetch ahead it fetches what is imported.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      ...silent,
      // The office's page, and that of a visitor of the published map, with what keeps its files on the device: one file
      // beside the page, whose name never changes. The words of a visitor come before the page's own script.
      input: {
        index: 'index.html',
        visitor: 'visitor.html',
        'visitor-words': 'src/visitor-words.ts',
        sw: 'src/workers/offline.sw.ts',
      },
      output: {
        entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
        // Libraries are files of their own, so that what is ours can be told from them; each page gets what it needs of them.
        codeSplitting: {
          groups: [
            { ...shared, name: 'map-library', test: /node_modules[\\/](?:maplibre-gl|@maplibre|@mapbox)[\\/]/ },
            { ...shared, name: 'svelte', test: /node_modules[\\/]svelte[\\/]/ },
          ],
        },
      },
    },
  },
  worker: { format: 'es', plugins: () => [licensed.worker()], rolldownOptions: silent },
});
