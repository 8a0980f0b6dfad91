import type { BenchReport } from '../contract.ts';
import { median } from '../rounds.ts';
import type { Audited } from './audit.ts';
import type { Publishing } from './folders.ts';
import type { Loaded } from './loaded.ts';
import { isData, isLibrary, isOurs, isSvelte, ownCodeBytes } from './own-code.ts';
import type { Visit } from './visit.ts';

export const ROUNDS = 3;

export interface Measured {
  readonly what: string;
  readonly visits: readonly Visit[];
}

const sum = (visit: Visit, of: (path: string, when: Pick<Loaded, 'first' | 'later'>) => boolean): number =>
  visit.loaded.filter((one) => of(one.path, one)).reduce((all, { bytes }) => all + bytes, 0) / 1000;
const isTiles = (name: string): boolean => name.endsWith('.pmtiles');

const of = ({ visits }: Measured, figure: (visit: Visit) => number) => median(visits.map(figure));
const all = (visit: Visit) => sum(visit, (name) => !isTiles(name));
const shown = (figure: number | null, digits = 0): string => (figure === null ? '' : figure.toFixed(digits));

/** Column by column, what a row of the table says. */
const COLUMNS: Readonly<Record<string, (one: Measured) => string>> = {
  what: ({ what }) => what,
  'LCP ms': (one) => shown(of(one, (v) => v.lcpMs)),
  'list usable ms': (one) => shown(of(one, (v) => v.usableMs)),
  'map drawn ms': (one) => shown(of(one, (v) => v.drawnMs)),
  'layout shift': (one) => shown(of(one, (v) => v.shift), 3), // prettier-ignore
  'first kB': (one) => shown(of(one, (v) => sum(v, (_, { first }) => first)), 1), // prettier-ignore
  'data kB': (one) => shown(of(one, (v) => sum(v, (name) => isData(name) && !isTiles(name))), 1), // prettier-ignore
  'all but tiles kB': (one) => shown(of(one, all), 1),
  'tiles kB': (one) => shown(of(one, (v) => sum(v, isTiles)), 1), // prettier-ignore
  'memory MB': (one) => (one.visits[0].memoryMb === null ? '' : shown(of(one, (v) => v.memoryMb ?? 0))),
  'select ms': (one) => (one.visits[0].selectMs === null ? '' : shown(of(one, (v) => v.selectMs ?? 0))),
  'tasks > 50 ms while panning (longest)': (one) => `${shown(of(one, (v) => v.pan.count))} (${shown(of(one, (v) => v.pan.longest))})`, // prettier-ignore
  'longest of ours meanwhile ms': (one) => (isPeer(one) ? '' : shown(of(one, (v) => v.pan.own), 1)), // prettier-ignore
};
const isPeer = ({ visits }: Measured): boolean => visits[0].selectMs === null;

interface Besides {
  readonly audit: Audited;
  readonly publishing: Publishing;
}

export function report(measured: readonly Measured[], { audit, publishing }: Besides): BenchReport {
  const [sample, small, large, map] = measured;
  const ratio = (figure: (visit: Visit) => number) => of(large, figure) / of(small, figure);
  const opening = ratio((v) => v.usableMs);
  const code = (is: (name: string) => boolean, wantsLater = false) =>
    of(sample, (v) => sum(v, (name, { later }) => !isData(name) && later === wantsLater && is(name))).toFixed(1);
  const own = (of(sample, (v) => ownCodeBytes(v.loaded)) / 1000).toFixed(1);
  const { seconds, memoryMb, megabytes, tilesMb } = publishing;
  return {
    about:
      `A first visit in Chromium, 390 × 844 px, 9 Mbps, 60 ms, processor four times as slow; ${ROUNDS} visits each in turn, medians. Bytes are as ` +
      'they came over the line (brotli, without heads), files of workers among them, kB of 1000. The large application cannot be ' +
      'fetched here: its place is taken by a page that shows its list once a script of that compressed size has run. Memory is the private memory of ' +
      "the page's process, with its workers, the most seen after opening, panning and selecting; what graphics take, drawn in software here, is not " +
      'in it. “Ours” is the longest stretch in which a function of a file other than the map library was at work, itself or by what it called.',
    table: { head: Object.keys(COLUMNS), rows: measured.map((one) => Object.values(COLUMNS).map((cell) => cell(one))) },
    checks: [
      `Code of the sample city's page with the map: map library ${code(isLibrary)} kB (as published, with its worker and sheet, ${of(map, all).toFixed(1)} kB), Svelte ${code(isSvelte)} kB, our own ${own} kB. Fetched when list and map are there and the page has nothing else to do (card, filters, table, comparison, walk by keys, search, English, what keeps the files), of our own: ${code(isOurs, true)} kB`,
      `${large.what} against ${small.what}: list usable in ${opening.toFixed(2)} ×, map drawn in ${ratio((v) => v.drawnMs).toFixed(2)} × the time`,
      `Publishing ${large.what} took ${seconds.toFixed(0)} s${memoryMb === null ? '' : ` and ${memoryMb.toFixed(0)} MB of memory`}, and made ${megabytes.toFixed(0)} MB, of which tiles are ${tilesMb.toFixed(0)} MB`,
      `Lighthouse: ${Object.entries(audit.scores)
        .map(([name, score]) => `${name} ${score}`)
        .join(', ')}${audit.short.length > 0 ? `; short: ${audit.short.join('; ')}` : ''}`,
    ],
    ratios: { opening, lcp: of(sample, (v) => v.lcpMs) / of(map, (v) => v.lcpMs) },
    peers: ['maplibre-gl', 'lighthouse'],
  };
}
