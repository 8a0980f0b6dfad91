/*
 * `npm test`: everything that must hold before a change lands, cheapest first; the first failure ends it. Steps of one
 * row that need one core each run side by side; what a step says is printed when it has ended, so that lines never mix.
 */
import { spawn } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { ensurePackages, root } from './ensure.mjs';

const bin = (name, ...args) => [path.join(root, 'node_modules', name), ...args];
const rows = [
  [
    ['types of components', bin('svelte-check/bin/svelte-check', '--fail-on-warnings', '--output', 'human')],
    ['lint and walls', bin('eslint/bin/eslint.js', '--max-warnings', '0', '.')],
    ['types', bin('typescript/bin/tsc', '--noEmit')],
    ['unused exports', [path.join(root, 'scripts/lint/exports.mjs')]],
    ['formatting', bin('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.')],
    ['build', bin('vite/bin/vite.js', 'build', '--logLevel', 'warn')],
  ],
  [['unit tests and policy cases', bin('vitest/vitest.mjs', 'run')]],
  [['browser tests', bin('@playwright/test/cli.js', 'test')]],
];

await ensurePackages();
const chromium = ensureChromium();
if (!chromium) process.exit(2);

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;
const running = new Set();

/** Runs a step; alone in its row it writes as it goes. Ends everything when it fails. */
function run([name, args], alone) {
  const started = Date.now();
  if (alone) console.log(`\n── ${name}`);
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', alone ? 'inherit' : 'pipe', alone ? 'inherit' : 'pipe'],
    env: { ...process.env, CHROMIUM_PATH: chromium },
  });
  running.add(child);
  const said = [];
  for (const stream of alone ? [] : [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk));
  return new Promise((done) =>
    child.on('close', (code) => {
      running.delete(child);
      if (!alone) console.log(`\n── ${name}`);
      process.stdout.write(Buffer.concat(said));
      if (code === 0) {
        console.log(`   ${name}: ${seconds(started)}`);
        return done();
      }
      console.error(`\n✗ ${name} failed`);
      for (const other of running) other.kill();
      process.exit(1);
    }),
  );
}

const began = Date.now();
for (const row of rows) {
  const left = [...row];
  const lane = async () => {
    for (let step = left.shift(); step; step = left.shift()) await run(step, row.length === 1);
  };
  await Promise.all(Array.from({ length: Math.min(row.length, 2, os.availableParallelism()) }, lane));
}
console.log(`\n${rows.flat().length} passed, 0 failed`);
console.log(`all of it in ${seconds(began)}`);
