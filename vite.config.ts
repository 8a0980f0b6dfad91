import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { licences } from './scripts/licences/plugin.ts';
import { precompressed } from './scripts/precompress.ts';

const licensed = licences();

export default defineConfig({
  plugins: [svelte(), licensed.page, precompressed()],
  build: { target: 'es2022', sourcemap: false, chunkSizeWarningLimit: 1200 },
  worker: { format: 'es', plugins: () => [licensed.worker()] },
});
