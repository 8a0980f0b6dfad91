import type { TableName } from '../../domain/land/change.ts';
import type { Land } from '../../domain/land/land.ts';

/** Ids no record of a table has, one after the other: `start`1, `start`2 …, the end of each `end`. */
export function newIds(land: Land, table: TableName, start: string, end = ''): () => string {
  let number = 0;
  return () => {
    let id: string;
    do id = `${start}${++number}${end}`;
    while (land.table(table).called(id) !== undefined);
    return id;
  };
}
