#!/usr/bin/env node
/* The `yuantu` command: runs src/cli straight from its TypeScript. */
import { ensurePackages } from './ensure.mjs';

ensurePackages();
const { register } = await import('tsx/esm/api');
register();
const { main } = await import('../src/cli/main.ts');
process.exitCode = await main(process.argv.slice(2));
