import { cellAt, type Grid, type GridRow } from './grid.ts';
import { headingsOf } from './headings.ts';
import { angleUnitOf } from './numbers.ts';

type Role = 'north' | 'east' | 'lat' | 'lon' | 'point' | 'ring' | 'length' | 'order';

/** What the columns of a 界址点成果表 are called. By custom X points north and Y east. */
const patterns: readonly (readonly [Role, RegExp])[] = [
  ['north', /^(x|x坐标|坐标x|纵坐标|纵坐标x|x纵坐标|北坐标|北|n|north|northing)$/],
  ['east', /^(y|y坐标|坐标y|横坐标|横坐标y|y横坐标|东坐标|东|e|east|easting)$/],
  ['lat', /^(纬度|大地纬度|纬度b|b|lat|latitude)$/],
  ['lon', /^(经度|大地经度|经度l|l|lon|lng|long|longitude)$/],
  ['point', /^(点号|界址点号|界址点|界址点编号|点名|点编号|拐点|拐点号|拐点编号|point|pointid|pointno|pt)$/],
  ['ring', /^(圈号|环号|圈|地块圈号|ring|ringno|part)$/],
  ['length', /^(边长|界址线长|界址边长|距离|间距|length|distance)$/],
  ['order', /^(序号|顺序|no|seq|index)$/],
];

/** `X（m）` and `x 坐标` are one name: brackets, blanks and units are left out. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\([^)]{0,20}\)|\[[^\]]{0,20}\]|【[^】]{0,20}】|〔[^〕]{0,20}〕|[\s_:：*]/g, '')
    .toLowerCase();

const roleOf = (label: string): Role | null => {
  const name = plain(label);
  return patterns.find(([, pattern]) => pattern.test(name))?.[0] ?? null;
};

/** Whether a cell is the name of a column, as in a head that is repeated on every page. */
export const isLabel = (text: string): boolean => roleOf(text) !== null;

const coordinates: ReadonlySet<Role | null> = new Set(['north', 'east', 'lat', 'lon']);
/** Whether a column is called after a coordinate. */
export const isCoordinate = (name: string): boolean => coordinates.has(roleOf(name));

/** One pair of coordinate columns; wide tables have several groups side by side. */
export interface Group {
  readonly north: number;
  readonly east: number;
  readonly point: number | undefined;
  readonly ring: number | undefined;
  readonly order: number | undefined;
}
export interface Header {
  /** Degrees: `north` is the latitude. */
  readonly degrees: boolean;
  /** How the names of these columns say that angles are written. */
  readonly angle: 'dms' | 'decimal' | null;
  readonly groups: readonly Group[];
  /** Columns that are neither coordinates nor numbering, by their name as it stands. */
  readonly fields: readonly { readonly column: number; readonly name: string }[];
}

/**
 * The header that `row` is, or null. Merged heads fill their gaps from the row `above`: 坐标 over X and Y, 点号 beside.
 */
export function headerAt(row: GridRow, above: GridRow | undefined): Header | null {
  const labels = headingsOf(row, above);
  const roles = labels.map(roleOf);
  const find = (role: Role) =>
    roles.flatMap((found, column) => (found === role && cellAt(row, column) !== '' ? [column] : []));
  const degrees = find('lat').length > 0 && find('lon').length > 0;
  const [norths, easts] = degrees ? [find('lat'), find('lon')] : [find('north'), find('east')];
  if (norths.length === 0 || norths.length !== easts.length) return null;
  const lefts = norths.map((north, g) => Math.min(north, easts[g]));
  const groups = norths.map((north, g): Group => {
    const from = g === 0 ? 0 : Math.max(norths[g - 1], easts[g - 1]) + 1;
    const to = g + 1 < lefts.length ? lefts[g + 1] : labels.length;
    const within = (role: Role) => {
      const column = roles.findIndex((found, c) => found === role && c >= from && c < to);
      return column < 0 ? undefined : column;
    };
    const shared = roles.indexOf('ring');
    const ring = within('ring') ?? (shared < 0 ? undefined : shared);
    return { north, east: easts[g], point: within('point'), ring, order: within('order') };
  });
  const fields = labels.flatMap((name, column) =>
    roles[column] === null && name !== '' && !/^坐标$/.test(plain(name)) ? [{ column, name: name.trim() }] : [],
  );
  const named = [...norths, ...easts].map((column) => angleUnitOf(labels[column]));
  return { degrees, angle: named.find((said) => said !== null) ?? null, groups, fields };
}

/** Titles and remarks stand above a header, no more than this many rows. */
const deepest = 20;

/** The first header of boundary points in the table, with its place; null for a table of attributes. */
export function firstHeader({ rows }: Grid): { readonly header: Header; readonly at: number } | null {
  for (let at = 0; at < Math.min(deepest, rows.length); at++) {
    const header = headerAt(rows[at], rows[at - 1]);
    if (header) return { header, at };
  }
  return null;
}
