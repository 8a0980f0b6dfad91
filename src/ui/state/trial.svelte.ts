import type { Client } from '../../client/client.ts';
import type { Difference } from '../../policy/what-if/difference.ts';
import { isAbort } from './project.svelte.ts';
import type { Parameter } from '../../policy/what-if/parameters.ts';

/** 试算: one figure of the law at another value, and what that changes. The pack itself stays as it is. */
export class Trial {
  parameter = $state.raw<Parameter | null>(null);
  value = $state(0);
  difference = $state.raw<Difference | null>(null);
  /** The value the difference is of: another than `value` while an answer is awaited. */
  answered = $state(0);
  /** True when there is nothing to ask: the project was closed by a cancelled opening. */
  lost = $state(false);
  readonly #client: Client;
  #asking = false;
  #again = false;

  constructor(client: Client) {
    this.#client = client;
  }

  choose(parameter: Parameter | null) {
    if (parameter === this.parameter) return;
    this.parameter = parameter;
    this.value = parameter?.value ?? 0;
    this.difference = null;
    this.lost = false;
  }

  /** The same figure in another law, still at the value that is tried; none where that law has no such figure. */
  judgedAnew(parameters: readonly Parameter[]) {
    const { value } = this;
    const own = parameters.find(({ id }) => id === this.parameter?.id) ?? null;
    this.choose(own);
    if (own) this.move(value);
  }

  /** While one answer is awaited only the newest value waits behind it: the slider never queues. */
  move(value: number) {
    if (!Number.isFinite(value)) return;
    this.value = value;
    if (this.#asking) this.#again = true;
    else void this.#ask();
  }

  #answer(difference: Difference | null, value: number) {
    this.difference = difference;
    this.answered = value;
    this.lost = difference === null;
  }

  async #ask() {
    const { parameter, value } = this;
    if (!parameter) return;
    this.#asking = true;
    try {
      const difference = await this.#client.whatIf({ changes: [{ id: parameter.id, value }] });
      if (this.parameter === parameter) this.#answer(difference, value);
    } catch (error) {
      // Dropped because law or land is another by now, as where the city was still being opened: it is asked anew of that.
      if (this.parameter === parameter && isAbort(error)) this.#again = true;
      else if (this.parameter === parameter) this.#answer(null, value);
    } finally {
      this.#asking = false;
    }
    if (!this.#again) return;
    this.#again = false;
    await this.#ask();
  }
}
