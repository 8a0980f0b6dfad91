import type { Bounds } from '../domain/geometry/columns/bounds.ts';
import type { TileAddress } from '../formats/pmtiles/tile-id.ts';
import { tilesIn } from '../formats/pmtiles/tiles-in.ts';
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
  /** Those in which there is something. */
  readonly tiles: number;
  /** So many did not come. */
  readonly failed: number;
}

/** More tiles than a phone should be asked to keep: the area is to be made smaller. */
const MOST_TILES = 3000;
const AT_ONCE = 6;

/** Of bounds at the zooms of an archive, the coarsest first. */
const tilesAt = (bounds: Bounds, { min, max }: { readonly min: number; readonly max: number }): TileAddress[] =>
  Array.from({ length: max - min + 1 }, (_, i) => tilesIn(bounds, min + i)).flat();

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
  const tiles = zooms ? tilesAt(bounds, zooms) : [];
  if (tiles.length > MOST_TILES) return null;
  const inTurn = atMost(AT_ONCE);
  const all = files.length + tiles.length;
  let [done, failed, filled] = [0, 0, 0];
  const counted = (task: () => Promise<unknown>) =>
    inTurn(task, signal)
      .catch(() => failed++)
      .finally(() => onProgress(++done / all));
  const file = async (name: string) => {
    const answer = await fetch(base + name, { signal });
    if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
    await answer.arrayBuffer();
  };
  const tile = async ({ z, x, y }: TileAddress) => {
    if (await archive.tile(z, x, y, signal)) filled++;
  };
  await Promise.all([
    ...files.map((name) => counted(() => file(name))),
    ...tiles.map((place) => counted(() => tile(place))),
  ]);
  signal.throwIfAborted();
  return { files: files.length, tiles: filled, failed };
}
