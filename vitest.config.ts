import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // The page's state is tested as the page runs it.
  plugins: [svelte()],
  resolve: { conditions: ['browser'] },
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'scripts/**/*.test.ts'],
    // Files of a worker share what they import: reading the modules anew for each costs more than most tests do.
    isolate: false,
    // One would leave a core idle.
    maxWorkers: 2,
    // Ends what hangs. A busy machine is no fault, so nothing here is judged by its time; `npm run bench` is.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
