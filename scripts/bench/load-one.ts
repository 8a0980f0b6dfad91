import { readFileSync } from 'node:fs';
import { readPacked, readPackedColumns } from '../../src/formats/packed/read.ts';

/*
 * One load in a process of its own, so that its memory is its own: `node --expose-gc load-one.ts CONTENDER FILE` prints
 * {ms, peakMb, keptMb} as JSON.
 */
const loaders: Readonly<Record<string, (bytes: Buffer) => unknown>> = {
  columns: (bytes) => readPackedColumns('bench.ytp', bytes),
  project: (bytes) => readPacked('bench.ytp', bytes),
  records: (bytes) => {
    const read = readPacked('bench.ytp', bytes);
    return read.ok ? [read, [...read.value.project.parcels.records]] : read;
  },
  json: (bytes) => JSON.parse(bytes.toString()) as unknown,
};

/** Highest resident memory so far, MB: of this program alone, where the system tells (Linux). */
function peakMb(): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024;
  } catch {
    return process.resourceUsage().maxRSS / 1024;
  }
}

function usedMb(): number {
  global.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 2 ** 20;
}

const [contender, file] = process.argv.slice(2);
const [peakBefore, usedBefore] = [peakMb(), usedMb()];
const started = performance.now();
let loaded: unknown = loaders[contender](readFileSync(file));
const ms = performance.now() - started;
const peak = peakMb() - peakBefore;
const kept = usedMb() - usedBefore;
if (typeof loaded !== 'object' || (loaded as { ok?: boolean }).ok === false)
  throw new Error(`${contender} did not load`);
loaded = null;
console.log(JSON.stringify({ ms, peakMb: peak, keptMb: kept }));
