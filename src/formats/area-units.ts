export type AreaUnit = 'm2' | 'hectare' | 'mu';
/** m² in one of each; 15 亩 are one 公顷. */
export const squareMetresPer: Readonly<Record<AreaUnit, number>> = { m2: 1, hectare: 10_000, mu: 10_000 / 15 };
