import { defaultPack, filesOf, identityOf, packOn } from '../policy/choose-pack.ts';
import { versionOf, type PackVersion } from '../policy/history.ts';
import { ok, refuse, type Result } from '../domain/outcome.ts';
import type { Pack } from '../policy/shape/pack.ts';
import { loadPack } from '../policy/load/pack.ts';
import type { Law } from '../city/law.ts';
import { packIds, textsOf } from './pack-files.ts';

const loaded = new Map<string, Pack>();

/** A pack by its id. Packs ship with the program: if one does not load, the program is broken, and that is a fault. */
export function packNamed(id: string): Pack {
  const known = loaded.get(id);
  if (known) return known;
  const result = loadPack(filesOf(id, textsOf));
  if (!result.ok) throw new Error(`policy pack ${id}: ${result.refusal.code} ${JSON.stringify(result.refusal.params)}`);
  loaded.set(id, result.value);
  return result.value;
}

const identities = () => packIds.map((id) => identityOf(textsOf(id)));

/** Id of the pack to plan by on a day; null on a day before all of them. */
export const packIdOn = (date: string): string | null => packOn(date, identities());

/** First day that any pack is for; null where one has no first day. */
export function earliestDay(): string | null {
  const days = identities().map((pack) => pack.from ?? pack.plannedFrom ?? null);
  return days.reduce((first, day) => (first === null || day === null ? null : day < first ? day : first));
}

/** As the command chooses: the pack of the day that was named; where none was, the default one, on `today`. */
export function lawOn(date: string | undefined, today: string): Result<Law> {
  const id = date === undefined ? defaultPack : packIdOn(date);
  if (id === null) return refuse('no-policy-then', { date: date ?? today, earliest: earliestDay() ?? '' });
  return ok({ pack: packNamed(id), date: date ?? today });
}

/** 历史版本: every pack with what it says of itself and the values in it that begin or end, the latest first. */
export const packVersions = (): readonly PackVersion[] =>
  packIds
    .map((id) => versionOf(packNamed(id)))
    .sort((a, b) => (b.from ?? b.plannedFrom ?? '').localeCompare(a.from ?? a.plannedFrom ?? ''));
