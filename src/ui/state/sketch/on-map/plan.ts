import type { Geometry, Position as LonLat } from 'geojson';
import type { Intent } from '../../../../desk/intent.ts';
import type { RecordRef } from '../../../../desk/tools/index.ts';
import { partsOf } from '../../../../domain/geometry/draw/drawn-rings.ts';
import type { Key, TableChange, TableName } from '../../../../domain/land/change.ts';
import type { Building } from '../../../../domain/land/model.ts';
import { massOf } from '../../../../domain/land/storeys.ts';
import type { Plan, PlannedBuilding, PlannedParcel } from '../../../../map/index.ts';
import type { Outcome } from '../../../../policy/shape/outcome.ts';
import type { Language } from '../../../../texts/language.ts';
import { parcelOnMap, sketchMap } from '../../../../texts/ui/sketch-map.ts';
import type { SketchShown } from '../asked.ts';
import { isLaidOut, laidBuildings } from './laid.ts';
import { drawnIn } from './outlines.ts';
import { massAfter, standingOf } from './standing.ts';

export interface Planning {
  /** Null where no park is in hand: what is chosen is seen all the same. */
  readonly view: Pick<SketchShown, 'parcels' | 'buildings'> | null;
  readonly language: Language;
  readonly selected: readonly RecordRef[];
  /** What the tool in hand draws itself, and whether it is being moved. */
  readonly held: readonly RecordRef[];
  readonly isMoved: boolean;
  /** Buildings that miss a rule, by id. */
  readonly missed: ReadonlyMap<string, Outcome>;
  /** What is in hand or pointed at: its parcels and buildings as they would be. */
  readonly intent: Intent | null;
  /** Null for what is not near enough to be held. */
  readonly outlineOf: (ref: RecordRef) => Geometry | null;
  readonly idOf: (ref: RecordRef) => string;
}

const PLANNED: ReadonlySet<Intent['do']> = new Set(['assign', 'storeys', 'existing', 'remove', 'change']);

/** What of an intent a plan shows; null where it shows nothing of it, as of what a tool draws itself. */
export const plannedBy = (intent: Intent | null): Intent | null =>
  intent && (PLANNED.has(intent.do) || isLaidOut(intent)) ? intent : null;

/** The park in hand for the map: what it has, and what the intent would make of it. */
export function planOf({ view, ...rest }: Planning): Omit<Plan, 'sites'> {
  const planning = { ...rest, view: view ?? NOTHING };
  const buildings = buildingsOf(planning);
  return { parcels: parcelsOf(planning), buildings, marks: marksOf(planning, buildings) };
}

type InHand = Planning & { readonly view: NonNullable<Planning['view']> };
const NOTHING: InHand['view'] = { parcels: [], buildings: [] };

const has = (selected: readonly RecordRef[], table: TableName, key: Key): boolean =>
  selected.some((ref) => ref.table === table && ref.key === key);

const tableOf = (intent: Intent | null, table: 'parcel' | 'building'): TableChange<unknown> =>
  intent?.do === 'change' ? (intent.change.tables[table] ?? {}) : {};

/** Whether a change that is pointed at writes to the record: it is made out, whatever is written. */
const isTouched = (intent: Intent | null, table: 'parcel' | 'building', key: Key): boolean =>
  (tableOf(intent, table).patch ?? []).some((patch) => patch.key === key) ||
  (table === 'building' && (tableOf(intent, table).put ?? []).some((put) => put.key === key));

/** Keys that would go. */
const goneOf = (intent: Intent | null, table: 'parcel' | 'building'): readonly Key[] => {
  if (intent?.do === 'remove') return intent.table === table ? intent.keys : [];
  if (intent?.do === 'assign' && table === 'parcel') return intent.out;
  if (intent?.do === 'draw-buildings') return table === 'building' ? (intent.gone ?? []) : [];
  if (intent?.do === 'existing' && table === 'building') return intent.what === 'clear' ? intent.buildings : [];
  return tableOf(intent, table).remove ?? [];
};

function parcelsOf(planning: InHand): PlannedParcel[] {
  const { view, language, selected, held, isMoved, intent, outlineOf, idOf } = planning;
  const gone = goneOf(intent, 'parcel');
  const drawnAnew = redrawnIn(intent, 'parcel');
  const own = view.parcels.flatMap(({ key, id, name, area }): PlannedParcel[] => {
    const before = outlineOf({ table: 'parcel', key });
    const geometry = drawnAnew.get(key) ?? before;
    if (!geometry) return [];
    const isOther = geometry !== before && !isAlike(geometry, before);
    const label = parcelOnMap(language, name ?? id, isOther ? null : (area?.value ?? null));
    if (has(held, 'parcel', key)) return [{ key, geometry, label: '', role: isMoved ? 'leaving' : 'in' }];
    const role = gone.includes(key) ? 'leaving' : isOther ? 'coming' : 'in';
    return [{ key, geometry, label, role, selected: has(selected, 'parcel', key) || isTouched(intent, 'parcel', key) }]; // prettier-ignore
  });
  const isOwn = (key: Key): boolean => view.parcels.some((parcel) => parcel.key === key);
  const coming = intent?.do === 'assign' ? intent.in : [];
  const chosen = selected.filter((ref) => ref.table === 'parcel').map(({ key }) => key);
  const others = [...new Set([...coming, ...chosen])].filter((key) => !isOwn(key));
  return [
    ...own,
    ...others.flatMap((key): PlannedParcel[] => {
      const geometry = outlineOf({ table: 'parcel', key });
      // The tool draws it; where it was is seen while it moves.
      if (geometry && has(held, 'parcel', key))
        return [{ key, geometry, label: '', role: isMoved ? 'leaving' : 'candidate' }];
      const role = coming.includes(key) ? 'coming' : 'candidate';
      const label = role === 'coming' ? idOf({ table: 'parcel', key }) : '';
      return geometry ? [{ key, geometry, label, role, selected: has(selected, 'parcel', key) }] : [];
    }),
    ...[...drawnAnew].flatMap(([key, geometry]): PlannedParcel[] =>
      isOwn(key) || others.includes(key) ? [] : [{ key, geometry, label: '', role: 'coming' }],
    ),
  ];
}

function buildingsOf(planning: InHand): PlannedBuilding[] {
  const { view, language, selected, held, isMoved, intent, outlineOf } = planning;
  const say = sketchMap[language];
  const gone = goneOf(intent, 'building');
  const drawnAnew = redrawnIn(intent, 'building');
  const storeysOf = storeysBy(intent);
  const own = view.buildings.flatMap((line): PlannedBuilding[] => {
    const { key, id, name, existing, storeys, parcels } = line;
    const geometry = drawnAnew.get(key) ?? outlineOf({ table: 'building', key });
    if (!geometry) return [];
    const cleared = gone.includes(key);
    if (has(held, 'building', key))
      return [{ key, geometry, label: '', existing, selected: !isMoved, cleared: isMoved, parcelKey: parcels[0] ?? null, mass: isMoved ? null : massAfter(line, intent) }]; // prettier-ignore
    const then = storeysOf(key, storeys);
    const change = cleared ? say.cleared : then !== null && then !== storeys ? say.raised(storeys, then) : undefined;
    const label = existing ? say.existing(name ?? id) : (name ?? id);
    const written = change ?? (storeys === null ? '' : say.storeys(storeys));
    return [
      {
        key,
        geometry,
        label,
        name: name ?? id,
        ...(cleared ? { mass: null } : standingOf(language, label, written, massAfter(line, intent))),
        use: line.use,
        ...(storeys !== null && { storeys: say.storeys(storeys) }),
        ...(change !== undefined && { change }),
        ...(cleared && { cleared }),
        existing,
        selected: has(selected, 'building', key) || isTouched(intent, 'building', key),
        parcelKey: parcels[0] ?? null,
      },
    ];
  });
  const isOwn = (key: Key): boolean => view.buildings.some((line) => line.key === key);
  const others = selected.flatMap(({ table, key }): PlannedBuilding[] => {
    const geometry = table === 'building' && !isOwn(key) ? outlineOf({ table, key }) : null;
    return geometry ? [{ key, geometry, label: '', existing: true, selected: true, parcelKey: null }] : [];
  });
  const puts = intent?.do === 'change' ? (intent.change.tables.building?.put ?? []) : [];
  const fresh = puts.filter(({ key }) => !isOwn(key)).map(({ key, record }): PlannedBuilding => ({
    key,
    geometry: drawnAnew.get(key)!,
    label: record.name ?? record.id,
    ...(record.storeys !== undefined && { change: say.storeys(record.storeys) }),
    existing: false,
    selected: true,
    parcelKey: null,
    ...standingOf(language, record.name ?? record.id, record.storeys === undefined ? '' : say.storeys(record.storeys), massOf(record, true)),
  })); // prettier-ignore
  return [...own, ...others, ...fresh, ...laidBuildings(intent, language)];
}

/** The verdict of what a building misses, at its corner farthest to the north-west. */
function marksOf({ view, missed }: InHand, buildings: readonly PlannedBuilding[]): NonNullable<Plan['marks']> {
  return buildings.flatMap(({ key, geometry }) => {
    const id = view.buildings.find((line) => line.key === key)?.id;
    const outcome = id === undefined ? undefined : missed.get(id);
    const at = outcome && northWest(geometry);
    return at ? [{ at, outcome }] : [];
  });
}

function northWest(geometry: Geometry): LonLat | null {
  const corners = partsOf(geometry).flatMap(([shell]) => shell);
  return corners.length === 0 ? null : corners.reduce((p, q) => (q[1] - q[0] > p[1] - p[0] ? q : p));
}

/** Boundaries a change would put in place of others, by key. */
function redrawnIn(intent: Intent | null, table: 'parcel' | 'building'): ReadonlyMap<Key, Geometry> {
  const puts = intent?.do === 'change' ? (intent.change.tables[table]?.put ?? []) : [];
  return new Map(puts.map(({ key, shape }) => [key, drawnIn(shape)]));
}

/** A ten-thousandth of a second of arc is no other place. */
const isAlike = (a: Geometry, b: Geometry | null): boolean => rounded(a) === rounded(b);
const rounded = (shape: Geometry | null): string =>
  JSON.stringify(shape, (_, value: unknown) => (typeof value === 'number' ? Number(value.toFixed(8)) : value));

/** The storeys a building would have. */
function storeysBy(intent: Intent | null): (key: Key, now: number | null) => number | null {
  if (intent?.do === 'storeys') {
    const { buildings, by } = intent;
    return (key, now) => (now !== null && buildings.includes(key) ? now + by : now);
  }
  if (intent?.do !== 'change') return (_, now) => now;
  const { put = [], patch = [] } = intent.change.tables.building ?? {};
  const fields = new Map<Key, Partial<Building>>([
    ...put.map(({ key, record }) => [key, record] as const),
    ...patch.map(({ key, fields: own }) => [key, own] as const),
  ]);
  return (key, now) => fields.get(key)?.storeyHeightsM?.length ?? fields.get(key)?.storeys ?? now;
}
