import type { FileNote, ReadResult } from '../contract.ts';
import { zoneDoubts } from '../crs/doubts.ts';
import { shiftBetween, shiftsWorthAsking } from '../crs/shift.ts';

export interface NamedRead {
  readonly name: string;
  readonly read: ReadResult;
}

/** What files of one place say of each other: one lies in another zone, or is another moved by GCJ-02 or BD-09. */
export function crossFileNotes(files: readonly NamedRead[]): { readonly name: string; readonly note: FileNote }[] {
  const layers = files.map(({ read }) => read.project.parcels.layer);
  const zones = files.flatMap(({ name }, f) => {
    const others = layers.filter((_, other) => other !== f);
    return others.length === 0 ? [] : zoneDoubts(layers[f], others).map((note) => ({ name, note }));
  });
  const shifts = shiftsWorthAsking(layers).flatMap(([f, s]) => {
    const shift = shiftBetween(layers[f], layers[s]);
    if (!shift) return [];
    const [moved, still] = shift.moved === 'a' ? [files[f], files[s]] : [files[s], files[f]];
    const { datum, metres, points } = shift;
    const params = { file: moved.name, other: still.name, datum, metres, points };
    return [{ name: moved.name, note: { code: 'datum-shift-between' as const, params } }];
  });
  // Land far from the meridian was said when its file was read.
  return [...zones.filter(({ note }) => note.code === 'zone-doubtful'), ...shifts];
}
