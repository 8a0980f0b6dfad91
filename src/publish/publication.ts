import type { City } from '../city/city.ts';
import type { Backdrop } from '../city/view.ts';
import type { Law } from '../city/law.ts';
import type { Key } from '../domain/land/change.ts';
import { labelsOf } from '../policy/labels.ts';
import { namingBy } from './collect/english.ts';
import { isParkPublished } from './collect/is-published.ts';
import { PublishedPlaces } from './collect/places.ts';
import { publishedPark, type PublishedPark } from './collect/published-park.ts';
import { slugsOf } from './collect/slugs.ts';
import { withheldOf, type Withheld } from './collect/withheld.ts';
import type { PublishSettings } from './settings.ts';
import type { Wording } from './words/park-file.ts';

/** A city to be published, by one law. */
export interface PublishInput {
  readonly city: City;
  readonly law: Law;
  readonly settings: PublishSettings;
  /** What lies under the parcels; null where no one drew it. */
  readonly backdrop: Backdrop | null;
  readonly progress?: (done: number) => void;
}

/** So many parks are judged before what is remembered of them is let go. */
const TOGETHER = 200;

/** What of a city is published: its parks one by one, so that a province's fit into memory, and the places they lie in. */
export class Publication {
  readonly input: PublishInput;
  readonly wording: Wording;
  readonly places: PublishedPlaces;
  readonly keys: readonly Key[];
  readonly withheld: Withheld;
  readonly #slugs: readonly string[];

  constructor(input: PublishInput) {
    const { city, law, settings } = input;
    const english = namingBy(settings.names, law.pack);
    this.input = input;
    this.places = new PublishedPlaces(city, law.pack, english, settings);
    this.wording = { labels: labelsOf(law.pack), places: this.places, english };
    this.keys = city.parks.filter((key) => isParkPublished(city.park(key)!));
    this.withheld = withheldOf(city, settings.withheldClasses);
    this.#slugs = slugsOf(this.keys.map((key) => city.park(key)!.id));
  }

  *parks(): Generator<PublishedPark> {
    const { city, law, settings, progress } = this.input;
    const { places, withheld } = this;
    let judgement = city.judge(law);
    for (const [i, key] of this.keys.entries()) {
      if (i % TOGETHER === 0 && i > 0) judgement = city.judge(law);
      progress?.(i / this.keys.length);
      yield publishedPark({ city, judgement, key, slug: this.#slugs[i], places, thinning: settings, withheld });
    }
  }

  /** Parks with land that is shown to no one: they are told without it, and without what rests on it. */
  get shownInPart(): readonly Key[] {
    const { city } = this.input;
    const isWithheld = (parcel: Key) => this.withheld.parcels.has(parcel);
    return this.keys.filter((key) => city.placed.parcelsOfPark(city.park(key)!.id).some(isWithheld));
  }
}
