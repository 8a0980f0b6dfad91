import type { Finding } from '../../../policy/shape/finding.ts';
import { labelsFrom } from '../../../texts/labels.ts';
import { useApp } from '../../state/app.svelte.ts';
import { usePlan } from './plan-of-panel.ts';
import { parkOfPlan } from './plan-view.ts';

/** The park in hand where the building on the plan is of it, with what the law says of it and calls it. */
export class PlanPark {
  readonly #app = useApp();
  readonly #plan = usePlan();
  readonly view = $derived(parkOfPlan(this.#app.inspecting.view, this.#plan.building));
  /** Each once, however many parcels it stands on. */
  readonly buildings = $derived(
    (this.view?.facts.buildings ?? [])
      .filter(({ key }, i, all) => all.findIndex((own) => own.key === key) === i)
      .map(({ building }) => building),
  );
  readonly labels = $derived(labelsFrom(this.#app.open.policy));

  finding(rule: string | undefined): Finding | null {
    return this.view?.findings.find((own) => own.rule === rule) ?? null;
  }

  /** What a rule is called; undefined where the policy in hand has none of this id. */
  title(rule: string | undefined): string | undefined {
    return this.#app.open.policy?.rules.find(({ id }) => id === rule)?.title[this.#app.settings.language];
  }

  /** Fields of the park given values, as one step. */
  fill(fields: Readonly<Record<string, unknown>>): void {
    if (this.view) void this.#app.sketch.do({ do: 'fields', table: 'park', keys: [this.view.key], fields });
  }
}
