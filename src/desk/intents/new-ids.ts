import type { TableName } from '../../domain/land/change.ts';
import type { Land } from '../../domain/land/land.ts';

/** Ids no record of a table has, one after the other: `start`1, `start`2 …, from where they begin to be free. */
export function newIds(land: Land, table: TableName, start: string): () => string {
  const isTaken = (number: number) => land.table(table).called(`${start}${number}`) !== undefined;
  let number: number | undefined;
  return () => {
    number = number === undefined ? firstFree(isTaken) : number + 1;
    while (isTaken(number)) number++;
    return `${start}${number}`;
  };
}

/** A number that is free after one that is taken, or 1: looked for by halves, as numbers are given out in turn. */
function firstFree(isTaken: (number: number) => boolean): number {
  let free = 1;
  while (isTaken(free)) free *= 2;
  let taken = free >> 1;
  while (free - taken > 1) {
    const middle = (free + taken) >> 1;
    if (isTaken(middle)) taken = middle;
    else free = middle;
  }
  return free;
}
