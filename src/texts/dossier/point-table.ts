import { boundaryPoints, type ParcelPoints } from '../../domain/land/sheets/boundary-points.ts';
import { formatCrs } from '../../domain/geodesy/crs.ts';
import type { SheetLand } from '../../domain/land/sheets/sheet-land.ts';
import { formatFixed } from '../../domain/quantity/format.ts';
import type { Cell, FigureCell, ReportTable } from '../../formats/report/document.ts';
import type { Language } from '../language.ts';
import type { DossierInput } from './input.ts';
import { figure } from './printed.ts';
import { reportWords } from './report-words.ts';
import { dossierWords } from './words.ts';

/** Numbers of the boundary points of a sheet: its table and its map have the same. */
export const pointsOf = ({ parcels }: SheetLand): readonly ParcelPoints[] => boundaryPoints(parcels);

/** Coordinates are written to 0.001 m and not grouped. */
const coordinate = (metres: number): FigureCell => {
  return { value: metres, text: formatFixed(metres, 3), decimals: 3, isPlain: true };
};

/** 界址点坐标表: the points of every parcel in the order of its boundary, each ring ending where it began. */
export function pointTable(land: SheetLand | null, { facts }: DossierInput, language: Language): ReportTable {
  const words = reportWords[language];
  const head = [
    words.parcel,
    words.ring,
    words.pointNumber,
    words.north,
    words.east,
    words.edge,
    words.planeArea,
    words.perimeter,
  ];
  const title = words.pointTable;
  if (!land) return { title, head, rows: [], notes: [words.noPoints] };
  const factsOf = new Map(facts.parcels.map((own) => [own.parcel.id, own]));
  const rows = pointsOf(land).flatMap(({ id, rings }) => {
    const own = factsOf.get(id);
    const measures: Cell[] = [
      own?.planeM2 == null ? '' : figure(own.planeM2, 2),
      own?.perimeterM == null ? '' : figure(own.perimeterM, 3),
    ];
    return rings.flatMap((ring, r) =>
      [...ring, ring[0]].map(({ number, north, east, edgeM }, n): Cell[] => [
        n === 0 && r === 0 ? id : '',
        n === 0 ? String(r + 1) : '',
        `J${number}`,
        coordinate(north),
        coordinate(east),
        n === ring.length ? '' : figure(edgeM, 3),
        ...(n === 0 && r === 0 ? measures : ['', '']),
      ]),
    );
  });
  const { join } = dossierWords[language];
  const elsewhere = facts.parcels.filter(({ planeCrs, valid }) => valid && planeCrs !== formatCrs(land.crs));
  return {
    title,
    head,
    rows,
    notes: [
      crsText(land, language),
      land.isSurveyed ? words.surveyed : words.converted,
      words.order,
      ...(elsewhere.length > 0 ? [words.otherPlane(elsewhere.map(({ parcel }) => parcel.id).join(join))] : []),
      ...(land.undrawn.length > 0 ? [words.undrawn(land.undrawn.join(join))] : []),
    ],
  };
}

/** The plane of a sheet, in full. */
export const crsText = ({ crs }: SheetLand, language: Language): string =>
  reportWords[language].crsText(crs.width, crs.zone, crs.centralMeridian, formatCrs(crs));
