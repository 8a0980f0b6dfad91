import type { AreaUnit } from '../area-units.ts';
import type { FileNote } from '../contract.ts';
import { folderField } from '../kml/parse.ts';
import { polygonArea } from '../rings.ts';
import type { Label } from './found.ts';
import { labelsIn } from './labels.ts';
import type { Shape } from './nest.ts';
import { isClassWord, plotTextsOf, type PlotTexts } from './plot-texts.ts';
import { mayBePerson, namesPerson, tellsPerson } from './persons.ts';
import { parcelOf, type CassParcel } from './cass.ts';
import { codeOf } from './xdata.ts';

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
  const cass = shapes.map(({ xdata }) => parcelOf(xdata));
  const isOfCass = cass.some((own) => own !== null);
  const told = labelsIn(shapes, labels).map((own, s) =>
    plotTextsOf(isOfCass ? withoutPersons(own, cass[s]) : own, Math.abs(polygonArea(shapes[s].outline))),
  );
  const ids = distinct(shapes.map((_, s) => cass[s]?.id ?? told[s].id));
  const rows = shapes.map((shape, s) => rowOf(shape, ids[s], told[s], cass[s]));
  const others = shapes.filter(({ xdata }, s) => codeOf(xdata) !== null && !cass[s]).length;
  return { rows, notes: [...notesOf(told), ...cassNotes(cass, others)] };
}

/** The name of a holder, in whatever text, is not read: of a parcel of CASS it may be a person's. */
function withoutPersons(labels: readonly (readonly string[])[], cass: CassParcel | null) {
  const isHolder = (line: string) => cass?.person !== undefined && namesPerson(line, cass.person);
  return labels.map((lines) =>
    lines.filter((line) => isClassWord(line) || !(isHolder(line) || mayBePerson(line) || tellsPerson(line))),
  );
}

function rowOf({ layer, isRoadLike }: Shape, id: string | undefined, told: PlotTexts, cass: CassParcel | null): Row {
  const name = told.name ?? cass?.id;
  const code = cass?.landClass ?? told.classCode;
  const word = cass?.className ?? told.classWord;
  return {
    ...(id !== undefined && { id }),
    ...(name !== undefined && { name }),
    ...(code && { 地类编码: code }),
    ...(word !== undefined && { 用途: word }),
    ...(cass?.holder !== undefined && { 权利人: cass.holder }),
    ...(told.area && { [areaColumn[told.area.unit]]: told.area.text }),
    ...cass?.more,
    ...(isRoadLike && { 疑似道路: '是' }),
    [folderField]: layer,
  };
}

function cassNotes(cass: readonly (CassParcel | null)[], others: number): FileNote[] {
  const read = cass.filter((own) => own !== null);
  const persons = read.filter(({ person }) => person !== undefined).length;
  return [
    ...(read.length > 0 ? [{ code: 'xdata-read', params: { count: read.length } } as const] : []),
    ...(persons > 0 ? [{ code: 'holders-left', params: { count: persons } } as const] : []),
    ...(others > 0 ? [{ code: 'xdata-left', params: { count: others } } as const] : []),
  ];
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

function notesOf(told: readonly PlotTexts[]): FileNote[] {
  const count = (isIt: (own: PlotTexts) => boolean) => told.filter(isIt).length;
  const classes = count(({ classCode, classWord }) => (classCode ?? classWord) !== undefined);
  const areas = count(({ area }) => area !== undefined);
  const numbers = count(({ id }) => id !== undefined);
  const unclear = count((own) => own.unclear);
  return [
    ...(numbers + classes + areas > 0 ? [{ code: 'labels-told', params: { numbers, classes, areas } } as const] : []),
    ...(unclear > 0 ? [{ code: 'labels-unclear', params: { count: unclear } } as const] : []),
  ];
}
