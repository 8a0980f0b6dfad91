import { cellAt, type GridRow } from './grid.ts';

const isFigure = (cell: string): boolean => /^[+-]?[\d.,，]+$/.test(cell.trim());

/** A title, a row of facts (`宗地号：…`) or of figures is no heading of columns. */
const isHeading = ({ cells }: GridRow): boolean => {
  const filled = cells.filter((cell) => cell.trim() !== '');
  return filled.length >= 2 && !filled.some((cell) => /[:：]/.test(cell) || isFigure(cell));
};

const units = /^[(（]?(公顷|hm²|hm2|ha|亩|平方米|㎡|m²|m2|万元|元|米|m)[)）]?$/i;
/** Says nothing alone: 编号 under 界址点 is not the number of the parcel. */
const general = /^(编号|名称|代码|号|类型|面积|日期|时间|数量|备注|金额|单位)$/;

/**
 * The names of columns in a heading of two rows: what stands over several columns goes on until the next name, and is
 * joined to what stands below it where that alone says too little (面积 over 公顷 and 亩: 面积(公顷), 面积(亩)).
 */
export function headingsOf(row: GridRow, above: GridRow | undefined): readonly string[] {
  const two = above !== undefined && isSecondLine(row, above);
  const width = Math.max(row.cells.length, above?.cells.length ?? 0);
  let over = '';
  return Array.from({ length: width }, (_, c) => {
    const own = cellAt(row, c);
    const upper = above ? cellAt(above, c) : '';
    if (upper !== '') over = upper;
    if (own === '') {
      over = '';
      return upper;
    }
    return two && over !== '' ? joined(over, own) : own;
  });
}

function joined(upper: string, own: string): string {
  if (units.test(own)) return `${upper}(${own.replace(/^[(（]|[)）]$/g, '')})`;
  return general.test(own) && !upper.includes(own) ? upper + own : own;
}

/**
 * Whether a row is the second line of a heading: it holds names only, and some columns have theirs in the line above
 * (cells merged downwards), so that this one alone does not name them all.
 */
export function isSecondLine(row: GridRow, above: GridRow): boolean {
  const filled = row.cells.filter((cell) => cell.trim() !== '');
  if (filled.length === 0 || filled.some(isFigure) || !isHeading(above)) return false;
  return above.cells.some((cell, c) => cell.trim() !== '' && cellAt(row, c) === '');
}

/** A row that sums up others: 合计, 小计, 总计, with nothing more than a count behind the word. */
export function isTotal({ cells }: GridRow): boolean {
  const first = cells.map((cell) => cell.replace(/\s/g, '')).find((cell) => cell !== '');
  return first !== undefined && /^(本页|本表|全部)?(合计|小计|总计|共计|累计)([:：(（].*)?$/.test(first);
}
