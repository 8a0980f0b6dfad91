import { featureCollection, intersect, multiPolygon } from '@turf/turf';
import { intersection, type Geom } from 'polyclip-ts';
import type { Overlay, OverlayLayer } from '../../src/domain/geometry/overlay/overlay.ts';
import { PairKernel } from '../../src/domain/geometry/overlap/overlay-pair.ts';
import { toMultiPolygon } from '../../src/domain/geometry/columns/builder.ts';
import { planeRingArea } from '../../src/domain/geodesy/plane-area.ts';
import type { BenchLayer } from './city.ts';
import { randomFrom } from './parcels.ts';
import { interleaved, type Timing } from './rounds.ts';

const PAIRS = 1000;
const ROUNDS = 3;

interface PerPair {
  readonly about: string;
  readonly timings: readonly Timing[];
  readonly checks: readonly string[];
}

/** Pairs whose borders cross, one by one and in no order, against libraries that build the polygon. */
export async function perPair(
  parcels: BenchLayer,
  zones: BenchLayer,
  a: OverlayLayer,
  b: OverlayLayer,
  { pairs, areasM2 }: Overlay,
): Promise<PerPair> {
  const cut: [number, number][] = [];
  areasM2.forEach((m2, n) => {
    if (m2 < 0.999 * a.areasM2[pairs[2 * n]]) cut.push([pairs[2 * n], pairs[2 * n + 1]]);
  });
  const random = randomFrom(3);
  const sample = Array.from({ length: Math.min(PAIRS, cut.length) }, () => cut[Math.floor(random() * cut.length)]);
  const kernel = new PairKernel();
  const shapes = sample.map(([f, g]) => [shapeOf(parcels, f), shapeOf(zones, g)]);
  const geoJson = shapes.map(([p, q]) => featureCollection([multiPolygon(p), multiPolygon(q)]));
  const clip = (n: number): number[][][][] => intersection(shapes[n][0] as Geom, shapes[n][1] as Geom);
  const timings = await interleaved(
    {
      'yuantu, a pair': () => sample.reduce((sum, [f, g]) => sum + kernel.commonArea(a, f, b, g), 0),
      'turf.intersect': () => geoJson.reduce((n, two) => n + Number(intersect(two) !== null), 0),
      'polyclip-ts intersection': () => shapes.reduce((n, _, k) => n + clip(k).length, 0),
    },
    ROUNDS,
    1,
  );
  const off = sample.map(([f, g], n) => Math.abs(areaOf(clip(n)) - kernel.commonArea(a, f, b, g)));
  return {
    about: `${sample.length} pairs that cross`,
    timings,
    checks: [`polyclip-ts: no pair of the sample differs by more than ${Math.max(...off).toExponential(1)} m²`],
  };
}

const shapeOf = ({ layer, plane }: BenchLayer, f: number): number[][][][] =>
  toMultiPolygon({ ...layer, lonLat: plane }, f).map((rings) => rings.map((ring) => ring.map(([x, y]) => [x, y])));

/** Shell and holes come with opposite turns. */
function areaOf(parts: readonly number[][][][]): number {
  const ringArea = (ring: number[][]) => planeRingArea(Float64Array.from(ring.flat()), 0, ring.length);
  return parts.reduce((sum, rings) => sum + Math.abs(rings.reduce((area, ring) => area + ringArea(ring), 0)), 0);
}
