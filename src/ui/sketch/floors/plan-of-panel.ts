import { createContext } from 'svelte';
import type { StoreyPlan } from '../../state/sketch/floors/storey-plan.svelte.ts';

/** The plan the panel shows, for its parts. */
export const [usePlan, providePlan] = createContext<StoreyPlan>();
