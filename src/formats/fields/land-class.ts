import { fits } from '../../domain/land/fields/fits.ts';
import { landClass } from '../../domain/land/fields/parcel.ts';
import type { LandClass, LandClassSystem } from '../../domain/land/model.ts';

/** Land classes by system, as far as a pack lists them. */
export type LandClassCodes = Readonly<Record<LandClassSystem, readonly { readonly code: string }[]>>;

/** No code of the land survey 三调 and of GB/T 21010 has more than four characters. */
const longestCode: Readonly<Partial<Record<LandClassSystem, number>>> = { 'land-survey-3': 4, 'gbt21010-2017': 4 };

/** Codes of digits go by twos in every system: 061, of GB/T 21010-2007, is none of them. */
const isOdd = (code: string): boolean => /^\d+$/.test(code) && code.length % 2 === 1;

/** Codes nest by their first digits: one that is not listed belongs to the longest one it begins with. */
export const systemsIn = (landClasses: LandClassCodes, code: string): LandClassSystem[] =>
  landClass.system.values.filter(
    (system) =>
      !isOdd(code) &&
      code.length <= (longestCode[system] ?? Infinity) &&
      landClasses[system].some((entry) => code.startsWith(entry.code)),
  );

const isSystem = (value: unknown): value is LandClassSystem => fits(value, landClass.system);
const isSaid = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

/**
 * A land class as `{system, code}`. A code alone is the class of the one system that has it, and of none where several
 * do: the same digits mean different things in different systems.
 */
export function landClassOf(
  { system, code }: { readonly system?: unknown; readonly code?: unknown },
  systemsOf: (code: string) => readonly LandClassSystem[],
): { readonly value: LandClass; readonly inferred: boolean } | null {
  const text = typeof code === 'number' ? String(code) : code;
  if (typeof text !== 'string' || text.trim() === '') return null;
  if (isSystem(system)) return { value: { system, code: text }, inferred: false };
  const plain = text.normalize('NFKC').trim().toUpperCase();
  const fitting = isSaid(system) || !/^[A-Z]?\d{1,6}[A-Z]?\d?$/.test(plain) ? [] : systemsOf(plain);
  return fitting.length === 1 ? { value: { system: fitting[0], code: plain }, inferred: true } : null;
}
