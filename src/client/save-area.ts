import type { Bounds } from '../domain/geometry/columns/bounds.ts';
import { atMost } from './at-most.ts';
import { TileArchive } from './tile-archive.ts';

export interface AreaAsked {
  /** The folder of the version. */
  readonly base: string;
  readonly bounds: Bounds;
  /** Files of the version by name, the cards of the parks in it among them. */
  readonly files: readonly string[];
  readonly hasTiles: boolean;
}

export interface SavedArea {
  readonly files: number;
  readonly tiles: number;
  /** So many did not come. */
  readonly failed: number;
}

/** More tiles than a phone should be asked to keep: the area is to be made smaller. */
const MOST_TILES = 3000;
const AT_ONCE = 6;

interface TilePlace {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** Tiles of bounds from one zoom to another, the coarsest first. */
function tilesIn([west, south, east, north]: Bounds, from: number, to: number): TilePlace[] {
  const tiles: TilePlace[] = [];
  for (let z = from; z <= to; z++) {
    const side = 2 ** z;
    const column = (lon: number) => Math.min(Math.max(Math.floor(((lon + 180) / 360) * side), 0), side - 1);
    const row = (lat: number) => {
      const s = Math.sin((Math.min(Math.max(lat, -85), 85) * Math.PI) / 180);
      return Math.min(Math.max(Math.floor((0.5 - Math.log((1 + s) / (1 - s)) / (4 * Math.PI)) * side), 0), side - 1);
    };
    for (let x = column(west); x <= column(east); x++)
      for (let y = row(north); y <= row(south); y++) tiles.push({ z, x, y });
  }
  return tiles;
}

/**
 * Asks for all of an area, so that the keeper of the page's files has it. Null where it has more tiles than a phone should keep.
 * What does not come is counted; an `AbortError` where it is stopped.
 */
export async function saveArea(
  { base, bounds, files, hasTiles }: AreaAsked,
  { onProgress, signal }: { readonly onProgress: (done: number) => void; readonly signal: AbortSignal },
): Promise<SavedArea | null> {
  const archive = new TileArchive(`${base}land.pmtiles`);
  const zooms = hasTiles ? await archive.zooms() : null;
  const tiles = zooms ? tilesIn(bounds, zooms.min, zooms.max) : [];
  if (tiles.length > MOST_TILES) return null;
  const inTurn = atMost(AT_ONCE);
  const all = files.length + tiles.length;
  let [done, failed] = [0, 0];
  const counted = (task: () => Promise<unknown>) =>
    inTurn(task, signal)
      .catch(() => failed++)
      .finally(() => onProgress(++done / all));
  const file = async (name: string) => {
    const answer = await fetch(base + name, { signal });
    if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
    await answer.arrayBuffer();
  };
  await Promise.all([
    ...files.map((name) => counted(() => file(name))),
    ...tiles.map(({ z, x, y }) => counted(() => archive.tile(z, x, y, signal))),
  ]);
  signal.throwIfAborted();
  return { files: files.length, tiles: tiles.length, failed };
}
