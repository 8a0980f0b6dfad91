/** Drawings for tests, hand-made after the DXF reference. */
export type Vertex = readonly [x: number, y: number, bulge?: number];
/** Where they lie, in EPSG:4526. */
export const [E, N] = [38467900, 3846900];
/** Every pair a group code and its value. */
export const pairs = (...groups: (string | number)[]) => groups.join('\n');
export const light = (
  vertices: readonly Vertex[],
  { layer = '0', closed = 1, more = [] as (string | number)[] } = {},
) =>
  pairs(
    0,
    'LWPOLYLINE',
    8,
    layer,
    90,
    vertices.length,
    70,
    closed,
    ...more,
    ...vertices.flatMap(([x, y, bulge = 0]) => (bulge === 0 ? [10, x, 20, y] : [10, x, 20, y, 42, bulge])),
  );
export const box = (x: number, y: number, w: number, h = w): Vertex[] => [
  [x, y],
  [x + w, y],
  [x + w, y + h],
  [x, y + h],
];
export const at = (vertices: readonly Vertex[]): Vertex[] => vertices.map(([x, y, b]) => [E + x, N + y, b ?? 0]);
export const insert = (block: string, ...groups: (string | number)[]) =>
  pairs(0, 'INSERT', 8, '地块', 2, block, ...groups);
export const text = (x: number, y: number, value: string) =>
  pairs(0, 'TEXT', 8, 'T', 10, E + x, 20, N + y, 40, 2, 1, value);
export const drawing = (
  entities: readonly string[],
  blocks: Readonly<Record<string, readonly string[]>> = {},
  page = 'ANSI_936',
  layers: readonly (readonly (string | number)[])[] = [],
) =>
  [
    pairs(
      0,
      'SECTION',
      2,
      'HEADER',
      9,
      '$ACADVER',
      1,
      'AC1015',
      9,
      '$DWGCODEPAGE',
      3,
      page,
      9,
      '$INSUNITS',
      70,
      4,
      0,
      'ENDSEC',
    ),
    pairs(0, 'SECTION', 2, 'TABLES', 0, 'TABLE', 2, 'LAYER'),
    ...layers.map((own) => pairs(0, 'LAYER', ...own)),
    pairs(0, 'ENDTAB', 0, 'ENDSEC', 0, 'SECTION', 2, 'BLOCKS'),
    ...Object.entries(blocks).flatMap(([name, inside]) => [
      pairs(0, 'BLOCK', 8, '0', 2, name, 10, 0, 20, 0),
      ...inside,
      pairs(0, 'ENDBLK'),
    ]),
    pairs(0, 'ENDSEC', 0, 'SECTION', 2, 'ENTITIES'),
    ...entities,
    pairs(0, 'ENDSEC', 0, 'EOF', ''),
  ].join('\n');
