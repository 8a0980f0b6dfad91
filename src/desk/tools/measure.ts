import type { Position } from '../../domain/geometry/columns/layer.ts';
import { areasOf } from '../../domain/geometry/measure/measures.ts';
import { pointInside } from '../../domain/geometry/lines/point-inside.ts';
import { surveyedLayer } from '../../domain/geometry/plane/project.ts';
import type { DrawGiven, Ghost, Measure, Scene, Tool } from './contract.ts';
import { draw } from './draw.ts';
import { drawBegun, withHand, type DrawState } from './draw-state.ts';
import { shapeFaults } from './faults.ts';
import { angleMeasure, lengthMeasures } from './measures.ts';
import { pathLength } from './placing.ts';
import { isSame } from './vectors.ts';

const PATH: DrawGiven = { outline: 'polygon', as: 'line', of: null };

/** 量: lengths, azimuths and angles along a path, and the area on both bases where it encloses one. Nothing is changed. */
export const measure: Tool<DrawState> = {
  begin: () => drawBegun(PATH),
  step(state, event, scene) {
    const { state: next, result } = draw.step(state, event, scene);
    if (result?.what !== 'line') return { state: next };
    return { state: next, result: { what: 'measured', measures: measuresOf(result.points, Infinity, scene) } };
  },
  ghost(state, scene): Ghost {
    const path = withHand(state).filter((p, i, all) => i === 0 || !isSame(p, all[i - 1]));
    const measures = measuresOf(path, state.points.length - 1, scene);
    return { ...draw.ghost(state, scene), measures, faults: state.fault ? [state.fault] : [] };
  },
};

function measuresOf(path: readonly Position[], handFrom: number, scene: Scene): Measure[] {
  const angles = path.slice(1, -1).map((at, i) => angleMeasure(path[i], at, path[i + 2], i >= handFrom - 1));
  const total: Measure[] =
    path.length > 2 ? [{ kind: 'total', at: path[path.length - 1], lengthM: pathLength(path) }] : [];
  return [...lengthMeasures(path, handFrom), ...angles, ...total, ...areaOf(path, scene)];
}

/** Of the path closed, whether or not its last point is its first again. */
function areaOf(path: readonly Position[], { crs }: Scene): Measure[] {
  const ring = path.length > 1 && isSame(path[0], path[path.length - 1]) ? path.slice(0, -1) : path;
  if (ring.length < 3 || shapeFaults([[ring]], crs).length > 0) return [];
  const closed = [...ring, ring[0]];
  const { planeM2, ellipsoidM2 } = areasOf(surveyedLayer([[[closed]]], crs), 0);
  return [{ kind: 'area', at: pointInside([closed]) ?? ring[0], planeM2, ellipsoidM2 }];
}
