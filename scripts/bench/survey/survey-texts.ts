import { writeFileSync } from 'node:fs';

/* Files of surveys as text, each about `count` plots side by side in EPSG:4526. */

const [EAST, NORTH, SIDE] = [38_456_000, 3_845_000, 50];
const at = (column: number, row: number): string => `${EAST + SIDE * column},${NORTH + SIDE * row}`;

/** A VCT 3.0 whose polygons share their lines, each line with a point in between; the number of polygons. */
export function writeVct(file: string, count: number): number {
  const n = Math.floor(Math.sqrt(count));
  const across = (row: number, column: number) => 1 + row * n + column;
  const up = (row: number, column: number) => 1 + (n + 1) * n + row * (n + 1) + column;
  const lines = [
    ...[
      'HeadBegin',
      'Datamark:LANDUSE-VCT',
      'Version:3.0',
      'CoordinateSystemType:P',
      'XAxisDirection:E',
      'Separator:,',
    ],
    'Spheroid:CGCS2000,6378137.0,298.257222101',
    ...['Parameters:114,1,38500000,0,3,38', 'HeadEnd', 'FeatureCodeBegin', '2001010100,地类图斑,Polygon,DLTB'],
    ...['FeatureCodeEnd', 'TableStructureBegin', 'DLTB,3', 'BSM,Char,18', 'DLBM,Char,5', 'TBMJ,Float,15,2', '0'],
    ...['TableStructureEnd', 'LineBegin'],
  ];
  const line = (id: number, from: string, between: string, to: string) =>
    lines.push(`${id}`, '1099000000', 'unknown', '1', '1', '11', '3', from, between, to, '0');
  for (let row = 0; row <= n; row++)
    for (let c = 0; c < n; c++) line(across(row, c), at(c, row), at(c + 0.5, row), at(c + 1, row));
  for (let row = 0; row < n; row++)
    for (let c = 0; c <= n; c++) line(up(row, c), at(c, row), at(c, row + 0.5), at(c, row + 1));
  lines.push('LineEnd', 'PolygonBegin');
  const rows: string[] = [];
  for (let row = 0; row < n; row++)
    for (let c = 0; c < n; c++) {
      const id = row * n + c + 1;
      const ring = [across(row, c), up(row, c + 1), -across(row + 1, c), -up(row, c)];
      lines.push(`${id}`, '2001010100', 'unknown', '100', at(c + 0.5, row + 0.5), '21', '4', ring.join(','), '0');
      rows.push(`${id},4101050000${String(id).padStart(8, '0')},0601,${SIDE * SIDE}.00`);
    }
  lines.push('PolygonEnd', 'AttributeBegin', 'DLTB', ...rows, 'TableEnd', 'AttributeEnd', '');
  writeFileSync(file, lines.join('\n'));
  return n * n;
}

/** A MIF of regions, and the .mid of their rows. */
export function writeMif(mif: string, mid: string, count: number): void {
  const n = Math.ceil(Math.sqrt(count));
  const head = 'Version 300\nCharset "Neutral"\nDelimiter ","\nCoordSys Earth Projection 8, 104, "m", 114, 0, 1, 38500000, 0\nColumns 3\n  BSM Char(18)\n  DLBM Char(5)\n  TBMJ Float\nData\n\n'; // prettier-ignore
  const point = (column: number, row: number) => at(column, row).replace(',', ' ');
  const regions = Array.from({ length: count }, (_, i) => {
    const [c, r] = [i % n, Math.floor(i / n)];
    return `Region 1\n  5\n${[point(c, r), point(c + 0.9, r), point(c + 0.9, r + 0.9), point(c, r + 0.9), point(c, r)].join('\n')}\n`; // prettier-ignore
  });
  writeFileSync(mif, head + regions.join(''));
  const rows = Array.from({ length: count }, (_, i) => `"4101050000${String(i).padStart(8, '0')}","0601",2025`);
  writeFileSync(mid, `${rows.join('\n')}\n`);
}

/** A drawing whose plots are four single lines each, as CASS draws boundary lines 界址线. */
export function writeLines(file: string, plots: number): void {
  const n = Math.ceil(Math.sqrt(plots));
  const line = (from: string, to: string) => {
    const [[x1, y1], [x2, y2]] = [from.split(','), to.split(',')];
    return `0\nLINE\n8\nJZD\n10\n${x1}\n20\n${y1}\n11\n${x2}\n21\n${y2}\n`;
  };
  const all = Array.from({ length: plots }, (_, i) => {
    const [c, r] = [i % n, Math.floor(i / n)];
    const corners = [at(c, r), at(c + 0.8, r), at(c + 0.8, r + 0.8), at(c, r + 0.8)];
    return corners.map((corner, k) => line(corner, corners[(k + 1) % 4])).join('');
  });
  writeFileSync(file, `0\nSECTION\n2\nENTITIES\n${all.join('')}0\nENDSEC\n0\nEOF\n`);
}
