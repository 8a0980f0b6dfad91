import type { Layer } from './layer.ts';
import { problemsOf } from './validity.ts';

/** Rows whose boundary is broken, ascending: those for which `problemsOf` has a problem that is no mere warning. */
export function invalidFeatures(layer: Layer): Uint32Array {
  const rows: number[] = [];
  for (let f = 0; f < layer.size; f++) if (problemsOf(layer, f).some((p) => p.severity === 'broken')) rows.push(f);
  return Uint32Array.from(rows);
}
