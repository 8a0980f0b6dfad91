import { facesOf, pictured, type Face, type ParallelView } from '../../../domain/geometry/aslant/prisms.ts';
import { pointInside } from '../../../domain/geometry/lines/point-inside.ts';
import type { PlaneParts, SheetLand } from '../../../domain/land/sheets/sheet-land.ts';
import { textWidth, type Drawing, type Mark, type Point } from '../drawing.ts';
import { INK, LINES, ownFill, QUIET } from '../map/look.ts';
import { drawingSize, type Paper } from '../paper.ts';

/** All that is said on it. */
export interface MassWords {
  readonly title: string;
  readonly about: string;
  readonly sample: string;
  readonly north: string;
  /** 示意，不作量测 */
  readonly unscaled: string;
  /** On the roof of a building: `4 层 · 18.6 m`, and what the law makes of its heights. */
  readonly roofOf: (building: Stood) => readonly string[];
}

type Building = SheetLand['buildings'][number];
/** A building of which it is known how it stands. */
type Stood = Building & { readonly mass: NonNullable<Building['mass']> };

const VIEW: ParallelView = { pitch: 52, bearing: -20 };
const TITLE_MM = 12;
const FOOT_MM = 8;
const ROOM_MM = 6;
/** mm of letters on roofs: smaller where a roof has no room for larger. */
const SIZES = [2.6, 2.2, 1.9] as const;
/** Two shades of walls in turn from storey to storey, and roofs: ink on paper, colours are the land's. */
const WALLS = ['#CFCBC2', '#BDB8AC'] as const;
const ROOF = '#F4F3EF';
const EDGE = { colour: '#5B5850', mm: 0.13 } as const;

const isStood = (building: Building): building is Stood =>
  building.mass !== undefined && building.mass.slabs.length > 0;
const open = (parts: PlaneParts) => parts.map((rings) => rings.map((ring) => ring.slice(0, -1)));

/** 体量示意图: the park seen from aslant, storeys told apart, far ones first, on the paper of these on which it is largest; none where nothing stands. */
export function massSheets(
  { parcels, buildings }: Pick<SheetLand, 'parcels' | 'buildings'>,
  papers: readonly [Paper, ...Paper[]],
  words: MassWords,
): Drawing[] {
  // prettier-ignore
  const stood = buildings.filter(isStood);
  if (stood.length === 0) return [];
  const land = parcels.map((parcel) => ({
    fill: ownFill(parcel),
    rings: open(parcel.parts).flatMap((rings) => rings.map((ring) => ring.map((at) => pictured(VIEW, at, 0)))),
  }));
  const faces = facesOf(VIEW, stood.map(({ parts, mass }) => ({ shape: open(parts), levelsM: mass.slabs.map(({ toM }) => toM) }))); // prettier-ignore
  const points = [...land.flatMap(({ rings }) => rings), ...faces.flatMap(({ rings }) => rings)].flat();
  const [first, ...others] = papers.map((paper) => fitted(points, drawingSize(paper)));
  const { width, height, onPaper } = others.reduce((best, own) => (own.mm > best.mm ? own : best), first);
  const placed = (rings: readonly (readonly Point[])[]) => rings.map((ring) => ring.map(onPaper));
  return [
    {
      title: words.title,
      about: words.about,
      width,
      height,
      marks: [
        ...land.map(({ fill, rings }): Mark => ({ is: 'area', rings: placed(rings), fill, line: LINES.border })),
        ...faces.flatMap((face) => faceMarks({ ...face, rings: placed(face.rings) }, stood)),
        ...roofMarks(stood, onPaper, words),
        ...aroundMarks(width, height, words),
      ],
    },
  ];
}

interface Fitted {
  readonly width: number;
  readonly height: number;
  /** Of paper for a metre of the picture. */
  readonly mm: number;
  readonly onPaper: (at: Point) => Point;
}

/** From metres of the picture to the paper. */
function fitted(points: readonly Point[], { width, height }: Pick<Fitted, 'width' | 'height'>): Fitted {
  const [west, east] = [Math.min(...points.map(([x]) => x)), Math.max(...points.map(([x]) => x))];
  const [top, bottom] = [Math.min(...points.map(([, y]) => y)), Math.max(...points.map(([, y]) => y))];
  const [w, h] = [width - 2 * ROOM_MM, height - TITLE_MM - FOOT_MM - 2 * ROOM_MM];
  const mm = Math.min(w / (east - west), h / (bottom - top));
  const [left, above] = [(width - (east - west) * mm) / 2, TITLE_MM + ROOM_MM + (h - (bottom - top) * mm) / 2];
  return { width, height, mm, onPaper: ([x, y]) => [left + (x - west) * mm, above + (y - top) * mm] };
}

function faceMarks({ prism, of, rings }: Face, stood: readonly Stood[]): Mark[] {
  if (of === 'roof') return [{ is: 'area', rings, fill: ROOF, line: EDGE }];
  const wall: Mark = { is: 'area', rings, fill: WALLS[of % 2], line: EDGE };
  return stood[prism].mass.slabs[of].isTwice ? [wall, { is: 'lines', lines: hatched(rings[0]), line: EDGE }] : [wall];
}

/** 计两层: a wall in slanting lines. */
function hatched([a, b, c, d]: readonly Point[]): Point[][] {
  const count = Math.max(2, Math.round(Math.hypot(b[0] - a[0], b[1] - a[1]) / 1.2));
  const along = (from: Point, to: Point, share: number): Point => [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]; // prettier-ignore
  return Array.from({ length: count }, (_, n) => [along(a, b, n / count), along(d, c, (n + 1) / count)]);
}

/** Nearest first: those that have no room are left out, their table tells them. */
function roofMarks(stood: readonly Stood[], onPaper: (at: Point) => Point, words: MassWords): Mark[] {
  const taken: (readonly [number, number, number, number])[] = [];
  const roofs = stood.flatMap((building) => {
    const on = ([x, y]: Point) => onPaper(pictured(VIEW, [x, y], building.mass.heightM));
    const rings = building.parts.flat().map((ring) => ring.map(([x, y]): Point => [x, y]));
    const inside = pointInside(rings);
    return inside ? [{ building, at: on(inside), room: roomAt(rings.map((ring) => ring.map(on)), on(inside)) }] : []; // prettier-ignore
  });
  return roofs
    .toSorted((a, b) => b.at[1] - a.at[1])
    .flatMap(({ building, at: [x, y], room }): Mark[] => {
      const said = saidOn(building, room, words);
      if (!said) return [];
      const { lines, mm } = said;
      const half = widestOf(lines, mm) / 2;
      const tall = (lines.length * 1.25 * mm) / 2;
      const meets = taken.some(([l, t, r, b]) => x - half < r && x + half > l && y - tall < b && y + tall > t);
      if (meets) return [];
      taken.push([x - half, y - tall, x + half, y + tall]);
      return lines.map((text, i) => ({ is: 'text', text, at: [x, y - tall + (i + 0.5) * 1.25 * mm], align: 'middle', mm, colour: INK, hasHalo: true })); // prettier-ignore
    });
}

const widestOf = (lines: readonly string[], mm: number): number =>
  Math.max(...lines.map((line) => textWidth(line, mm)));

/** All that is said of a building as large as its roof has room for, else its name alone. */
function saidOn(building: Stood, room: number, words: MassWords) {
  const lines = words.roofOf(building);
  const ways = [lines, [building.name ?? building.id]].flatMap((own) => SIZES.map((mm) => ({ lines: own, mm })));
  return ways.find((own) => widestOf(own.lines, own.mm) <= room);
}

/** How far a text round a point may reach to stay on the roof, mm: twice the way to the nearer edge on its left or right. */
function roomAt(rings: readonly (readonly Point[])[], [x, y]: Point): number {
  const crossings = rings.flatMap((ring) =>
    ring.flatMap(([ax, ay], n) => {
      const [bx, by] = ring[(n + 1) % ring.length];
      return ay > y === by > y ? [] : [Math.abs(ax + ((y - ay) / (by - ay)) * (bx - ax) - x)];
    }),
  );
  return 2 * Math.min(...crossings);
}

function aroundMarks(width: number, height: number, words: MassWords): Mark[] {
  const [from, to] = [pictured(VIEW, [0, 0], 0), pictured(VIEW, [0, 1], 0)];
  const far = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const [ux, uy] = [(to[0] - from[0]) / far, (to[1] - from[1]) / far];
  const foot: Point = [width - 12, TITLE_MM + 16];
  const tip: Point = [foot[0] + 10 * ux, foot[1] + 10 * uy];
  const barb = (side: 1 | -1): Point => [tip[0] - 3 * ux + side * 1.4 * uy, tip[1] - 3 * uy - side * 1.4 * ux];
  return [
    { is: 'text', text: words.title, at: [width / 2, 5], align: 'middle', mm: 5.2, colour: INK, isBold: true },
    ...(words.sample === '' ? [] : [{ is: 'text', text: words.sample, at: [0, 5], align: 'left', mm: 2.8, colour: QUIET } as const]), // prettier-ignore
    { is: 'lines', lines: [[foot, tip], [barb(1), tip, barb(-1)]], line: LINES.border }, // prettier-ignore
    { is: 'text', text: words.north, at: [tip[0] + 3 * ux, tip[1] + 3 * uy], align: 'middle', mm: 3.4, colour: INK },
    { is: 'text', text: words.unscaled, at: [width / 2, height - 3], align: 'middle', mm: 2.8, colour: QUIET },
  ];
}
