import type { Highs, HighsCallbackMap, Model } from 'highs';
import type { IntegerSettings, SolvedWhole } from '../shape/solver.ts';
import { simplex, wholeTolerance } from './highs-options.ts';

/** Seconds: the solver takes no infinite ones. */
const never = 1e20;

/** Solves with whole numbers where `whole` is marked, and leaves the model as it was. */
export function solvedWhole(highs: Highs, model: Model, whole: Uint8Array, settings: IntegerSettings): SolvedWhole {
  const { integer, continuous } = highs.constants.variableType;
  const basis = model.getModelStatus() === highs.constants.modelStatus.optimal ? model.getBasis() : null;
  if (whole.length > 0)
    model.changeColsIntegrality(
      { kind: 'range', from: 0, to: whole.length - 1 },
      Int32Array.from(whole, (w) => (w ? integer : continuous)),
    );
  model.options.set({
    ...wholeTolerance,
    simplex_strategy: simplex.dual,
    mip_rel_gap: settings.gap,
    mip_abs_gap: Math.min(1e-6, settings.gap),
    time_limit: Math.min(settings.seconds, never),
    mip_max_nodes: Math.min(settings.nodes ?? Infinity, 0x7fffffff),
    random_seed: settings.seed & 0x7fffffff,
  });
  // The limit counts all that was run on the model before.
  model.zeroAllClocks();
  // Of no columns there is nothing to begin with: the solver refuses that.
  if (settings.start?.length) model.setSolution({ colValue: settings.start });
  try {
    const { modelStatus } = model.run(callbacks(highs, settings));
    return found(highs, model, modelStatus);
  } finally {
    model.options.set({ time_limit: never });
    model.clearIntegrality();
    if (basis) model.setBasis(basis);
  }
}

function callbacks(highs: Highs, { onBetter, isStopped }: IntegerSettings): HighsCallbackMap {
  const { mipImprovingSolution, mipInterrupt } = highs.constants.callbackType;
  let enough = false;
  return {
    ...(onBetter && {
      [mipImprovingSolution]({ data }) {
        const { mip_solution: values, objective_function_value: points, mip_dual_bound: bound } = data;
        if (values && points !== undefined) enough = onBetter(values, points, bound ?? Infinity) || enough;
      },
    }),
    [mipInterrupt](event) {
      if (enough || isStopped?.()) event.interrupt();
    },
  };
}

function found(highs: Highs, model: Model, status: number): SolvedWhole {
  const { optimal, empty, infeasible, interrupted } = highs.constants.modelStatus;
  if (status === empty) return { state: 'optimal', values: new Float64Array(0), points: 0, bound: 0 };
  if (status === infeasible) return { state: 'infeasible', values: null, points: -Infinity, bound: -Infinity };
  const has = model.info.get('primal_solution_status') === highs.constants.solutionStatus.feasible;
  return {
    state: status === optimal ? 'optimal' : status === interrupted ? 'stopped' : 'limit',
    values: has ? model.getSolution().colValue : null,
    points: has ? model.getObjectiveValue() : -Infinity,
    bound: Number(model.info.get('mip_dual_bound')),
  };
}
