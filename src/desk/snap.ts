import { ok } from '../domain/outcome.ts';
import { snapLayer } from '../domain/geometry/snap/snap.ts';
import type { Metres } from '../domain/quantity/units.ts';
import { replacing, type Change } from './change.ts';
import { effectsOf, namedRefusal, redrawnRows, rowsOf, type Operation } from './operation.ts';

export interface SnapInput {
  /** The boundaries the parcels are fitted to. */
  readonly onto: 'townships' | 'zones';
  readonly toleranceM: Metres;
  /** Parcels to fit; all by default. */
  readonly ids?: readonly string[];
}

/** 宗地贴合行政界线: parcels fitted to townships or zones; those get the vertices that came to lie on their edges. */
export const snapParcels: Operation<SnapInput> = (project, { onto, toleranceM, ids }) => {
  const rows = ids ? rowsOf(project, ids) : null;
  if (rows && !rows.ok) return rows;
  const { records, layer } = project.parcels;
  const snap = snapLayer(layer, project[onto].layer, toleranceM, rows?.value);
  if (!snap.ok) return snap;
  const { changes, targetChanges, refused } = snap.value;
  const target: Change =
    onto === 'zones'
      ? { zones: replacing(redrawnRows(project.zones, targetChanges)) }
      : { townships: replacing(redrawnRows(project.townships, targetChanges)) };
  return ok({
    change: { parcels: replacing(redrawnRows(project.parcels, changes)), ...target },
    effects: [
      ...effectsOf('parcel', records, changes),
      ...effectsOf(onto === 'zones' ? 'zone' : 'township', project[onto].records, targetChanges),
    ],
    refused: refused.map(({ refusal }) => namedRefusal(refusal, records)),
    notes: [],
  });
};
