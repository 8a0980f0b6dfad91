import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Rolldown, type UserConfig } from 'vite';
import { builtApart } from './scripts/build-apart.ts';
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

const output = {
  // Libraries are files of their own, so that what is ours can be told from them; what page and worker of the map share comes once.
  codeSplitting: {
    groups: [
      {
        name: 'map-library-shared',
        test: /node_modules[\\/](?:maplibre-gl|@maplibre|@mapbox)[\\/]/,
        minShareCount: 2,
      },
      { name: 'map-library', test: /node_modules[\\/]maplibre-gl[\\/]src[\\/]index\.ts$/ },
      { name: 'svelte', test: /node_modules[\\/]svelte[\\/]/ },
    ],
  },
};

/** What the builds have in common. */
const pages = {
  // The published map stands in any folder of any host, so nothing is addressed from the root.
  base: './',
  build: {
    target: 'es2022',
    sourcemap: false,
    chunkSizeWarningLimit: 1200,
    // Where a browser does not fetch ahead it fetches what is imported.
    modulePreload: { polyfill: false },
  },
  worker: { format: 'es', plugins: () => [licensed.worker()], rolldownOptions: silent },
} satisfies UserConfig;

/**
 * The page of a visitor of the published map, with what keeps its files on the device: one file beside the page, whose name never
 * changes. The words of a visitor come before the page's own script.
 */
const visitor = builtApart(() => ({
  ...pages,
  plugins: [mapLibrary(), svelte(), licensed.worker(), earlyScript('visitor.html', 'visitor-words')],
  build: {
    ...pages.build,
    rolldownOptions: {
      ...silent,
      input: { visitor: 'visitor.html', 'visitor-words': 'src/visitor-words.ts', sw: 'src/workers/offline.sw.ts' },
      output: { ...output, entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js') },
    },
  },
}));

/** The office's page. */
export default defineConfig({
  ...pages,
  plugins: [mapLibrary(), svelte(), visitor, evidencePage(licensed), licensed.page, precompressed()],
  build: { ...pages.build, rolldownOptions: { ...silent, input: 'index.html', output } },
});
