import { headlineBound } from '../../policy/headline.ts';
import { worstOutcome } from '../../policy/outcomes.ts';
import type { PublishedPark } from '../collect/published-park.ts';
import { listedFigure } from '../shape/listed-figure.ts';
import type { ParkRows, Words, WrittenFigure } from '../shape/published.ts';
import { figureOf } from '../words/figures.ts';
import { industriesOf, parkName, rounded, type Wording } from '../words/park-file.ts';

type Columns = { -readonly [K in keyof ParkRows]: ParkRows[K][number][] };

/** Of what is told as a number: to 0.01 m² a registered area is known; the plot ratio so that it crosses no bound. */
const DECIMALS: Readonly<Record<WrittenFigure, number>> = { landM2: 2, floorM2: 2, plotRatio: 6 };
const UNITS = { landM2: 'mu', floorM2: 'm2', plotRatio: 'ratio' } as const satisfies Record<WrittenFigure, string>;
const LISTED: readonly (readonly [WrittenFigure, string])[] = [
  ['landM2', 'landArea'],
  ['floorM2', 'floorArea'],
  ['plotRatio', 'plotRatio'],
];

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
  readonly written: { [K in WrittenFigure]?: Record<number, string> } = {};
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
    this.#write(park);
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
      landM2: value('landArea', DECIMALS.landM2),
      floorM2: value('floorArea', DECIMALS.floorM2),
      plotRatio: value('plotRatio', DECIMALS.plotRatio),
      freeM2: record.freeAreaM2 ?? null,
      at,
      sites: sites.length,
    };
    for (const [column, cell] of Object.entries(row)) (this.columns[column as keyof Columns] as unknown[]).push(cell);
  }

  #write({ facts, findings }: PublishedPark): void {
    for (const [what, name] of LISTED) {
      const figure = figureOf(facts, name);
      if (!figure) continue;
      const told = rounded(figure.value, DECIMALS[what]);
      const text = listedFigure(what, figure.value, headlineBound(findings, UNITS[what]));
      if (text !== listedFigure(what, told)) (this.written[what] ??= {})[this.columns.id.length] = text;
    }
  }

  #industryRow(words: Words): number {
    const known = this.#industryRows.get(words.zh);
    if (known !== undefined) return known;
    this.#industryRows.set(words.zh, this.industries.length);
    return this.industries.push(words) - 1;
  }
}
