import { ok } from '../domain/outcome.ts';
import { snapLayer } from '../domain/geometry/snap/snap.ts';
import type { Metres } from '../domain/quantity/units.ts';
import { changeOf, effectsOf, namedRefusal, redrawn, rowsOf, type Operation } from './operation.ts';

export interface SnapInput {
  /** The boundaries the parcels are fitted to. */
  readonly onto: 'townships' | 'zones';
  readonly toleranceM: Metres;
  /** Parcels to fit; all by default. */
  readonly ids?: readonly string[];
}

/** 宗地贴合行政界线: parcels fitted to townships or zones; those get the vertices that came to lie on their edges. */
export const snapParcels: Operation<SnapInput> = (land, { onto, toleranceM, ids }) => {
  const rows = ids ? rowsOf(land.project.parcels.records, ids) : null;
  if (rows && !rows.ok) return rows;
  const { project } = land;
  const { records, layer } = project.parcels;
  const snap = snapLayer(layer, project[onto].layer, toleranceM, rows?.value);
  if (!snap.ok) return snap;
  const { changes, targetChanges, refused } = snap.value;
  const target = onto === 'zones' ? 'zone' : 'township';
  return ok({
    change: changeOf(
      land,
      {
        parcel: { put: redrawn(land, 'parcel', changes) },
        [target]: { put: redrawn(land, target, targetChanges) },
      },
      { code: 'snap', params: { count: changes.length } },
    ),
    effects: [...effectsOf('parcel', records, changes), ...effectsOf(target, project[onto].records, targetChanges)],
    refused: refused.map(({ refusal }) => namedRefusal(refusal, records)),
    notes: [],
  });
};
