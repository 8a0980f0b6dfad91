import { worst } from '../../../policy/outcomes.ts';
import type { Outcome } from '../../../policy/shape/outcome.ts';
import type { Point } from './view.ts';

export interface Mark extends Point {
  /** Row of the park. */
  readonly row: number;
  readonly outcome: Outcome;
}

/** Marks that would lie on each other: one of them is drawn, with how many they are, the worst of their verdicts, and how many have it. */
export interface Pile extends Point {
  readonly rows: readonly number[];
  readonly worst: Outcome;
  readonly ofWorst: number;
}

/** Marks nearer than this to the first of a pile are of it, px: so wide are a sign and the numbers beside it. */
export const PILE_PX = 56;

/**
 * Every mark is in exactly one pile. `first` is never hidden in another's: what is chosen is seen. Marks in the order of
 * the list make the same piles wherever the picture is moved to.
 */
export function pilesOf(marks: readonly Mark[], first: number | null = null): Pile[] {
  const chosen = marks.find(({ row }) => row === first);
  const order = chosen ? [chosen, ...marks.filter((mark) => mark !== chosen)] : marks;
  const piles: { at: Mark; marks: Mark[] }[] = [];
  const cells = new Map<string, (typeof piles)[number][]>();
  const cellOf = (v: number) => Math.floor(v / PILE_PX);
  const near = ({ x, y }: Mark) =>
    [-1, 0, 1].flatMap((dx) => [-1, 0, 1].flatMap((dy) => cells.get(`${cellOf(x) + dx} ${cellOf(y) + dy}`) ?? []));
  for (const mark of order) {
    const pile = near(mark).find(({ at }) => Math.hypot(at.x - mark.x, at.y - mark.y) < PILE_PX);
    if (pile) {
      pile.marks.push(mark);
      continue;
    }
    const made = { at: mark, marks: [mark] };
    piles.push(made);
    const cell = `${cellOf(mark.x)} ${cellOf(mark.y)}`;
    cells.set(cell, [...(cells.get(cell) ?? []), made]);
  }
  return piles.map(({ at, marks: own }) => {
    const isWorst = worst(own.map(({ outcome }) => outcome));
    const ofWorst = own.filter(({ outcome }) => outcome === isWorst).length;
    return { x: at.x, y: at.y, rows: own.map(({ row }) => row), worst: isWorst, ofWorst };
  });
}
