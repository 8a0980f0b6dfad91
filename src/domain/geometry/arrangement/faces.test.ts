import fc from 'fast-check';
import { expect, it } from 'vitest';
import { enclosedFaces } from './faces.ts';
import { CUT, nodeStrokes, type Stroke } from './noding.ts';

const areasOf = (strokes: readonly Stroke[]): number[] =>
  enclosedFaces(nodeStrokes(strokes, { border: 0, cut: 0 })!)
    .map(({ areaM2 }) => areaM2)
    .sort((a, b) => a - b);

/** Thirty lines across each other, and a ring with another in it and a tail. */
const lines = [
  '64.713 99.31 82.192 28.46; 38.579 66.865 2.256 46.17; 16.805 11.71 5.895 76.823; 12.934 24.761 39.095 87.142',
  '8.058 44.919 54.944 88.338; 81.928 86.398 27.842 41.53; 35.877 88.419 95.773 15.092; 17.622 23.196 23.334 48.496',
  '58.912 26.275 0.409 41.895; 36.925 56.634 95.31 69.049; 51.549 61.759 67.62 5.399; 89.953 77.997 87.451 79.787',
  '39.238 39.898 10.354 63.429; 6.225 6.735 20.876 16.23; 34.005 5.258 0.023 15.126; 10.146 36.361 2.55 87.433',
  '61.407 14.855 25.226 34.739; 36.416 12.284 84.894 99.31; 46.599 48.383 8.588 10.219; 34.264 26.476 82.886 16.144',
  '2.31 95.099 52.826 14.66; 54.317 2.704 52.811 97.85; 86.333 69.62 26.112 36.67; 16.704 77.194 53.259 77.905',
  '32.966 22.304 81.151 98.493; 85.263 80.608 81.833 73.987; 22.674 51.764 35.556 2.898; 2.794 27.942 25.917 69.252',
  '95.652 44.723 93.702 98.804; 95.5 36.464 22.046 22.685; 200 0 240 0; 240 0 240 40',
  '240 40 200 40; 200 40 200 0; 210 10 220 10; 220 10 220 20',
  '220 20 210 20; 210 20 210 10; 240 40 260 60',
];
/** The areas of what GEOS 3.11 makes of them: `Union` one by one, then `Polygonize`. */
const byGeos = [
  0.003477, 0.088944, 0.091759, 0.110155, 0.132859, 0.180123, 0.261602, 0.334984, 0.691641, 0.738455, 0.938625, 1.1769,
  1.221418, 1.255779, 1.694165, 1.742224, 2.114336, 2.220365, 2.545304, 3.204421, 3.238522, 3.427281, 3.637532,
  3.682866, 4.018913, 4.33211, 4.654432, 4.750645, 4.843082, 4.918136, 5.784558, 5.906365, 6.008913, 6.09285, 6.659991,
  7.157083, 8.31978, 8.655341, 9.064438, 10.864811, 11.248257, 11.295044, 11.716639, 12.041608, 13.979118, 14.359423,
  14.565646, 14.711348, 15.296242, 16.908564, 17.128491, 18.156613, 21.013198, 21.253886, 23.832366, 26.925437,
  31.036222, 31.64448, 33.47937, 36.676522, 36.715006, 36.770694, 39.0997, 40.084518, 41.318272, 45.853017, 46.0895,
  46.325566, 51.861187, 58.091755, 59.667432, 61.61855, 63.883381, 72.35168, 76.104801, 89.721716, 100.0, 131.870742,
  132.788613, 146.780389, 156.804725, 195.826296, 342.587777, 460.243733, 1500.0,
];

it('encloses the ground that GEOS finds enclosed, to its sixth decimal', () => {
  const strokes = lines
    .flatMap((text) => text.split('; '))
    .map((text) => text.split(' ').map(Number))
    .map(([a, b, c, d]): Stroke => ({ a: [a, b], b: [c, d], owner: CUT }));
  const areas = areasOf(strokes);
  expect(areas).toHaveLength(byGeos.length);
  areas.forEach((area, i) => expect(area).toBeCloseTo(byGeos[i], 5));
});

it('on squared paper encloses what water poured in from outside does not reach, wall by wall', () => {
  const side = 5;
  const wall = fc.record({ x: fc.nat(side - 1), y: fc.nat(side), upright: fc.boolean(), length: fc.integer({ min: 1, max: 3 }) }); // prettier-ignore
  fc.assert(
    fc.property(fc.array(wall, { minLength: 4, maxLength: 26 }), (walls) => {
      const strokes = walls.map(({ x, y, upright, length }): Stroke => upright ? { a: [y, x], b: [y, x + length], owner: CUT } : { a: [x, y], b: [x + length, y], owner: CUT }); // prettier-ignore
      const isWall = new Set(walls.flatMap(({ x, y, upright, length }) => Array.from({ length }, (_, i) => `${upright} ${x + i} ${y}`))); // prettier-ignore
      expect(areasOf(strokes)).toEqual(flooded(side + 3, isWall));
    }),
    { numRuns: 150 },
  );
});

/** Sizes of the rooms between walls, by spreading from square to square; what reaches the rim is outside. */
function flooded(side: number, isWall: ReadonlySet<string>): number[] {
  const seen = new Set<string>();
  const rooms: number[] = [];
  for (let x = -1; x < side; x++)
    for (let y = -1; y < side; y++) {
      const queue: [number, number][] = seen.has(`${x} ${y}`) ? [] : [[x, y]];
      let [size, isOutside] = [0, false];
      for (let next = queue.pop(); next; next = queue.pop()) {
        const [i, j] = next;
        if (i < -1 || j < -1 || i >= side || j >= side) isOutside = true;
        if (i < -1 || j < -1 || i >= side || j >= side || seen.has(`${i} ${j}`)) continue;
        seen.add(`${i} ${j}`);
        size++;
        if (!isWall.has(`true ${j} ${i}`)) queue.push([i - 1, j]);
        if (!isWall.has(`true ${j} ${i + 1}`)) queue.push([i + 1, j]);
        if (!isWall.has(`false ${i} ${j}`)) queue.push([i, j - 1]);
        if (!isWall.has(`false ${i} ${j + 1}`)) queue.push([i, j + 1]);
      }
      if (size > 0 && !isOutside) rooms.push(size);
    }
  return rooms.sort((a, b) => a - b);
}
