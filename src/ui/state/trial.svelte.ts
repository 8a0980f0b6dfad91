import type { Client } from '../../client/client.ts';
import type { Difference } from '../../policy/what-if/difference.ts';
import type { Parameter } from '../../policy/what-if/parameters.ts';

/** 试算: one figure of the law at another value, and what that changes. The pack itself stays as it is. */
export class Trial {
  parameter = $state.raw<Parameter | null>(null);
  value = $state(0);
  difference = $state.raw<Difference | null>(null);
  /** True when there is nothing to ask: the project was closed by a cancelled opening. */
  lost = $state(false);
  readonly #client: Client;
  #asking = false;
  #again = false;

  constructor(client: Client) {
    this.#client = client;
  }

  choose(parameter: Parameter | null) {
    if (parameter?.id === this.parameter?.id) return;
    this.parameter = parameter;
    this.value = parameter?.value ?? 0;
    this.difference = null;
    this.lost = false;
  }

  /** While one answer is awaited only the newest value waits behind it: the slider never queues. */
  move(value: number) {
    if (!Number.isFinite(value)) return;
    this.value = value;
    if (this.#asking) this.#again = true;
    else void this.#ask();
  }

  async #ask() {
    const { parameter, value } = this;
    if (!parameter) return;
    this.#asking = true;
    try {
      const difference = await this.#client.whatIf([{ id: parameter.id, value }]);
      if (this.parameter?.id === parameter.id) {
        this.difference = difference;
        this.lost = difference === null;
      }
    } catch {
      this.lost = true;
    } finally {
      this.#asking = false;
    }
    if (!this.#again) return;
    this.#again = false;
    await this.#ask();
  }
}
