import type { AreaUnit } from '../area-units.ts';
import type { FileNote } from '../contract.ts';
import { folderField } from '../kml/parse.ts';
import { polygonArea } from '../rings.ts';
import type { Label } from './found.ts';
import { labelsIn } from './labels.ts';
import type { Shape } from './nest.ts';
import { plotTextsOf, type PlotTexts } from './plot-texts.ts';
import { parcelOf } from './xdata.ts';

/** A heading that names the unit, as in any table. */
const areaColumn: Readonly<Record<AreaUnit, string>> = {
  m2: '面积（m²）',
  mu: '面积（亩）',
  hectare: '面积（公顷）',
};

type Row = Readonly<Record<string, unknown>>;

interface Rows {
  readonly rows: readonly Row[];
  readonly notes: readonly FileNote[];
}

/** The fields of every shape: from the texts in it and from what CASS attached to it, which comes first; its layer. */
export function rowsOf(shapes: readonly Shape[], labels: readonly Label[]): Rows {
  const told = labelsIn(shapes, labels).map((own, s) => plotTextsOf(own, Math.abs(polygonArea(shapes[s].outline))));
  const south = shapes.map(({ xdata }) => parcelOf(xdata));
  const ids = distinct(shapes.map((_, s) => south[s]?.id ?? told[s].id));
  const rows = shapes.map(({ layer }, s): Row => {
    const { name, classCode, classWord, area } = told[s];
    return {
      ...(ids[s] !== undefined && { id: ids[s] }),
      ...((name ?? south[s]?.id) !== undefined && { name: name ?? south[s]?.id }),
      ...((south[s]?.landClass ?? classCode) && { 地类编码: south[s]?.landClass ?? classCode }),
      ...(classWord !== undefined && { 用途: classWord }),
      ...(south[s]?.holder !== undefined && { 权利人: south[s].holder }),
      ...(area && { [areaColumn[area.unit]]: area.text }),
      [folderField]: layer,
    };
  });
  const left = shapes.filter(({ xdata }, s) => xdata.length > 0 && !south[s]).length;
  return { rows, notes: notesOf(told, south.filter((own) => own !== null).length, left) };
}

/**
 * A number that only one shape has. Shapes without number are counted through the drawing, so that a number that is such a
 * count of another is none.
 */
function distinct(numbers: readonly (string | undefined)[]): (string | undefined)[] {
  const times = new Map<string, number>();
  for (const number of numbers) if (number !== undefined) times.set(number, (times.get(number) ?? 0) + 1);
  const single = numbers.map((number) => (number !== undefined && times.get(number) === 1 ? number : undefined));
  if (!single.includes(undefined)) return single;
  return single.map((number, s) => {
    const count = Number(number);
    const counted = String(count) === number && Number.isInteger(count) && count >= 1 && count <= numbers.length;
    return counted && count !== s + 1 ? undefined : number;
  });
}

function notesOf(told: readonly PlotTexts[], south: number, southLeft: number): FileNote[] {
  const count = (isIt: (own: PlotTexts) => boolean) => told.filter(isIt).length;
  const classes = count(({ classCode, classWord }) => (classCode ?? classWord) !== undefined);
  const areas = count(({ area }) => area !== undefined);
  const numbers = count(({ id }) => id !== undefined);
  const unclear = count((own) => own.unclear);
  return [
    ...(numbers + classes + areas > 0 ? [{ code: 'labels-told', params: { numbers, classes, areas } } as const] : []),
    ...(unclear > 0 ? [{ code: 'labels-unclear', params: { count: unclear } } as const] : []),
    ...(south > 0 ? [{ code: 'xdata-read', params: { count: south } } as const] : []),
    ...(southLeft > 0 ? [{ code: 'xdata-left', params: { count: southLeft } } as const] : []),
  ];
}
