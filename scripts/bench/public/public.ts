import { chromium } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { serve } from '../../../src/server/serve.ts';
import { chromiumArguments, freePorts } from './browser.ts';
import type { Benchmark, BenchOptions, BenchReport } from '../contract.ts';
import { audited } from './audit.ts';
import { emptyMap, heavyPage, HEAVY_BYTES, publishedLarge, publishedSample } from './folders.ts';
import { report, ROUNDS, type Measured } from './report.ts';
import { visited, type Visit, type Visited } from './visit.ts';
import { within } from './within.ts';

const SMALL = 10_000;

/** The published map as a phone has it. */
export const publicMap: Benchmark = { name: 'public', title: 'The published map 公众地图', usesPostgis: false, run };

async function run({ size, say }: BenchOptions): Promise<BenchReport> {
  const home = mkdtempSync(path.join(os.tmpdir(), 'yuantu-public-'));
  const folder = (name: string) => path.join(home, name);
  try {
    publishedSample(folder('sample'));
    say('the sample city is published');
    await publishedLarge(folder('small'), Math.min(SMALL, size));
    const publishing = await publishedLarge(folder('large'), size);
    say(`a city of ${size} parcels is published`);
    await emptyMap(folder('map'));
    await heavyPage(folder('heavy'));
    const city = { usable: '[data-row]', drawn: '.legend' };
    const alone = { usable: '[data-usable]', drawn: '[data-usable]' };
    const pages: readonly Page[] = [
      { ...city, what: 'sample city', name: 'sample' },
      { ...city, what: `${Math.min(SMALL, size)} parcels`, name: 'small' },
      { ...city, what: `${size} parcels`, name: 'large' },
      { ...alone, what: 'MapLibre, empty style', name: 'map' },
      { ...alone, what: `a script of ${HEAVY_BYTES / 1e6} MB`, name: 'heavy' },
    ];
    const { measured, audit } = await measure(pages, folder, say);
    return report(measured, { audit, publishing });
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

interface Page extends Omit<Visited, 'address'> {
  readonly what: string;
  readonly name: string;
}

async function measure(pages: readonly Page[], folder: (name: string) => string, say: BenchOptions['say']) {
  const [toolsPort, ...ports] = await freePorts(1 + pages.length);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [...chromiumArguments, `--remote-debugging-port=${toolsPort}`],
  });
  const hosts = await Promise.all(
    pages.map(async (page, i) => {
      const host = await serve(folder(page.name), '127.0.0.1', ports[i]);
      if (!host.ok) throw new Error(host.refusal.code);
      return host.value;
    }),
  );
  try {
    const visits: Visit[][] = pages.map(() => []);
    // In turn, so that what else the machine does falls on all of them.
    for (let round = 0; round < ROUNDS; round++)
      for (const [i, page] of pages.entries()) {
        visits[i].push(await visited(browser, { ...page, address: `http://127.0.0.1:${ports[i]}/` }));
        say(`${page.what}, round ${round + 1}`);
      }
    say('Lighthouse');
    const audit = await within(180, 'Lighthouse', audited(`http://127.0.0.1:${ports[0]}/`, toolsPort));
    return { measured: pages.map(({ what }, i): Measured => ({ what, visits: visits[i] })), audit };
  } finally {
    await within(30, 'Closing the browser', browser.close());
    await within(30, 'Closing the hosts', Promise.all(hosts.map((host) => host.close())));
  }
}
