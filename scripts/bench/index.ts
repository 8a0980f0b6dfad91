import { adjacency } from './adjacency.ts';
import { area } from './area.ts';
import { assembling } from './assemble.ts';
import type { Benchmark } from './contract.ts';
import { desk } from './desk/desk.ts';
import { edit } from './edit.ts';
import { holder } from './holder.ts';
import { laying } from './layout/layout.ts';
import { load } from './load.ts';
import { massView } from './mass/mass.ts';
import { messages } from './messages.ts';
import { opening } from './opening/opening.ts';
import { overlay } from './overlay.ts';
import { planning } from './plan/planning.ts';
import { policy } from './policy.ts';
import { projection } from './projection.ts';
import { publicMap } from './public/public.ts';
import { sketch } from './sketch/sketch.ts';
import { screening } from './screen.ts';
import { survey } from './survey/survey.ts';
import { tiles } from './tiles.ts';
import { validity } from './validity.ts';

/** Every benchmark, in the order they run and are written down. */
export const benchmarks: readonly Benchmark[] = [
  area,
  projection,
  adjacency,
  holder,
  overlay,
  validity,
  load,
  tiles,
  opening,
  survey,
  edit,
  assembling,
  sketch,
  messages,
  policy,
  screening,
  desk,
  massView,
  planning,
  laying,
  publicMap,
];
