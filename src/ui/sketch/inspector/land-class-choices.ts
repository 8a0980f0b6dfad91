import type { PolicyView } from '../../../city/view.ts';
import type { LandClass } from '../../../domain/land/model.ts';
import type { Language } from '../../../texts/index.ts';

/** 用地性质 as one is chosen. */
export interface LandClassChoice {
  /** The code alone. */
  readonly value: string;
  readonly name: string;
  readonly landClass: LandClass;
}

/** Classes of the system a pack names first, which is the one that is planned by; none while there is no pack. */
export function landClassChoices(policy: PolicyView | null, language: Language): readonly LandClassChoice[] {
  const [first] = Object.entries(policy?.landClasses ?? {});
  if (!first) return [];
  const [system, classes] = first;
  return classes.map(({ code, ...names }) => ({
    value: code,
    name: `${code} ${names[language]}`,
    landClass: { system: system as LandClass['system'], code },
  }));
}
