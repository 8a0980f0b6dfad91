/* `npm test`: everything that must hold before a change lands, cheapest first; the first failure ends it. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { ensurePackages, root } from './ensure.mjs';

const bin = (name, ...args) => [path.join(root, 'node_modules', name), ...args];
const steps = [
  ['formatting', bin('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.')],
  ['lint and walls', bin('eslint/bin/eslint.js', '--max-warnings', '0', '.')],
  ['types', bin('typescript/bin/tsc', '--noEmit')],
  ['types of components', bin('svelte-check/bin/svelte-check', '--fail-on-warnings', '--output', 'human')],
  ['unit tests and policy cases', bin('vitest/vitest.mjs', 'run')],
  ['build', bin('vite/bin/vite.js', 'build', '--logLevel', 'warn')],
  ['browser tests', bin('@playwright/test/cli.js', 'test')],
];

await ensurePackages();
const chromium = ensureChromium();
if (!chromium) process.exit(2);

const started = Date.now();
for (const [name, args] of steps) {
  const t = Date.now();
  console.log(`\n── ${name}`);
  const done = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, CHROMIUM_PATH: chromium },
  });
  if (done.status !== 0) {
    console.error(`\n✗ ${name} failed`);
    process.exit(1);
  }
  console.log(`   ${name}: ${((Date.now() - t) / 1000).toFixed(1)} s`);
}
console.log(`\n${steps.length} passed, 0 failed`);
console.log(`all of it in ${((Date.now() - started) / 1000).toFixed(0)} s`);
