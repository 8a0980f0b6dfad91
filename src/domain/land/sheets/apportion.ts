/**
 * Shares of `whole` in proportion to `weights`, each with `decimals`, that sum to it exactly as printed: rounded down,
 * and what is left goes by units of the last digit to the largest remainders (Hare–Niemeyer); ties to the earlier one.
 * All 0 where the weights are.
 */
export function apportion(weights: readonly number[], whole: number, decimals: number): number[] {
  const step = 10 ** decimals;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0)) return weights.map(() => 0);
  const exact = weights.map((weight) => (weight / total) * whole * step);
  const units = exact.map(Math.floor);
  const left = Math.round(whole * step) - units.reduce((sum, unit) => sum + unit, 0);
  const byRemainder = exact
    .map((value, i) => [value - units[i], i] as const)
    .sort((a, b) => b[0] - a[0] || a[1] - b[1]);
  for (const [, i] of byRemainder.slice(0, left)) units[i]++;
  return units.map((unit) => unit / step);
}
