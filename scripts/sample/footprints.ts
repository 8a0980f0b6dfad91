import { inset } from './cut.ts';
import { add, area, boxOf, contains, dot, left, scale } from './polygon.ts';
import type { Pt, Ring } from './polygon.ts';

/** Rows of equal rectangles on a parcel, m. */
export interface Pattern {
  /** Distance kept from the border. */
  readonly setback: number;
  /** Size along and across the rows. */
  readonly along: number;
  readonly deep: number;
  readonly gapAlong: number;
  readonly gapDeep: number;
  /** Rows run as near east–west as the parcel allows, for the sun. */
  readonly sunny?: boolean;
  readonly most: number;
}

const fit = (room: number, size: number, gap: number): { n: number; size: number } => {
  const n = Math.max(1, Math.floor((room + gap) / (size + gap)));
  return { n, size: Math.min((room - (n - 1) * gap) / n, size * 1.3) };
};

/** Footprints set back from the border and square to the parcel; each lies wholly inside. */
export const footprints = (ring: Ring, pattern: Pattern): Ring[] => {
  const room = inset(
    ring,
    ring.map(() => pattern.setback),
  );
  if (!room || area(room) < 150) return [];
  const box = boxOf(room);
  const turn = pattern.sunny === true && Math.abs(box.axis[0]) < Math.abs(box.axis[1]);
  const axis = turn ? left(box.axis) : box.axis;
  const [w, h] = turn ? [box.short, box.long] : [box.long, box.short];
  // A parcel is no rectangle: a slightly smaller frame may hold more.
  const tries = [1, 0.94, 0.87, 0.78].map((k) =>
    rowsIn(room, { centre: box.centre, axis, w: w * k, h: h * k }, pattern),
  );
  const cover = (rings: readonly Ring[]): number => rings.reduce((sum, r) => sum + area(r), 0);
  const out = tries.reduce((best, t) => (cover(t) > cover(best) * 1.02 ? t : best));
  return out.length > pattern.most ? footprints(ring, wider(pattern)) : out;
};

/** The same on a larger scale, for parcels too large for so many buildings. */
const wider = (p: Pattern): Pattern => ({
  ...p,
  along: p.along * 1.18,
  deep: p.deep * 1.06,
  gapAlong: p.gapAlong * 1.12,
  gapDeep: p.gapDeep * 1.16,
});

interface Frame {
  readonly centre: Pt;
  readonly axis: Pt;
  readonly w: number;
  readonly h: number;
}

const rowsIn = (room: Ring, { centre, axis, w, h }: Frame, pattern: Pattern): Ring[] => {
  const across = left(axis);
  const cols = fit(w, pattern.along, pattern.gapAlong);
  const rows = fit(h, pattern.deep, pattern.gapDeep);
  if (cols.size < 9 || rows.size < 7) return [];
  const depth = Math.min(rows.size, pattern.deep * 1.15);
  const stepX = cols.n > 1 ? (w - cols.size) / (cols.n - 1) : 0;
  const stepY = rows.n > 1 ? (h - depth) / (rows.n - 1) : 0;
  const out: Ring[] = [];
  for (let j = 0; j < rows.n; j += 1)
    for (let i = 0; i < cols.n; i += 1) {
      const x = cols.n > 1 ? -w / 2 + cols.size / 2 + i * stepX : 0;
      const y = rows.n > 1 ? -h / 2 + depth / 2 + j * stepY : 0;
      const corner = (a: number, b: number): Pt =>
        add(centre, add(scale(axis, x + (a * cols.size) / 2), scale(across, y + (b * depth) / 2)));
      const rect: Ring = [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)];
      if (rect.every((p) => contains(room, p) || touches(room, p))) out.push(rect);
    }
  return out;
};

const touches = (ring: Ring, p: Pt): boolean =>
  ring.every((a, i) => {
    const b = ring[(i + 1) % ring.length];
    const n = left([b[0] - a[0], b[1] - a[1]]);
    return dot([p[0] - a[0], p[1] - a[1]], n) > -0.5 * Math.sqrt(dot(n, n));
  });
