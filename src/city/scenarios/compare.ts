import { areasOf } from '../../domain/geometry/measure/measures.ts';
import { problemsOf } from '../../domain/geometry/valid/validity.ts';
import type { Layer } from '../../domain/geometry/columns/layer.ts';
import type { Key } from '../../domain/land/change.ts';
import type { BuildingFacts } from '../../domain/land/facts.ts';
import { indicatorsOf } from '../../domain/land/sheets/indicators.ts';
import type { Building } from '../../domain/land/model.ts';
import { storeyCount } from '../../domain/land/storeys.ts';
import { worstOutcome } from '../../policy/outcomes.ts';
import type { City } from '../city.ts';
import { shapeOf } from '../drawing/shapes.ts';
import type { Judgement } from '../judgement.ts';
import type { Opened } from '../opened.ts';
import { withShortTrace } from '../park-views.ts';
import type { ComparedPark, ComparedRecord, ComparedTable, ComparedView } from './compared-view.ts';
import type { Scenarios } from './scenarios.ts';
import type { ScenarioId } from '../../desk/scenario.ts';

export interface CompareAsked {
  /** Two or three; the others are read against the first. */
  readonly scenarios: readonly ScenarioId[];
  /** The park whose figures are wanted, as the scenario in hand knows it. */
  readonly park: Key | null;
}

const TABLES: readonly ComparedTable[] = ['park', 'parcel', 'building'];
/** So many records that differ are told. */
const MOST_TOLD = 600;

/** Null where one of them is not there. */
export function compareScenarios(
  { city, judgement }: Pick<Opened, 'city' | 'judgement'>,
  scenarios: Scenarios,
  { scenarios: ids, park }: CompareAsked,
): ComparedView | null {
  const cities = ids.flatMap((id) => scenarios.cityOf(id) ?? []);
  if (cities.length < ids.length) return null;
  const parkId = park === null ? undefined : city.park(park)?.id;
  const records = TABLES.flatMap((table) => recordsThatDiffer(cities, table));
  return {
    version: city.version,
    scenarios: ids.map((id, n) => ({
      id,
      park: parkIn(judgementOn(judgement, city, cities[n]), cities[n], park, parkId),
    })),
    records: records.slice(0, MOST_TOLD).map((make) => make()),
    more: Math.max(0, records.length - MOST_TOLD),
  };
}

/** What is known of a fork stays known as long as the fork is there. */
const judged = new WeakMap<Judgement, WeakMap<City, Judgement>>();
function judgementOn(judgement: Judgement, own: City, city: City): Judgement {
  if (city === own) return judgement;
  const forks = judged.get(judgement) ?? new WeakMap<City, Judgement>();
  judged.set(judgement, forks);
  const known = forks.get(city) ?? judgement.on(city);
  forks.set(city, known);
  return known;
}

/** A park that was begun in each scenario anew is the same where it goes by the same id. */
function parkIn(judgement: Judgement, city: City, park: Key | null, parkId: string | undefined): ComparedPark | null {
  const isThere = park !== null && city.park(park) !== undefined;
  const key = isThere ? park : parkId === undefined ? undefined : city.placed.parksCalled(parkId)[0];
  if (key === undefined) return null;
  const facts = judgement.facts(key);
  const findings = judgement.findings(key);
  const { id, name = id } = facts.park;
  const storeys = facts.buildings.flatMap(({ building }) => storeyCount(building) ?? []);
  return {
    key,
    name,
    outcome: worstOutcome(findings),
    indicators: indicatorsOf(facts),
    parcels: facts.parcels.length,
    buildings: new Set(facts.buildings.map((own) => own.key)).size,
    storeys: storeys.length > 0 ? [Math.min(...storeys), Math.max(...storeys)] : null,
    floorByUseM2: floorByUse(facts.buildings),
    findings: findings.map(withShortTrace),
  };
}

function floorByUse(buildings: readonly BuildingFacts[]): Record<string, number | null> {
  const sums: Record<string, number | null> = {};
  for (const { building, floorArea } of buildings) {
    const use = building.use ?? '';
    const before = use in sums ? sums[use] : 0;
    sums[use] = before === null || floorArea.state !== 'value' ? null : before + floorArea.value.value;
  }
  return sums;
}

/** Of two that differ from each other one differs from the first. */
function differing([first, ...others]: readonly City[], table: ComparedTable): readonly Key[] {
  const own = first.land.table(table);
  const keys = others.flatMap(({ land }) =>
    (own as { differing(other: unknown): readonly Key[] }).differing(land.table(table)),
  );
  return [...new Set(keys)].sort(own.compare);
}

/** A record of each scenario: the same key, or one that was drawn in each anew where the other has it. */
type KeyIn = readonly Key[];

/** What is told of each is made of it when it is wanted. */
function recordsThatDiffer(cities: readonly City[], table: ComparedTable): readonly (() => ComparedRecord)[] {
  const keys = differing(cities, table);
  const tables = cities.map(({ land }) => land.table(table));
  // So many cannot be looked at one by one.
  const isPaired = table !== 'park' && keys.length <= 2 * MOST_TOLD;
  const byOutline = new Map<string, Key[]>();
  const all: KeyIn[] = [];
  for (const key of keys) {
    const at = tables.map((own) => own.record(key) !== undefined);
    const layer = isPaired && at.includes(false) ? tables[at.indexOf(true)].shape(key) : undefined;
    if (!layer || layer.partStart[1] === 0) {
      all.push(cities.map(() => key));
      continue;
    }
    const outline = textOf(layer);
    const known = byOutline.get(outline);
    // What another scenario has in the same place, drawn there anew, is the same.
    if (known && known.every((_, n) => !(at[n] && tables[n].record(known[n]) !== undefined)))
      for (const [n, isThere] of at.entries()) known[n] = isThere ? key : known[n];
    else {
      const own = cities.map(() => key);
      byOutline.set(outline, own);
      all.push(own);
    }
  }
  return all.flatMap((own) => {
    const isAlike = new Set(own).size > 1 && !differs(recordIn(cities, table, own));
    return isAlike ? [] : [() => recordIn(cities, table, own)];
  });
}

const differs = ({ drawn, fields }: ComparedRecord): boolean => new Set(drawn).size > 1 || fields.length > 0;

/** What is drawn anew is numbered anew. */
const NUMBERS: ReadonlySet<string> = new Set(['id', 'name']);

function recordIn(cities: readonly City[], table: ComparedTable, keys: KeyIn): ComparedRecord {
  const layers = cities.map(({ land }, n) => land.table(table).shape(keys[n]));
  const records = cities.map(
    ({ land }, n) => land.table(table).record(keys[n]) as Readonly<Record<string, unknown>> | undefined,
  );
  const { drawn, shapes } = outlinesOf(layers);
  const there = records.filter((record) => record !== undefined);
  const isPair = new Set(keys).size > 1;
  const names = [...new Set(there.flatMap((record) => Object.keys(record)))];
  const fields = names
    .filter((name) => !(isPair && NUMBERS.has(name)))
    .flatMap((field) => {
      const texts = [...new Set(there.map((record) => JSON.stringify(record[field])))];
      if (texts.length < 2) return [];
      const numbered = texts.filter((text) => text !== undefined);
      const is = records.map((record) => numbered.indexOf(JSON.stringify(record?.[field])));
      return [{ field, values: records.map((record) => plain(record?.[field])), is }];
    });
  const ids = records.map((record) => (record ? calledIn(table, record as unknown as Called) : null));
  const storeys = table === 'building' ? records.map((own) => (own ? storeyCount(own as Building) : null)) : [];
  const key = keys[records.findIndex((record) => record !== undefined)];
  return { table, key, keys, id: ids.find((own) => own !== null)!, ids, drawn, shapes, storeys, fields };
}

interface Called {
  readonly id: string;
  readonly name?: string;
}

const calledIn = (table: ComparedTable, { id, name }: Called): string => (table === 'parcel' ? id : (name ?? id));

const plain = (value: unknown): string | number | boolean | null =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;

const textOf = ({ partStart, ringStart, lonLat }: Layer): string =>
  `${partStart.join()} ${ringStart.join()} ${lonLat.join()}`;

/** Each outline once. */
function outlinesOf(layers: readonly (Layer | undefined)[]): Pick<ComparedRecord, 'drawn' | 'shapes'> {
  const written: string[] = [];
  const shapes: ComparedRecord['shapes'][number][] = [];
  const drawn = layers.map((layer) => {
    if (!layer) return null;
    if (layer.partStart[1] === 0) return -1;
    const text = textOf(layer);
    const known = written.indexOf(text);
    if (known >= 0) return known;
    const isBroken = problemsOf(layer, 0).some(({ severity }) => severity === 'broken');
    shapes.push({ shape: shapeOf(layer, 0), areaM2: isBroken ? null : areasOf(layer, 0).planeM2 });
    return written.push(text) - 1;
  });
  return { drawn, shapes };
}
