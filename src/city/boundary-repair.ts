import { repairParcels } from '../desk/repair.ts';
import type { Land } from '../domain/land/land.ts';
import { ok, type Result } from '../domain/outcome.ts';
import type { FormatRefusal } from '../formats/contract.ts';
import { formatOf, writeFiles } from '../formats/index.ts';
import { savedFile } from './saved-file.ts';
import { turnTaking } from './turn-taking.ts';
import type { BoundaryRepair, RepairedFiles } from './view.ts';

/** What would mend the boundaries 修复建议; nothing is changed. Null where nothing can be proposed. */
export function proposeRepair(land: Land): BoundaryRepair | null {
  const proposed = repairParcels(land, {});
  if (!proposed.ok) return null;
  const { effects, refused } = proposed.value;
  return { effects, refused };
}

/**
 * The land with its boundaries repaired, as files: one that keeps everything as it is, to be opened again, and one
 * like the file it came from, to be saved. Several files of one format come zipped. Stopped between two steps.
 */
export async function repairedFiles(
  land: Land,
  source: string,
  signal?: AbortSignal,
): Promise<Result<RepairedFiles, FormatRefusal> | null> {
  const takeTurns = turnTaking(signal);
  const fork = land.fork();
  const proposed = repairParcels(fork, {});
  if (!proposed.ok || !fork.apply(proposed.value.change).ok) return null;
  await takeTurns();
  const repaired = fork.project;
  const name = `${source.replace(/(\.[a-z]+)?\.[^.]*$/i, '')}-repaired`;
  const open = await writeFiles('ytp', repaired, { name });
  if (!open.ok) return open;
  await takeTurns();
  const format = formatOf(source) ?? 'geojson';
  if (format === 'ytp') return ok({ open: open.value.files, save: open.value.files[0], notes: open.value.notes });
  const save = await savedFile(repaired, format, name);
  if (!save.ok) return save;
  return ok({ open: open.value.files, save: save.value.file, notes: save.value.notes });
}
