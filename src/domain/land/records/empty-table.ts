import { emptyLayer } from '../../geometry/columns/builder.ts';
import type { Table } from '../model.ts';
import { arrayRecords } from './array-records.ts';

export const emptyTable = <T>(): Table<T> => ({ records: arrayRecords<T>([]), layer: emptyLayer() });
