import { expect, it } from 'vitest';
import type { PolicyView } from '../../../city/view.ts';
import { landClassChoices } from './land-class-choices.ts';

it('land classes are chosen of the system the pack names first, by code and name', () => {
  const policy = {
    landClasses: {
      'planning-guide-2023': [{ code: '1001', zh: '工业用地', en: 'industry' }],
      'land-survey-3': [{ code: '1001', zh: '铁路用地', en: 'railway' }],
    },
  } as unknown as PolicyView;
  expect(landClassChoices(policy, 'zh')).toEqual([
    { value: '1001', name: '1001 工业用地', landClass: { system: 'planning-guide-2023', code: '1001' } },
  ]);
  expect(landClassChoices(null, 'en')).toEqual([]);
});
