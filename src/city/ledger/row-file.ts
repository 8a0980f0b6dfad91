import type { Land } from '../../domain/land/land.ts';
import { refuse, type Result } from '../../domain/outcome.ts';
import type { FormatRefusal } from '../../formats/contract.ts';
import { rowLand, type WrittenRows } from '../../supply/ledger/row-land.ts';
import { savedFile } from '../saved-file.ts';
import type { SavedFile } from '../view.ts';

export interface RowFileAsked extends WrittenRows {
  readonly format: 'shp' | 'txt';
  /** Without its ending. */
  readonly name: string;
}

/** The parcels of a plan's rows as one file of their own; refused where none of them is there. */
export async function rowFile(land: Land, asked: RowFileAsked): Promise<Result<SavedFile, FormatRefusal>> {
  const project = rowLand(land, asked);
  return project ? savedFile(project, asked.format, asked.name) : refuse('no-parcels');
}
