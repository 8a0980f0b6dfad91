import { worstOutcome } from '../../policy/outcomes.ts';
import type { PublishedPark } from '../collect/published-park.ts';
import type { ParkRows, Words } from '../shape/published.ts';
import { figureOf } from '../words/figures.ts';
import { industriesOf, parkName, rounded, type Wording } from '../words/park-file.ts';

type Columns = { -readonly [K in keyof ParkRows]: ParkRows[K][number][] };

/** The list of parks, filled one by one so that no park need be held. */
export class ParkTable {
  readonly industries: Words[] = [];
  readonly columns: Columns = {
    id: [],
    slug: [],
    name: [],
    nameEn: [],
    type: [],
    stage: [],
    stars: [],
    townships: [],
    industries: [],
    outcome: [],
    landM2: [],
    floorM2: [],
    plotRatio: [],
    freeM2: [],
    at: [],
    sites: [],
  };
  readonly #wording: Wording;
  readonly #industryRows = new Map<string, number>();

  constructor(wording: Wording) {
    this.#wording = wording;
  }

  add(park: PublishedPark): void {
    const { facts, findings, slug, at, sites, townships } = park;
    const { park: record } = facts;
    const name = parkName(park, this.#wording.english);
    const value = (what: string, decimals: number) => {
      const figure = figureOf(facts, what);
      return figure && rounded(figure.value, decimals);
    };
    const row: { readonly [K in keyof ParkRows]: ParkRows[K][number] } = {
      id: record.id,
      slug,
      name: name.zh,
      nameEn: name.en === name.zh ? '' : name.en,
      type: record.parkType ?? null,
      stage: record.stage === 'idea' ? null : (record.stage ?? null),
      stars: record.stars ?? null,
      townships,
      industries: industriesOf(park, this.#wording).map((words) => this.#industryRow(words)),
      outcome: worstOutcome(findings),
      // To 0.01 m² a registered area is known; the plot ratio so that it crosses no bound.
      landM2: value('landArea', 2),
      floorM2: value('floorArea', 2),
      plotRatio: value('plotRatio', 6),
      freeM2: record.freeAreaM2 ?? null,
      at,
      sites: sites.length,
    };
    for (const [column, cell] of Object.entries(row)) (this.columns[column as keyof Columns] as unknown[]).push(cell);
  }

  #industryRow(words: Words): number {
    const known = this.#industryRows.get(words.zh);
    if (known !== undefined) return known;
    this.#industryRows.set(words.zh, this.industries.length);
    return this.industries.push(words) - 1;
  }
}
