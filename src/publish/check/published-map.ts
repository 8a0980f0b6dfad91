import { judgedAnew } from '../../city/judged-anew.ts';
import type { Law } from '../../city/law.ts';
import { turnTaking } from '../../city/turn-taking.ts';
import type { Project } from '../../domain/land/model.ts';
import type { CheckFile, FirstFile, ParkFile } from '../shape/published.ts';
import { checkedPark } from './checked-park.ts';
import { differencesOf, type Difference, type ShownPark } from './differences.ts';

/** What is published, to be held against what its records come to. */
export interface PublishedMap {
  readonly records: Project;
  readonly law: Law;
  readonly check: CheckFile;
  readonly first: FirstFile;
  /** The card of a park; null where it does not come. */
  readonly card: (slug: string) => Promise<ParkFile | null>;
}

export interface ComparedMap {
  /** Figures and findings that were compared. */
  readonly figures: number;
  readonly findings: number;
  /** Of both together so many that rest on the exact boundaries, which are not published: not compared. */
  readonly beyond: number;
  readonly parks: readonly { readonly id: string; readonly differences: readonly Difference[] }[];
}

export interface Following {
  readonly onMeasured: (done: number) => void;
  readonly onJudged: (done: number) => void;
}

/** Judges the records as the office does, and compares every park that is in them, in `check.json` or in the list. */
export async function comparedMap(map: PublishedMap, following: Following): Promise<ComparedMap> {
  const { city, judgement } = judgedAnew(map.records, map.law, following.onMeasured);
  const published = new Map(map.check.parks.map((park) => [park.id, park]));
  const rows = new Map(map.first.parks.id.map((id, row) => [id, row]));
  const keys = new Map(city.parks.map((key) => [city.park(key)!.id, key]));
  const ids = [...new Set([...rows.keys(), ...published.keys(), ...keys.keys()])];
  const takeTurns = turnTaking();
  const parks: { id: string; differences: readonly Difference[] }[] = [];
  for (const [i, id] of ids.entries()) {
    const key = keys.get(id);
    const anew = key === undefined ? null : checkedPark(judgement.facts(key), judgement.findings(key));
    const shown = await shownPark(map, rows.get(id));
    parks.push({ id, differences: differencesOf(anew, published.get(id) ?? null, shown) });
    following.onJudged((i + 1) / ids.length);
    await takeTurns();
  }
  return { ...countsOf(map.check.parks), parks };
}

const FIGURES = ['landM2', 'floorM2', 'plotRatio'] as const;

function countsOf(parks: CheckFile['parks']): Omit<ComparedMap, 'parks'> {
  const sum = (of: (park: CheckFile['parks'][number]) => number) => parks.reduce((all, park) => all + of(park), 0);
  const figuresBeyond = sum(({ figuresBeyond }) => figuresBeyond?.length ?? 0);
  return {
    figures: sum((park) => FIGURES.filter((what) => park[what] !== null && !park.figuresBeyond?.includes(what)).length),
    findings: sum(({ findings }) => Object.keys(findings).length),
    beyond: figuresBeyond + sum(({ beyond }) => Object.keys(beyond ?? {}).length),
  };
}

async function shownPark({ first, card }: PublishedMap, row: number | undefined): Promise<ShownPark | null> {
  if (row === undefined) return null;
  const { landM2, floorM2, plotRatio, outcome, slug } = first.parks;
  return {
    landM2: landM2[row],
    floorM2: floorM2[row],
    plotRatio: plotRatio[row],
    outcome: outcome[row],
    counts: (await card(slug[row]))?.law.counts ?? null,
  };
}
