import type { Bounds } from '../../domain/geometry/columns/bounds.ts';
import { boundsAround } from '../../domain/geometry/columns/bounds.ts';
import type { Key } from '../../domain/land/change.ts';
import type { Parcel, Park } from '../../domain/land/model.ts';
import { isFree } from '../../domain/land/surroundings.ts';
import { ok, refuse, type Refusal, type Result } from '../../domain/outcome.ts';
import type { ParkTarget } from '../../desk/intent.ts';
import type { City } from '../city.ts';
import type { Judgement } from '../judgement.ts';
import type { Offering } from './offered.ts';

/** Land is sought for a park that is there, or for one that is to begin. */
export interface LandSought {
  readonly park?: Key;
  /** Of one that is to begin, or where the park's record does not say. */
  readonly parkType?: NonNullable<Park['parkType']>;
  /** By any of its names; absent: where the land lies that is held. */
  readonly township?: string;
  /** 所锁: parcels that are to be in, besides those of the park. */
  readonly fixed?: readonly Key[];
  /** 所禁 */
  readonly banned?: readonly Key[];
}

export type AssembleRefusal = Refusal<
  | 'no-park-type' // {park}: no rule tells how large it has to be
  | 'no-township' // {}: neither said nor told by a parcel
  | 'no-such-parcel' // {id}
>;

/** What land is offered for what is sought, and where it goes. */
export interface Sought {
  readonly offering: Offering;
  readonly target: ParkTarget;
  readonly key: Key | null;
}

export function soughtIn(
  city: City,
  judgement: Judgement,
  { park: key, parkType, township, fixed = [], banned = [] }: LandSought,
): Result<Sought, AssembleRefusal> {
  const { placed } = city;
  const record = key === undefined ? undefined : city.park(key);
  const type = record?.parkType ?? parkType;
  if (!type) return refuse('no-park-type', { park: record?.name ?? record?.id ?? '' });
  const gone = fixed.find((own) => placed.parcel(own) === undefined);
  if (gone !== undefined) return refuse('no-such-parcel', { id: `#${gone + 1}` });
  const own = record ? placed.parcelsOfPark(record.id) : [];
  const held = [...new Set([...own, ...fixed])];
  const code = township === undefined ? mostlyIn(city, held) : codeOf(city, township);
  if (code === undefined) return refuse('no-township');
  const facts = record && judgement.facts(key!);
  return ok({
    key: record ? key! : null,
    target: record ? { key: key! } : { fresh: { parkType: type } },
    offering: {
      park: { id: '', ...record, parkType: type },
      fixed: held,
      free: placed.freeIn(code),
      banned: new Set(banned),
      township: code,
      buildings: facts?.buildings ?? [],
      overlapM2: facts?.overlapM2 ?? 0,
    },
  });
}

/** A township by its code, id or name. */
function codeOf({ land, placed }: City, township: string): string {
  const named = [...land.table('township').compact().records].find(({ name }) => name === township);
  return placed.townshipCode(named?.code ?? named?.id ?? township);
}

/** The township in which most of the land lies. */
function mostlyIn({ placed }: City, keys: readonly Key[]): string | undefined {
  const land = new Map<string, number>();
  for (const key of keys) {
    const name = placed.parcel(key)?.townshipCode;
    if (name === undefined) continue;
    const code = placed.townshipCode(name);
    land.set(code, (land.get(code) ?? 0) + (placed.measured(key).areas?.planeM2 ?? 0));
  }
  return [...land].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** So far around other townships are looked at, degrees: about 3 km. */
const AROUND = 0.03;
const MOST_AROUND = 400;

/** The same with free land around the township, to see whether its border stands in the way; `among`: of these alone. */
export function around(city: City, { offering, ...sought }: Sought, among?: readonly Key[]): Sought {
  const { placed } = city;
  const boxes = [...offering.fixed, ...offering.free].flatMap((key) => placed.box('parcel', key) ?? []);
  if (boxes.length === 0) return { offering, ...sought };
  const [west, south, east, north] = boundsAround(boxes);
  const box: Bounds = [west - AROUND, south - AROUND, east + AROUND, north + AROUND];
  const table = city.land.table('parcel');
  const own = new Set(offering.free);
  const offers = among && new Set(among);
  const isOffered = (key: Key) => (offers ? offers.has(key) : isFree(table.record(key) as Parcel));
  const isOther = (key: Key) => !own.has(key) && isOffered(key);
  const [x, y] = [(west + east) / 2, (south + north) / 2];
  const distance = (key: Key) => {
    const [w, s, e, n] = placed.box('parcel', key)!;
    return Math.hypot((w + e) / 2 - x, (s + n) / 2 - y);
  };
  const others = placed.parcelsNear(box).filter(isOther);
  const near = others.toSorted((a, b) => distance(a) - distance(b) || a - b).slice(0, MOST_AROUND);
  return { ...sought, offering: { ...offering, free: [...offering.free, ...near] } };
}
