import { expect, it } from 'vitest';
import type { Ghost } from '../../../../desk/tools/index.ts';
import { measureOnMap } from '../../../../texts/ui/sketch-map.ts';
import { asJudged, tellsArea } from './judged-areas.ts';

const length = { kind: 'length', lengthM: 10 };
const ghost = (...areasM2: number[]) =>
  ({ measures: [length, ...areasM2.map((planeM2) => ({ kind: 'area', at: [0, 0], planeM2 }))] }) as unknown as Ghost;
const tried = (...areasM2: (number | null)[]) =>
  ({ effects: areasM2.map((areaAfterM2) => ({ areaAfterM2 })) }) as unknown as Parameters<typeof asJudged>[1];
const written = ({ measures }: Ghost) => measures.slice(1).map((one) => measureOnMap('zh', one, false).figure);

it('land that is drawn has the last digit of the inspector', () => {
  expect(written(ghost(72_428.62))).toEqual(['108.6429']);
  expect(written(asJudged(ghost(72_428.62), tried(72_428.55)))).toEqual(['108.6428']);
  expect(asJudged(ghost(72_428.62), tried(72_428.55)).measures[0]).toBe(length);
});

it('other ground keeps its figure: a hole is not what is left around it, and copies have their own each', () => {
  expect(written(asJudged(ghost(900), tried(72_428.55, null)))).toEqual(['1.3500']);
  expect(written(asJudged(ghost(900, 2000.01), tried(2000.2, 900.2)))).toEqual(['1.3503', '3.0003']);
  expect(asJudged(ghost(900), null).measures).toHaveLength(2);
});

it('sites are not told beside it', () => {
  expect([ghost(1), ghost()].map(tellsArea)).toEqual([true, false]);
});
