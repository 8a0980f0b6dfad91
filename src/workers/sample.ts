import type { FeatureCollection } from 'geojson';
import { ok, refuse, type Result } from '../domain/outcome.ts';
import type { NamedBytes } from '../formats/contract.ts';
import { gunzip } from './gunzip.ts';

/** Addresses of the sample city's files beside the page. */
const urls = import.meta.glob<string>('/data/sample/*.geojson.gz', { query: '?url', import: 'default', eager: true });

export interface Sample {
  readonly city: NamedBytes;
  readonly backdrop: FeatureCollection | null;
}

async function bytesOf(name: string): Promise<Uint8Array | string> {
  const url = urls[`/data/sample/${name}.geojson.gz`];
  if (!url) return `${name}.geojson.gz`;
  const response = await fetch(url).catch((error: unknown) => String(error));
  if (typeof response === 'string') return response;
  return response.ok ? gunzip(new Uint8Array(await response.arrayBuffer())) : `HTTP ${response.status}`;
}

/** Refuses with `sample-unreachable` {detail}; a missing backdrop only leaves the ground plain. */
export async function fetchSample(): Promise<Result<Sample>> {
  const [city, backdrop] = await Promise.all([bytesOf('city'), bytesOf('backdrop')]);
  if (typeof city === 'string') return refuse('sample-unreachable', { detail: city });
  return ok({
    city: { name: 'city.geojson', bytes: city },
    backdrop:
      typeof backdrop === 'string' ? null : (JSON.parse(new TextDecoder().decode(backdrop)) as FeatureCollection),
  });
}
