import { defineConfig } from '@playwright/test';
import { availableParallelism } from 'node:os';

const port = Number(process.env.YUANTU_TEST_PORT ?? 8123);

/** Browser tests run against the built page, served as a user would have it. */
export default defineConfig({
  testDir: 'test/browser',
  // The map is drawn in software here: slow is not wrong, and a busy machine too: waits only end what hangs.
  timeout: 600_000,
  expect: { timeout: 120_000, toPass: { timeout: 120_000 } },
  // A file of tests is one worker's: pages are kept and hosts have their ports by file.
  workers: Math.min(4, availableParallelism()),
  // What fails once and not again is told as flaky, with its picture: a race to be mended, no reason to stop others.
  retries: 1,
  reporter: [['list']],
  use: {
    // The page opens in the language the browser asks for.
    locale: 'zh-CN',
    // A quarter of the pixels: the map is drawn in software, and tests but few look at its picture; what reads it asks for more.
    deviceScaleFactor: 0.5,
    // The map jumps where it would fly: a flight is dozens of pictures drawn in software. One test flies.
    contextOptions: { reducedMotion: 'reduce' },
    baseURL: `http://127.0.0.1:${port}`,
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--use-gl=angle',
        '--use-angle=swiftshader',
        '--enable-unsafe-swiftshader',
        '--ignore-gpu-blocklist',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-quic',
        '--no-first-run',
      ],
    },
    // A wait for what never comes says where it waited, instead of being cut off without a word by the limit of its test.
    actionTimeout: 120_000,
    navigationTimeout: 120_000,
    screenshot: 'only-on-failure',
  },
  webServer: {
    command: `node scripts/yuantu.mjs serve --port ${port}`,
    url: `http://127.0.0.1:${port}`,
    reuseExistingServer: false,
    timeout: 60_000,
  },
});
