#!/usr/bin/env node
/* The `yuantu` command: runs src/cli straight from its TypeScript. */
import { ensurePackages } from './ensure.mjs';

await ensurePackages({ dev: false });
const { register } = await import('tsx/esm/api');
register();
const { main, sayOutputFault } = await import('../src/cli/main.ts');
const words = process.argv.slice(2);
// A reader that has seen enough (`| head`) closes the pipe: no fault, and the command still ends with its own code. A full
// disk is one, and is said in a line.
process.stdout.on('error', (error) => {
  if (error.code === 'EPIPE') return;
  sayOutputFault(words, error);
  process.exit(2);
});
process.stderr.on('error', () => {}); // nobody is listening
process.exitCode = await main(words);
