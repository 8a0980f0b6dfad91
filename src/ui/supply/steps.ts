import type { Component } from 'svelte';
import type { SupplyStep } from '../address/address.ts';
import type { App } from '../state/app.svelte.ts';
import AssembleDrawer from './assemble/Drawer.svelte';
import AssemblePanel from './assemble/Panel.svelte';
import AssembleTitle from './assemble/Title.svelte';
import ImportDrawer from './import/Drawer.svelte';
import ImportOver from './import/Over.svelte';
import ImportPanel from './import/Panel.svelte';
import ImportTitle from './import/Title.svelte';
import LedgerDrawer from './ledger/Drawer.svelte';
import LedgerPanel from './ledger/Panel.svelte';
import LedgerTitle from './ledger/Title.svelte';
import PlanDrawer from './plan/Drawer.svelte';
import PlanOver from './plan/Over.svelte';
import PlanPanel from './plan/Panel.svelte';
import PlanTitle from './plan/Title.svelte';
import ScreenDrawer from './screen/FlagDrawer.svelte';
import ScreenTitle from './screen/FlagTitle.svelte';
import ScreenPanel from './screen/Panel.svelte';

/** One step of the supply desk. */
export interface Step {
  /** Beside the map. */
  readonly Panel: Component;
  /** In the line of the drawer: a heading and what is summed up of it. */
  readonly Title: Component;
  readonly Drawer: Component;
  /** It is worked at before any land is open. */
  readonly withoutLand?: true;
  /** Over the map: legends and the like. */
  readonly Over?: Component;
  /** What is left to do in it or was made in it; null while it is not known. */
  readonly count: (app: App) => number | null;
}

/** The steps of the supply desk, in the order in which the year's plan is made. */
export const STEPS: Readonly<Record<SupplyStep, Step>> = {
  import: {
    withoutLand: true,
    Panel: ImportPanel,
    Title: ImportTitle,
    Drawer: ImportDrawer,
    Over: ImportOver,
    count: ({ supply }) => supply.importing.unmatched,
  },
  screen: {
    Panel: ScreenPanel,
    Title: ScreenTitle,
    Drawer: ScreenDrawer,
    count: ({ supply }) => supply.flags.undecided,
  },
  assemble: {
    Panel: AssemblePanel,
    Title: AssembleTitle,
    Drawer: AssembleDrawer,
    count: ({ supply }) => supply.choices.locked,
  },
  plan: {
    Panel: PlanPanel,
    Title: PlanTitle,
    Drawer: PlanDrawer,
    Over: PlanOver,
    count: ({ supply }) => supply.plan.view && supply.plan.view.parks.length,
  },
  ledger: {
    Panel: LedgerPanel,
    Title: LedgerTitle,
    Drawer: LedgerDrawer,
    count: ({ supply }) => supply.ledger.view?.plan?.rows ?? null,
  },
};
