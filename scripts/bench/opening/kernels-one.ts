import { readFileSync } from 'node:fs';
import { layerAreas } from '../../../src/domain/geometry/measure/measures.ts';
import { nearPairs } from '../../../src/domain/geometry/near/near-pairs.ts';
import { holdersOf } from '../../../src/domain/geometry/overlay/holder.ts';
import { planeColumns } from '../../../src/domain/geometry/plane/plane-columns.ts';
import { zoneOfFeature } from '../../../src/domain/geometry/plane/project.ts';
import { invalidFeatures } from '../../../src/domain/geometry/valid/validity.ts';
import { readPackedColumns } from '../../../src/formats/packed/read.ts';
import { Watched } from './process.ts';

/* The kernels an opening rests on, each once and alone: `kernels-one.ts FILE.ytp`. */

const TOLERANCE_M = 0.5;

const [file] = process.argv.slice(2);
const watched = new Watched();
const read = readPackedColumns('bench.ytp', readFileSync(file));
if (!read.ok) throw new Error(read.refusal.code);
const { parcel, township } = read.value.tables;
watched.part('load');
const broken = new Set(invalidFeatures(parcel.layer));
watched.part('validity');
layerAreas(parcel.layer, broken);
watched.part('area');
const crs = zoneOfFeature(parcel.layer, parcel.layer.size >> 1);
const columns = planeColumns(parcel.layer, crs);
nearPairs(columns, TOLERANCE_M);
watched.part('near');
if (township.rows > 0) holdersOf(columns, planeColumns(township.layer, crs));
watched.part('township');
watched.print();
