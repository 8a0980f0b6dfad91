import { looksOf, type Looks } from '../../../src/layout/test-looks.ts';
import type { Laid } from './laid.ts';
import type { BenchParcel } from './parcels.ts';

/** What a designer would call ugly in the layouts of a set of parcels, counted. */
export function looksCheck(name: string, parcels: readonly BenchParcel[], laid: readonly Laid[]): string {
  const all = laid.map(({ layouts }, i) => looksOf(parcels[i].site, layouts));
  const sum = (of: (one: Looks) => number): number => all.reduce((total, one) => total + of(one), 0);
  const each = (of: (one: Looks) => number, per: (one: Looks) => number): string => (sum(of) / sum(per)).toFixed(2);
  const percent = (of: (one: Looks) => number, per: (one: Looks) => number): string =>
    `${((100 * sum(of)) / sum(per)).toFixed(1)} %`;
  const ends = (one: Looks): number => one.ends.ends;
  return [
    `Looks of ${sum((one) => one.layouts)} layouts (${name}): lengths a layout ${each((one) => one.lengths, (one) => one.layouts)}`,
    `buildings as long as no other of theirs ${percent((one) => one.alone, (one) => one.buildings)}`,
    `bars shorter than deep ${percent((one) => one.stubby, (one) => one.buildings)}`,
    `ends of rows out of line by less than a bay ${percent((one) => one.ends.jogs, ends)}, by one to three ${percent((one) => one.ends.small, ends)}`,
    `unlike steps one after another ${percent((one) => one.ends.stairs, ends)}`,
    `layouts of one depth ${percent((one) => one.oneDepth, (one) => one.several)}`,
    `lanes that lead to nothing ${sum((one) => one.stubs)}`,
    `amenity buildings end-on to the street ${sum((one) => one.endOn.amenity)}, factory bars not laid across it ${each((one) => one.endOn.production, (one) => one.layouts)} a layout.`,
  ].join('; '); // prettier-ignore
}
