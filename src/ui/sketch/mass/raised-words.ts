import type { Mass } from '../../../domain/land/storeys.ts';
import type { Outcome } from '../../../policy/shape/outcome.ts';
import { displayedText, displayed, fixed } from '../../../texts/figures.ts';
import { outcomeWord } from '../../../texts/index.ts';
import { labelsFrom } from '../../../texts/labels.ts';
import { sketchMap } from '../../../texts/ui/sketch-map.ts';
import type { App } from '../../state/app.svelte.ts';
import { barsOf, leadOf } from '../inspector/bars.ts';
import { barWords } from '../inspector/bar-words.ts';

/** What is told beside the handle, and to who hears it. */
interface RaisedWords {
  /** `3→4 层 · 18.6 m` */
  readonly storeys: string;
  /** Of the park with what is tried; null where it is not known. */
  readonly ratio: string | null;
  readonly outcome: Outcome | null;
  readonly notes: readonly string[];
  readonly said: string;
}

type Page = Pick<App, 'settings' | 'inspecting' | 'open'>;

/** Storeys, height, plot ratio and what the law says of it: the figures of the inspector, which are those of what is tried. */
export function raisedWords(
  { settings, inspecting, open }: Page,
  storeys: number | null,
  by: number,
  mass: Mass,
): RaisedWords {
  // prettier-ignore
  const { language } = settings;
  const say = settings.texts.mass;
  const { before, view } = inspecting;
  const labels = labelsFrom(open.policy);
  const bar = view && leadOf(barsOf(view.findings, before?.findings ?? null), labels.measures);
  const height = mass.assumed ? say.unknown[mass.assumed] : say.height(fixed(mass.heightM, 1));
  const now = storeys === null ? say.noStoreys : by === 0 ? say.storeys(storeys) : sketchMap[language].raised(storeys, storeys + by); // prettier-ignore
  const first = storeys === null ? now : `${now} · ${height}`;
  const told = bar ? barWords(language, bar, labels) : null;
  const was = bar && bar.before !== null && bar.before !== bar.now?.measured.value ? displayedText(language, displayed(bar.before, 'ratio', labels.measures[bar.key.split(' ')[0]])) : null; // prettier-ignore
  const ratio = told?.told ? `${told.name} ${was === null ? '' : `${was}→`}${told.told}` : null;
  const twice = mass.slabs.filter(({ isTwice }) => isTwice).length;
  const notes = [...(twice > 0 ? [say.twice(twice)] : []), ...(mass.isHigh ? [say.highTold] : [])];
  const outcome = bar?.outcome ?? null;
  const said = [first, ratio ?? '', outcome ? outcomeWord(language, outcome) : '', ...notes].filter(Boolean);
  return { storeys: first, ratio, outcome, notes, said: said.join(say.join) };
}
