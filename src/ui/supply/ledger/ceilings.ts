import { supplyCeiling } from '../../../domain/land/fields/supply.ts';
import type { SupplyPlan } from '../../../domain/land/model.ts';
import { ledgerAreaUnits } from '../../../texts/ledger.ts';
import { typedValue } from '../../parts/records/typed-value.ts';

type SupplyCeiling = NonNullable<SupplyPlan['ceilings']>[number];

/** A ceiling 以内 as it stands in its boxes; an empty unit or use means all of them. */
export interface TypedCeiling {
  unit: string;
  use: string;
  /** A figure alone is 公顷. */
  most: string;
}

const HECTARE_M2 = 10_000;

export const typedCeilings = (ceilings: readonly SupplyCeiling[]): TypedCeiling[] =>
  ceilings.map(({ unit = '', use = '', mostM2 }) => ({
    unit,
    use,
    most: mostM2 === undefined ? '' : String(Number((mostM2 / HECTARE_M2).toPrecision(15))),
  }));

type Ceilings =
  { readonly ok: true; readonly value: readonly SupplyCeiling[] } | { readonly ok: false; readonly line: number };

/** What was typed, m²; else the first line whose area is none. Lines without an area bound nothing. */
export function ceilingsOf(lines: readonly TypedCeiling[]): Ceilings {
  const value: SupplyCeiling[] = [];
  for (const [line, { unit, use, most }] of lines.entries()) {
    const text = most.normalize('NFKC').trim();
    if (text === '') continue;
    const area = /^[+\d.,\s]+$/.test(text) ? `${text}${ledgerAreaUnits.hectare.zh}` : text;
    const said = typedValue(supplyCeiling.mostM2, area);
    if (!said.ok) return { ok: false, line };
    value.push({ ...(use && { use }), ...(unit && { unit }), mostM2: said.value as number });
  }
  return { ok: true, value };
}
