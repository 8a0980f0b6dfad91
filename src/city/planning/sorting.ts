import type { PlanFigures } from '../../policy/plan-settings.ts';
import type { City } from '../city.ts';
import type { Judgement } from '../judgement.ts';
import type { CityScreen } from '../screening/city-screen.ts';

/** What land is sorted by: the city, what is said of it, and the figures of the plan. */
export interface Sorting {
  readonly city: City;
  readonly judgement: Judgement;
  readonly screened: CityScreen;
  readonly figures: PlanFigures;
  readonly firstYear: number;
  /** Land without a cost is kept out. */
  readonly needsCost: boolean;
}
