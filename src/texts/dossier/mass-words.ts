import type { ParkFacts } from '../../domain/land/facts.ts';
import type { MassWords } from '../../formats/report/mass/mass-sheet.ts';
import type { Language } from '../language.ts';
import { sketchMap } from '../ui/sketch-map.ts';
import { roofLines } from '../ui/sketch-mass.ts';
import { dossierWords } from './words.ts';

const words = {
  zh: {
    title: (park: string) => `${park} 体量示意图`,
    about: '自南偏东斜看的园区体量，楼层逐层分开，斜线的楼层计容积率时计两层',
    north: '北',
    unscaled: '斜视示意，不按比例，不作量测；层高不详的按每层 4.5 m 或 3.6 m 画',
  },
  en: {
    title: (park: string) => `${park}: mass`,
    about:
      'The park seen from the south-east at a slant, storey by storey; hatched storeys count twice for the plot ratio',
    north: 'N',
    unscaled: 'Seen at a slant, to no scale; storeys of unknown height are drawn as 4.5 m or 3.6 m',
  },
} as const;

/** What is said on 体量示意图 of a park. */
export function massWords({ park }: Pick<ParkFacts, 'park'>, isSample: boolean, language: Language): MassWords {
  const { title, ...rest } = words[language];
  return {
    ...rest,
    title: title(park.name ?? park.id),
    sample: isSample ? dossierWords[language].sample : '',
    roofOf: ({ id, name, storeys, mass }) =>
      roofLines(language, name ?? id, storeys === null ? '' : sketchMap[language].storeys(storeys), mass),
  };
}
