import { makeCity } from './city.ts';
import { placeInEnglish } from './english.ts';
import { CITY, UNITS } from './names.ts';
import { PLAN_NAME, RESERVE_CENTRE } from './supply-year.ts';

/** Settings of the sample city's public map: all is invented, and says so. */
export function* publishSettings(): Generator<string> {
  yield `# 示例城市公众地图的设定，由 npm run sample 写成；各项见 docs/publish.md。
title: { zh: ${CITY}小微企业园, en: Small-enterprise parks of Chengzhou }
mapApproval: 示例审图号
sources:
  - { zh: 示例数据，不是真实城市, en: sample data of an invented city }
feedback: mailto:map@chengzhou.example
names:
`;
  const places = [...UNITS.map(({ name }) => name), ...makeCity(CITY, '9901').towns.map(({ name }) => name)];
  for (const name of new Set(places)) {
    const english = placeInEnglish(name);
    if (english === undefined) throw new Error(`${name} has no English name in english.ts`);
    yield `  ${name}: ${english}\n`;
  }
  yield `  ${RESERVE_CENTRE}: Municipal land reserve centre\n`;
  yield `  ${PLAN_NAME}（调整）: Supply plan of state-owned land for building, Chengzhou, 2025 (adjusted)\n`;
}
