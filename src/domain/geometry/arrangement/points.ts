import type { Position } from '../columns/layer.ts';

/**
 * Points by number. Given points stay apart unless they are the same to the last bit; a point that was computed (a
 * crossing) becomes the nearest one within `reach` metres, so that three lines through one place meet in one number.
 */
export class PointSet {
  readonly at: Position[] = [];
  readonly #reach: number;
  readonly #cells = new Map<string, number[]>();

  constructor(reach: number) {
    this.#reach = reach;
  }

  given(x: number, y: number): number {
    const cell = this.#cell(Math.floor(x / this.#reach), Math.floor(y / this.#reach));
    return cell.find((i) => this.at[i][0] === x && this.at[i][1] === y) ?? this.#add(x, y, cell);
  }

  computed(x: number, y: number): number {
    const [column, row] = [Math.floor(x / this.#reach), Math.floor(y / this.#reach)];
    let best = -1;
    let nearest = this.#reach;
    for (let dx = -1; dx <= 1; dx++)
      for (let dy = -1; dy <= 1; dy++)
        for (const i of this.#cells.get(`${column + dx} ${row + dy}`) ?? []) {
          const distance = Math.hypot(this.at[i][0] - x, this.at[i][1] - y);
          if (distance > nearest || (distance === nearest && best >= 0)) continue;
          nearest = distance;
          best = i;
        }
    return best >= 0 ? best : this.#add(x, y, this.#cell(column, row));
  }

  #cell(column: number, row: number): number[] {
    const key = `${column} ${row}`;
    const cell = this.#cells.get(key) ?? [];
    this.#cells.set(key, cell);
    return cell;
  }

  #add(x: number, y: number, cell: number[]): number {
    cell.push(this.at.push([x, y]) - 1);
    return this.at.length - 1;
  }
}
