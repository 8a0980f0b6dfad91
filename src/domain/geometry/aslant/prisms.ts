import type { Position } from '../columns/layer.ts';
import { farFirst, type Standing } from './far-first.ts';

/** A parallel view: `pitch` away from straight above, `bearing` what is up, clockwise from north; degrees. */
export interface ParallelView {
  readonly pitch: number;
  readonly bearing: number;
}

/** An upright prism: parts → rings (the shell first) → vertices, east and north in metres, rings open. */
export interface Prism {
  readonly shape: readonly (readonly (readonly Position[])[])[];
  /** Heights at which its walls are parted, ascending, the roof last, m. */
  readonly levelsM: readonly number[];
}

/** A side of it as it is seen: closed rings of the picture, metres, x to the right and y down. */
export interface Face {
  readonly prism: number;
  /** A roof, or of a wall the stretch below the level of this number. */
  readonly of: 'roof' | number;
  readonly rings: readonly (readonly Position[])[];
}

const RADIANS = Math.PI / 180;

/** Across and away from who looks. */
function turned({ bearing }: ParallelView, [east, north]: Position): Position {
  const [sin, cos] = [Math.sin(bearing * RADIANS), Math.cos(bearing * RADIANS)];
  return [east * cos - north * sin, east * sin + north * cos];
}

/** Where a place so high above the ground is in the picture. */
export function pictured(view: ParallelView, at: Position, upM: number): Position {
  return raised(view, turned(view, at), upM);
}

const raised = ({ pitch }: ParallelView, [u, v]: Position, upM: number): Position => [
  u,
  -(v * Math.cos(pitch * RADIANS) + upM * Math.sin(pitch * RADIANS)),
];

const signed = (ring: readonly Position[]): number =>
  ring.reduce((sum, [x, y], i) => {
    const [nx, ny] = ring[(i + 1) % ring.length];
    return sum + x * ny - nx * y;
  }, 0);

/** Shells counterclockwise, holes clockwise: what is inside lies to the left of each edge. */
const wound = (ring: readonly Position[], isHole: boolean): readonly Position[] =>
  signed(ring) > 0 === isHole ? [...ring].reverse() : ring;

const edgesOf = (ring: readonly Position[]): [Position, Position][] =>
  ring.map((at, i) => [at, ring[(i + 1) % ring.length]]);

/** All sides that are seen of prisms that stand beside each other, far ones first: drawn one over the other they are right. */
export function facesOf(view: ParallelView, prisms: readonly Prism[]): Face[] {
  const parts = prisms.flatMap(({ shape, levelsM }, prism) =>
    shape.map((rings) => ({
      prism,
      levelsM,
      rings: rings.map((ring, r) => wound(ring.map((at) => turned(view, at)), r > 0)), // prettier-ignore
    })),
  );
  const order = farFirst(parts.map(({ rings }): Standing => ({ edges: rings.flatMap(edgesOf) })));
  return order.flatMap((place) => {
    const { prism, levelsM, rings } = parts[place];
    const top = levelsM.at(-1) ?? 0;
    const walls = rings.flatMap(edgesOf).filter(([a, b]) => b[0] > a[0]);
    const walled = farFirst(walls.map((edge) => ({ edges: [edge] }))).flatMap(
      (wall) =>
      levelsM.map((toM, level): Face => ({ prism, of: level, rings: [wallOf(view, walls[wall], level === 0 ? 0 : levelsM[level - 1], toM)] })), // prettier-ignore
    );
    return [...walled, { prism, of: 'roof' as const, rings: rings.map((ring) => ring.map((at) => raised(view, at, top))) }]; // prettier-ignore
  });
}

const wallOf = (view: ParallelView, [a, b]: readonly [Position, Position], fromM: number, toM: number): Position[] => [
  raised(view, a, fromM),
  raised(view, b, fromM),
  raised(view, b, toM),
  raised(view, a, toM),
];
