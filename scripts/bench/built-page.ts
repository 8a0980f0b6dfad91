import { chromium, type Browser } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '../../src/server/serve.ts';
import { chromiumArguments, freePorts } from './public/browser.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A browser, the address of the page as the sources are now, and a folder for files to open, all gone afterwards. */
export interface BuiltPage {
  readonly browser: Browser;
  readonly address: string;
  readonly home: string;
}

/**
 * Builds the page first: figures of an older one would tell of what is no more.
 * @throws where the page cannot be built or served
 */
export async function atBuiltPage<T>(
  work: (page: BuiltPage) => Promise<T>,
  without: readonly string[] = [],
): Promise<T> {
  execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
  });
  const home = mkdtempSync(path.join(os.tmpdir(), 'yuantu-bench-'));
  const [port] = await freePorts(1);
  const host = await serve(path.join(root, 'dist'), '127.0.0.1', port);
  if (!host.ok) throw new Error(host.refusal.code);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [...chromiumArguments],
    ignoreDefaultArgs: [...without],
  });
  try {
    return await work({ browser, address: `http://127.0.0.1:${port}`, home });
  } finally {
    await browser.close();
    await host.value.close();
    rmSync(home, { recursive: true, force: true });
  }
}
