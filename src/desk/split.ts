import { ok, refuse, type Result } from '../domain/outcome.ts';
import { layerLike } from '../domain/geometry/edit/frame.ts';
import type { EditRefusal } from '../domain/geometry/edit/proposal.ts';
import type { Layer } from '../domain/geometry/layer.ts';
import { intersectionAreaM2 } from '../domain/geometry/overlap.ts';
import { splitByAreas, splitEqually } from '../domain/geometry/split/areas.ts';
import { splitByLine, type CutLine } from '../domain/geometry/split/line.ts';
import type { CutDirection } from '../domain/geometry/split/offsets.ts';
import type { SplitProposal } from '../domain/geometry/split/propose.ts';
import type { Building, Parcel, Project } from '../domain/land/model.ts';
import type { SquareMetres } from '../domain/quantity/units.ts';
import { replacing, rowAlone, type Insertion, type TableEdit } from './change.ts';
import { effectsOf, namedRefusal, redrawnRows, rowsOf, type Edit, type EditNote, type Operation } from './operation.ts';

/** 分割方式: along a line, into equal parts, or to areas from one side (the last piece takes the rest). */
export type SplitInput = { readonly id: string } & (
  | { readonly line: CutLine }
  | { readonly direction: CutDirection; readonly count: number }
  | { readonly direction: CutDirection; readonly areasM2: readonly SquareMetres[] }
);

/** Amounts of the whole parcel, which say nothing of its pieces. */
const amounts = ['floorAreaM2', 'costWan'] as const;

/**
 * 宗地分割: the parcel becomes `<id>-1`, `<id>-2`, … with its fields, without its registered area and its amounts; its
 * buildings go to the piece that holds most of their footprint, and neighbours get the new vertices of shared borders.
 */
export const splitParcel: Operation<SplitInput> = (project, input) => {
  const rows = rowsOf(project, [input.id]);
  if (!rows.ok) return rows;
  const [row] = rows.value;
  const split = splitGeometry(project.parcels.layer, row, input);
  if (!split.ok) return { ok: false, refusal: namedRefusal(split.refusal, project.parcels.records) };
  const ids = split.value.pieces.map((_, i) => `${input.id}-${i + 1}`);
  const known = new Set(project.parcels.records.map(({ id }) => id));
  const taken = ids.find((id) => known.has(id));
  return taken ? refuse('id-taken', { id: taken }) : ok(editOf(project, row, split.value, ids));
};

function splitGeometry(layer: Layer, row: number, input: SplitInput): Result<SplitProposal, EditRefusal> {
  if ('line' in input) return splitByLine(layer, row, input.line);
  if ('count' in input) return splitEqually(layer, row, input.direction, input.count);
  return splitByAreas(layer, row, input.direction, input.areasM2);
}

function editOf(project: Project, row: number, split: SplitProposal, ids: readonly string[]): Edit {
  const { records, layer } = project.parcels;
  const { record, notes } = recordOfPieces(records[row]);
  const pieces = split.pieces.map(({ after }, i): Insertion<Parcel> => {
    const name = record.name === undefined ? {} : { name: `${record.name}-${i + 1}` };
    return { at: row + i, record: { ...record, ...name, id: ids[i] }, shape: layerLike(layer, [after]) };
  });
  const shifted = redrawnRows(project.parcels, split.neighbourInsertions).map((neighbour) => ({
    ...neighbour,
    at: neighbour.at > row ? neighbour.at + pieces.length - 1 : neighbour.at,
  }));
  const parcels: TableEdit<Parcel> = {
    removed: [row, ...split.neighbourInsertions.map((n) => n.feature)].sort((p, q) => p - q),
    inserted: [...pieces, ...shifted].sort((p, q) => p.at - q.at),
  };
  const buildings = buildingsOf(project, records[row].id, pieces);
  const whole = { kind: 'parcel', id: records[row].id, areaBeforeM2: split.areaBeforeM2, areaAfterM2: null } as const;
  const areas = split.pieces.map(({ areaM2 }, i) => ({ id: ids[i], areaBeforeM2: null, areaAfterM2: areaM2 }));
  return {
    change: { parcels, ...(buildings.edit && { buildings: buildings.edit }) },
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

function recordOfPieces({ statedAreaM2, areaResolutionM2, ...parcel }: Parcel): {
  record: Parcel;
  notes: EditNote[];
} {
  const notes: EditNote[] = [];
  if (statedAreaM2 !== undefined)
    notes.push({ code: 'stated-area-dropped', params: { id: parcel.id, areaM2: statedAreaM2 } });
  // It speaks of the area that is dropped.
  void areaResolutionM2;
  const record: Record<string, unknown> = { ...parcel };
  for (const field of amounts)
    if (record[field] !== undefined) {
      delete record[field];
      notes.push({ code: 'amount-dropped', params: { id: parcel.id, field } });
    }
  return { record: record as unknown as Parcel, notes };
}

/** Each building of the parcel to the piece with most of its footprint; without one, to the largest piece. */
function buildingsOf(
  { buildings }: Project,
  id: string,
  pieces: readonly Insertion<Parcel>[],
): { edit?: TableEdit<Building>; notes: EditNote[] } {
  const notes: EditNote[] = [];
  const moved: Insertion<Building>[] = [];
  const own = pieces.map(({ shape }) => intersectionAreaM2(shape, 0, shape, 0));
  const { layer, records } = buildings;
  records.forEach((building, at) => {
    if (building.parcelId !== id) return;
    const shares = pieces.map(({ shape }) => intersectionAreaM2(layer, at, shape, 0));
    const drawn = Math.max(...shares) > 0;
    const parcelId = pieces[largest(drawn ? shares : own)].record.id;
    const code = drawn ? 'building-moved' : 'building-without-footprint';
    notes.push({ code, params: { id: building.id, parcel: parcelId } });
    moved.push({ at, record: { ...building, parcelId }, shape: rowAlone(layer, at) });
  });
  return { edit: replacing(moved), notes };
}

const largest = (values: readonly number[]): number => values.indexOf(Math.max(...values));
