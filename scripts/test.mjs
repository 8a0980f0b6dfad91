/*
 * `npm test`: everything that must hold before a change lands; the first failure ends it. The browser tests run beside the
 * others, which they would otherwise keep waiting; what another step says is printed when it has ended, so that lines never mix.
 */
import { spawn } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { ensurePackages, root } from './ensure.mjs';

const bin = (name, ...args) => [path.join(root, 'node_modules', name), ...args];
const build = ['build', bin('vite/bin/vite.js', 'build', '--logLevel', 'warn')];
const browserTests = ['browser tests', bin('@playwright/test/cli.js', 'test'), 'as it goes'];
const unitTests = ['unit tests and policy cases', bin('vitest/vitest.mjs', 'run')];
/** What reads the sources alone, likeliest to fail first. */
const readings = [
  // Components and every file of TypeScript besides.
  ['types', bin('svelte-check/bin/svelte-check', '--fail-on-warnings', '--output', 'human')],
  ['lint and walls', bin('eslint/bin/eslint.js', '--max-warnings', '0', '.')],
  ['unused exports', [path.join(root, 'scripts/lint/exports.mjs')]],
  ['formatting', bin('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.')],
];

await ensurePackages();
const chromium = ensureChromium();
if (!chromium) process.exit(2);

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;
const running = new Set();

/** Runs a step; what it says is told at its end, or as it goes. Ends everything when it fails. */
function run([name, args, asItGoes]) {
  const started = Date.now();
  if (asItGoes) console.log(`\n── ${name}`);
  const output = asItGoes ? 'inherit' : 'pipe';
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', output, output],
    env: { ...process.env, CHROMIUM_PATH: chromium },
  });
  running.add(child);
  const said = [];
  for (const stream of asItGoes ? [] : [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk));
  return new Promise((done) =>
    child.on('close', (code) => {
      running.delete(child);
      if (!asItGoes) console.log(`\n── ${name}`);
      process.stdout.write(Buffer.concat(said));
      if (code === 0) {
        console.log(`   ${name}: ${seconds(started)}`);
        return done();
      }
      console.error(`\n✗ ${name} failed`);
      // An interrupt, which lets the browser tests end their browser and server.
      for (const other of running) other.kill('SIGINT');
      process.exit(1);
    }),
  );
}

const began = Date.now();
const inTurn = async (steps) => {
  for (const step of steps) await run(step);
};
if (os.availableParallelism() > 1) {
  // Unit tests of commands read what is built, as the browser tests do.
  const built = run(build);
  const read = inTurn(readings);
  await Promise.all([built.then(() => run(browserTests)), Promise.all([built, read]).then(() => run(unitTests))]);
} else await inTurn([...readings, build, unitTests, browserTests]);
console.log(`\n${readings.length + 3} passed, 0 failed`);
console.log(`all of it in ${seconds(began)}`);
