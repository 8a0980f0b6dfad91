import type { Township } from './model.ts';

/** 9 digits, of which the first six are the 区县; statistics add three of a village 村 or 社区 within it. */
const TOWNSHIP_CODE = /^(\d{6}(?!000)\d{3})(\d{3})?$/;
/** The code of a 区县 written as long as a township's: it names no township. */
const DISTRICT_CODE = /^(\d{6})000(000)?$/;

/** The 区县 that a township's code, or a district's written as long, begins with; undefined for any other name. */
export const districtOf = (townshipCode: string | undefined): string | undefined =>
  townshipCode !== undefined && /^\d{9}(\d{3})?$/.test(townshipCode) ? townshipCode.slice(0, 6) : undefined;

/** Whether a name recorded for a township says only the district. */
export const namesNoTownship = (name: string): boolean => DISTRICT_CODE.test(name.trim());

/** The township's own 9 digits in a code of 9 or 12; any other name as it stands. */
const shortened = (name: string): string => TOWNSHIP_CODE.exec(name.trim())?.[1] ?? name.trim();

/** The one name of a township: its code, or its id where it has none. */
export const codeOf = ({ code, id }: Township): string => shortened(code ?? id);

/** The district a township says it is of, or its code does. */
export const districtOfTownship = (township: Township): string | undefined =>
  township.districtCode?.trim() || districtOf(codeOf(township));

/** Finds a township by any of its names. */
export interface TownshipNames {
  readonly find: (name: string) => Township | undefined;
  /** The one name behind any other: two parcels lie in the same township 同一镇（街道） when theirs is the same. */
  readonly codeOf: (name: string) => string;
}

/**
 * A township goes by its id, its code of 9 digits, that with a village's three behind, and by its name where no other is
 * called so. Every comparison of townships is made here. An id or code of several is that of the first.
 */
export function townshipNames(townships: Iterable<Township>): TownshipNames {
  const last = [...townships].reverse();
  const byName = new Map([
    ...onlyOneCalled(last).map((t) => [shortened(t.name!), t] as const),
    ...last.map((t) => [shortened(t.id), t] as const),
    ...last.map((t) => [codeOf(t), t] as const), // a code outranks the id of another
  ]);
  const find = (name: string) => byName.get(shortened(name));
  return {
    find,
    codeOf: (name) => {
      const township = find(name);
      return township ? codeOf(township) : shortened(name);
    },
  };
}

/** Those whose name no other has: 城关镇 is in many a county. */
function onlyOneCalled(townships: readonly Township[]): readonly Township[] {
  const count = new Map<string, number>();
  for (const { name } of townships) if (name) count.set(name, (count.get(name) ?? 0) + 1);
  return townships.filter(({ name }) => name && count.get(name) === 1);
}
