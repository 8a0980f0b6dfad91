import { chromium, type Browser } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '../../src/server/serve.ts';
import { chromiumArguments, freePorts } from './public/browser.ts';

const built = fileURLToPath(new URL('../../dist', import.meta.url));

/** A browser, the address of the built page (`npm run build`), and a folder for files to open, all gone afterwards. */
export interface BuiltPage {
  readonly browser: Browser;
  readonly address: string;
  readonly home: string;
}

/** @throws where the page cannot be served */
export async function atBuiltPage<T>(
  work: (page: BuiltPage) => Promise<T>,
  without: readonly string[] = [],
): Promise<T> {
  const home = mkdtempSync(path.join(os.tmpdir(), 'yuantu-bench-'));
  const [port] = await freePorts(1);
  const host = await serve(built, '127.0.0.1', port);
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
