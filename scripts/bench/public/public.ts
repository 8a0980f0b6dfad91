import { chromium } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { serve } from '../../../src/server/serve.ts';
import { chromiumArguments, freePorts } from './browser.ts';
import type { Benchmark, BenchOptions, BenchReport } from '../contract.ts';
import { median } from '../rounds.ts';
import { audited, type Audited } from './audit.ts';
import { emptyMap, heavyPage, HEAVY_BYTES, publishedLarge, publishedSample } from './folders.ts';
import { visited, type Visit } from './visit.ts';

const ROUNDS = 3;
const SMALL = 10_000;

/** The published map as a phone has it. */
export const publicMap: Benchmark = { name: 'public', title: 'The published map 公众地图', usesPostgis: false, run };

interface Measured {
  readonly what: string;
  readonly visits: readonly Visit[];
}

async function run({ size, say }: BenchOptions): Promise<BenchReport> {
  const home = mkdtempSync(path.join(os.tmpdir(), 'yuantu-public-'));
  const folder = (name: string) => path.join(home, name);
  try {
    publishedSample(folder('sample'));
    say('the sample city is published');
    await publishedLarge(folder('small'), Math.min(SMALL, size));
    await publishedLarge(folder('large'), size);
    say(`a city of ${size} parcels is published`);
    await emptyMap(folder('map'));
    await heavyPage(folder('heavy'));
    const pages = [
      { what: 'sample city', name: 'sample', usable: '[data-row]' },
      { what: `${Math.min(SMALL, size)} parcels`, name: 'small', usable: '[data-row]' },
      { what: `${size} parcels`, name: 'large', usable: '[data-row]' },
      { what: 'MapLibre, empty style', name: 'map', usable: '[data-usable]' },
      { what: `a script of ${HEAVY_BYTES / 1e6} MB`, name: 'heavy', usable: '[data-usable]' },
    ];
    const { measured, audit } = await measure(pages, folder, say);
    return report(measured, audit);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

interface Page {
  readonly what: string;
  readonly name: string;
  readonly usable: string;
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
      for (const [i, { what, usable }] of pages.entries()) {
        visits[i].push(await visited(browser, `http://127.0.0.1:${ports[i]}/`, usable));
        say(`${what}, round ${round + 1}`);
      }
    const audit = await audited(`http://127.0.0.1:${ports[0]}/`, toolsPort);
    return { measured: pages.map(({ what }, i): Measured => ({ what, visits: visits[i] })), audit };
  } finally {
    await browser.close();
    await Promise.all(hosts.map((host) => host.close()));
  }
}

const kB = (bytes: number): number => bytes / 1000;
const sum = (visit: Visit, of: (path: string, first: boolean) => boolean): number =>
  kB(visit.loaded.filter(({ path: name, first }) => of(name, first)).reduce((all, { bytes }) => all + bytes, 0));
const isData = (name: string): boolean => name.startsWith('data/');
const isTiles = (name: string): boolean => name.endsWith('.pmtiles');

function report(measured: readonly Measured[], audit: Audited): BenchReport {
  const of = ({ visits }: Measured, figure: (visit: Visit) => number) => median(visits.map(figure));
  const all = (visit: Visit) => sum(visit, (name) => !isTiles(name));
  const map = measured.find(({ what }) => what.startsWith('MapLibre'))!;
  const library = of(map, all);
  const rows = measured.map((one) => [
    one.what,
    of(one, (v) => v.lcpMs).toFixed(0),
    of(one, (v) => v.usableMs).toFixed(0),
    of(one, (v) => v.shift).toFixed(3),
    of(one, (v) => sum(v, (_, first) => first)).toFixed(1),
    of(one, (v) => sum(v, (name) => isData(name) && !isTiles(name))).toFixed(1),
    of(one, all).toFixed(1),
    of(one, (v) => sum(v, isTiles)).toFixed(1),
    of(one, (v) => v.heapMb).toFixed(0),
    one.visits[0].selectMs === null ? '' : of(one, (v) => v.selectMs ?? 0).toFixed(0),
    `${of(one, (v) => v.panTasks.count).toFixed(0)} (${of(one, (v) => v.panTasks.longest).toFixed(0)})`,
  ]);
  const [sample, small, large] = measured;
  const code = of(sample, (v) => sum(v, (name) => !isData(name)));
  const opening = of(large, (v) => v.usableMs) / of(small, (v) => v.usableMs);
  return {
    about:
      `A first visit in Chromium, 390 × 844 px, 9 Mbps, 60 ms, processor four times as slow; ${ROUNDS} visits each in turn, medians. Bytes are as ` +
      'they came over the line (brotli, headers with them), kB of 1000. The large application cannot be fetched here: its place is taken by a page that ' +
      'shows its list once a script of that compressed size has run. The heap is that of the page alone, without its workers and what the graphics take.',
    table: {
      head: ['what', 'LCP ms', 'list usable ms', 'layout shift', 'first kB', 'data kB', 'all but tiles kB', 'tiles kB', 'heap MB', 'select ms', 'tasks > 50 ms while panning (longest)'], // prettier-ignore
      rows,
    },
    checks: [
      `Own code with the map, sample city: ${code.toFixed(1)} kB, ${(code - library).toFixed(1)} kB beyond the empty page with MapLibre (${library.toFixed(1)} kB)`,
      `The list of ${large.what} is usable in ${opening.toFixed(2)} × the time of that of ${small.what}`,
      `Lighthouse: ${Object.entries(audit.scores)
        .map(([name, score]) => `${name} ${score}`)
        .join(', ')}${audit.short.length > 0 ? `; short: ${audit.short.join('; ')}` : ''}`,
    ],
    ratios: { opening, lcp: of(sample, (v) => v.lcpMs) / of(map, (v) => v.lcpMs) },
    peers: ['maplibre-gl', 'lighthouse'],
  };
}
