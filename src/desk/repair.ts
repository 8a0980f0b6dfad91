import { ok } from '../domain/outcome.ts';
import { repairLayer, type RepairOptions } from '../domain/geometry/repair/repair.ts';
import { changeOf, effectsOf, namedRefusal, redrawn, rowsOf, type Operation } from './operation.ts';

export interface RepairInput extends Omit<RepairOptions, 'yielding'> {
  /** Who gives way where a gap is closed: the later, the smaller, or the parcels named. */
  readonly yielding?: 'later' | 'smaller' | readonly string[];
}

/** 修复宗地界线: sound boundaries for all parcels; registered areas stay, they are documents. */
export const repairParcels: Operation<RepairInput> = (land, { yielding = 'later', ...input }) => {
  const { records, layer } = land.project.parcels;
  const rows = typeof yielding === 'string' ? null : rowsOf(records, yielding);
  if (rows && !rows.ok) return rows;
  const repair = repairLayer(layer, { ...input, yielding: rows ? rows.value : (yielding as 'later' | 'smaller') });
  if (!repair.ok) return repair;
  const { changes, refused } = repair.value;
  return ok({
    change: changeOf(
      land,
      { parcel: { put: redrawn(land, 'parcel', changes) } },
      { code: 'repair-boundaries', params: { count: changes.length } },
    ),
    // A boundary that crosses itself has no area to compare with.
    effects: effectsOf('parcel', records, changes).map((effect) =>
      effect.steps.includes('redrawn') ? { ...effect, areaBeforeM2: null } : effect,
    ),
    refused: refused.map(({ refusal }) => namedRefusal(refusal, records)),
    notes: [],
  });
};
