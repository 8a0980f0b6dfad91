#!/usr/bin/env node
/* The `yuantu` command: runs src/cli straight from its TypeScript. */
import { ensurePackages } from './ensure.mjs';

ensurePackages();
const { register } = await import('tsx/esm/api');
register();
const { main } = await import('../src/cli/main.ts');
// A reader that has seen enough (`| head`) closes the pipe: no fault, and the command still ends with its own code.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
});
process.exitCode = await main(process.argv.slice(2));
