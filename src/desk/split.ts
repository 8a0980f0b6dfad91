import { ok, refuse, type Result } from '../domain/outcome.ts';
import { layerLike } from '../domain/geometry/edit/frame.ts';
import type { EditRefusal } from '../domain/geometry/edit/proposal.ts';
import type { Layer } from '../domain/geometry/columns/layer.ts';
import { intersectionAreaM2 } from '../domain/geometry/overlap/overlap.ts';
import { splitByAreas, splitEqually } from '../domain/geometry/split/areas.ts';
import { splitByLine, type CutLine } from '../domain/geometry/split/line.ts';
import type { CutDirection } from '../domain/geometry/split/offsets.ts';
import type { SplitProposal } from '../domain/geometry/split/propose.ts';
import type { Patch, Put } from '../domain/land/change.ts';
import type { Land } from '../domain/land/land.ts';
import type { Building, Parcel } from '../domain/land/model.ts';
import type { SquareMetres } from '../domain/quantity/units.ts';
import {
  changeOf,
  effectsOf,
  namedRefusal,
  redrawn,
  rowsOf,
  type Edit,
  type EditNote,
  type Operation,
} from './operation.ts';
import { numberedFields, recordOfPieces } from './parcel-fields.ts';
import { rowsOnLand } from './plan-rows.ts';
import { wholeSheet, type Sheet } from './sheet.ts';
import { rowsWhere } from '../domain/land/records/records.ts';

/** 分割方式: along a line, into equal parts, or to areas from one side (the last piece takes the rest). */
export type SplitInput = { readonly id: string } & (
  | { readonly line: CutLine }
  | { readonly direction: CutDirection; readonly count: number }
  | { readonly direction: CutDirection; readonly areasM2: readonly SquareMetres[] }
);

/**
 * 宗地分割: the parcel becomes `<id>-1`, `<id>-2`, … with what of its fields the table of fields leaves to pieces; its
 * buildings go to the piece that holds most of their footprint, and neighbours get the new vertices of shared borders.
 */
export const splitParcel: Operation<SplitInput> = (land, input) => splitOn(land, wholeSheet(land), input);

/** The same, looking at a sheet alone on which all neighbours and buildings of the parcel are. */
export function splitOn(land: Land, sheet: Sheet, input: SplitInput): Result<Edit, EditRefusal> {
  const { records, layer } = sheet.parcels;
  const rows = rowsOf(records, [input.id]);
  if (!rows.ok) return rows;
  const [row] = rows.value;
  const split = splitGeometry(layer, row, input);
  if (!split.ok) return { ok: false, refusal: namedRefusal(split.refusal, records) };
  const ids = split.value.pieces.map((_, i) => `${input.id}-${i + 1}`);
  const taken = ids.find((id) => land.table('parcel').called(id) !== undefined);
  return taken ? refuse('id-taken', { id: taken }) : ok(editOf(land, sheet, row, split.value, ids));
}

function splitGeometry(layer: Layer, row: number, input: SplitInput): Result<SplitProposal, EditRefusal> {
  if ('line' in input) return splitByLine(layer, row, input.line);
  if ('count' in input) return splitEqually(layer, row, input.direction, input.count);
  return splitByAreas(layer, row, input.direction, input.areasM2);
}

function editOf(land: Land, sheet: Sheet, row: number, split: SplitProposal, ids: readonly string[]): Edit {
  const { records, layer, keys } = sheet.parcels;
  const { record, notes } = recordOfPieces(records.get(row));
  const key = keys[row];
  const pieces = split.pieces.map(({ after }, i): Put<Parcel> => {
    const piece = {
      record: { ...record, ...numberedFields(record, i + 1), id: ids[i] },
      shape: layerLike(layer, [after]),
    };
    // The first piece goes on under the parcel's key.
    return i === 0 ? { key, ...piece } : { key: land.table('parcel').takeKey(), after: key, ...piece };
  });
  const put = [...pieces, ...redrawn(land, 'parcel', split.neighbourInsertions, keys)];
  const buildings = buildingsOf(sheet, records.get(row).id, pieces);
  const whole = {
    kind: 'parcel',
    id: records.get(row).id,
    areaBeforeM2: split.areaBeforeM2,
    areaAfterM2: null,
  } as const;
  const areas = split.pieces.map(({ areaM2 }, i) => ({ id: ids[i], areaBeforeM2: null, areaAfterM2: areaM2 }));
  return {
    change: changeOf(
      land,
      {
        parcel: { put },
        building: { patch: buildings.patch },
        supplyRow: { patch: rowsOnLand(land, [records.get(row).id], ids) },
      },
      { code: 'split', params: { id: records.get(row).id, count: ids.length } },
    ),
    effects: [
      { ...whole, steps: [] },
      ...areas.map((area) => ({ kind: 'parcel' as const, ...area, steps: [] })),
      ...effectsOf(
        'parcel',
        records,
        split.neighbourInsertions.map((n) => ({ ...n, steps: ['shared-vertex'] })),
      ),
    ],
    refused: [],
    notes: [...notes, ...buildings.notes],
  };
}

/** Each building of the parcel to the piece with most of its footprint; without one, to the largest piece. */
function buildingsOf(
  { buildings }: Sheet,
  id: string,
  pieces: readonly Put<Parcel>[],
): { patch: Patch<Building>[]; notes: EditNote[] } {
  const notes: EditNote[] = [];
  const patch: Patch<Building>[] = [];
  const own = pieces.map(({ shape }) => intersectionAreaM2(shape, 0, shape, 0));
  const { layer, records, keys } = buildings;
  const named = records.field('parcelId');
  for (const at of rowsWhere(records, (row) => named(row) === id)) {
    const shares = pieces.map(({ shape }) => intersectionAreaM2(layer, at, shape, 0));
    const drawn = Math.max(...shares) > 0;
    const parcelId = pieces[largest(drawn ? shares : own)].record.id;
    const code = drawn ? 'building-moved' : 'building-without-footprint';
    notes.push({ code, params: { id: records.get(at).id, parcel: parcelId } });
    patch.push({ key: keys[at], fields: { parcelId } });
  }
  return { patch, notes };
}

const largest = (values: readonly number[]): number => values.indexOf(Math.max(...values));
