import type { Jurisdiction, Zone, ZoneType } from '../domain/land/model.ts';
import type { Seat, Seats } from './shape/context.ts';
import type { ListedJurisdiction } from './shape/pack.ts';

/** A name without what differs in writing: full width, blanks, capitals. */
export const plainName = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

/**
 * Development zones 开发区 are jurisdictions. A zone of the file is that of the list with its id as code, or with its name or
 * another of its names; a zone the list does not name is one of its own, whatever its id. A listed one is a zone even where
 * no boundary of it is drawn.
 */
export function seatsOf(
  zones: readonly Zone[],
  own: readonly Jurisdiction[],
  listed: readonly ListedJurisdiction[],
): Seats {
  const jurisdictions: Seat[] = (own.length > 0 ? own : listed).map((j) => withListed(j, listed));
  const isZone = ({ category }: Jurisdiction) => category === 'development-zone';
  const seatOf = new Map<string, string>();
  const types = new Map<string, ZoneType | undefined>();
  for (const { code, name } of jurisdictions.filter(isZone))
    for (const called of [code, name, ...namesOf(code, listed)]) if (called) seatOf.set(plainName(called), code);
  for (const called of seatOf.keys()) types.set(called, 'development');
  for (const zone of zones) {
    const found = seatNamed(zone, seatOf) ?? seatIn(zone, listed.filter(isZone));
    const type = zone.zoneType ?? (found === undefined ? undefined : 'development');
    types.set(plainName(zone.id), type);
    if (type !== 'development') {
      seatOf.delete(plainName(zone.id));
      continue;
    }
    const seat = found ?? freeCode(zone.id, jurisdictions);
    if (!jurisdictions.some(({ code }) => code === seat))
      jurisdictions.push(
        found === undefined
          ? { code: seat, name: zone.name ?? zone.id, category: 'development-zone', ofFile: true }
          : listed.find(({ code }) => code === found)!,
      );
    for (const called of [zone.id, zone.name]) if (called) seatOf.set(plainName(called), seat);
  }
  return { jurisdictions, zones: types, seatOf };
}

/** What the file leaves out of a jurisdiction the list says of its code. */
function withListed(own: Jurisdiction, listed: readonly ListedJurisdiction[]): Seat {
  const found = listed.find(({ code }) => code === own.code);
  return found ? { ...own, name: own.name ?? found.name, category: own.category ?? found.category } : own;
}

function namesOf(code: string, listed: readonly ListedJurisdiction[]): readonly string[] {
  const found = listed.find((j) => j.code === code);
  return found ? [found.name, found.zh, found.en, ...(found.aliases ?? [])] : [];
}

const seatNamed = ({ id, name }: Zone, seatOf: ReadonlyMap<string, string>): string | undefined =>
  seatOf.get(plainName(id)) ?? (name === undefined ? undefined : seatOf.get(plainName(name)));

/** In the list of the policy, where the file has a list of its own that does not name it. */
function seatIn({ id, name = id }: Zone, listed: readonly ListedJurisdiction[]): string | undefined {
  const called = [plainName(id), plainName(name)];
  return listed.find(({ code }) => [code, ...namesOf(code, listed)].some((n) => called.includes(plainName(n))))?.code;
}

/** Its id, unless that is another jurisdiction's code. */
const freeCode = (id: string, taken: readonly Seat[]): string =>
  taken.some(({ code }) => code === id) ? freeCode(`zone:${id}`, taken) : id;
