/** Rows are met so nearly; what is counted in them is scaled so that this is less than anyone measures. */
export const lpTolerance = {
  primal_feasibility_tolerance: 1e-9,
  dual_feasibility_tolerance: 1e-9,
} as const;

/** Codes of the option `simplex_strategy`. */
export const simplex = { dual: 1, primal: 4 } as const;

/** Whole numbers and their rows are met so nearly. */
export const wholeTolerance = { mip_feasibility_tolerance: 1e-7 } as const;
