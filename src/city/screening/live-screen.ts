import { atOnce, inTurns, type Steps } from '../../domain/steps.ts';
import type { City } from '../city.ts';
import type { Judgement } from '../judgement.ts';
import { turnsOn } from '../turn-taking.ts';
import { CityScreen } from './city-screen.ts';

/** The screen of a city that changes: made anew when it is asked of other land, and what is told of it while others are let in. */
export class LiveScreen {
  readonly #city: City;
  readonly #judgement: Judgement;
  #known: CityScreen | null = null;
  /** Several ask at once: it is made once. */
  #making: { readonly version: number; readonly made: Promise<unknown> } | null = null;

  constructor(city: City, judgement: Judgement) {
    this.#city = city;
    this.#judgement = judgement;
  }

  /** Of the land as it is now. */
  get now(): CityScreen {
    return atOnce(this.steps());
  }

  /** The same in small steps, between which the land must stay as it is. */
  *steps(): Steps<CityScreen> {
    if (this.#known?.version !== this.#city.version) this.#known = yield* CityScreen.steps(this.#city, this.#judgement);
    return this.#known;
  }

  /** Made while others are let in: of the land as it is when it is answered. */
  async ready(): Promise<CityScreen> {
    for (;;) {
      const { version } = this.#city;
      if (this.#known?.version === version) return this.#known;
      if (this.#making?.version !== version) this.#making = { version, made: this.#inTurns(this.steps()) };
      await this.#making.made;
    }
  }

  /** What is told of it in small steps; where the land changes meanwhile, of the land it became. */
  async tell<T>(of: (screened: CityScreen) => Steps<T>): Promise<T> {
    for (;;) {
      const told = await this.#inTurns(of(await this.ready()));
      if (told) return told.value;
    }
  }

  /** Null where the land has become another meanwhile. */
  async #inTurns<T>(steps: Steps<T>): Promise<{ readonly value: T } | null> {
    const { version } = this.#city;
    try {
      return { value: await inTurns(steps, turnsOn(this.#city)) };
    } catch (error) {
      if (this.#city.version !== version) return null;
      throw error;
    }
  }
}
