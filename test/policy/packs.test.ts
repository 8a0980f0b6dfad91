import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { labelsOf } from '../../src/policy/labels.ts';
import { filesOf, identityOf, packOn, type PackTexts } from '../../src/policy/choose-pack.ts';
import { versionOf } from '../../src/policy/history.ts';
import { packIdOn, packNamed, packVersions } from '../../src/workers/policy-packs.ts';
import { loadPack } from '../../src/policy/load/pack.ts';

const folder = new URL('../../data/policies/', import.meta.url);
const textsOf = (id: string): PackTexts =>
  Object.fromEntries(
    readdirSync(new URL(`${id}/`, folder))
      .filter((name) => /\.(yaml|csv)$/.test(name))
      .map((name) => [name, readFileSync(new URL(`${id}/${name}`, folder), 'utf8')]),
  );
const packs = ['zhengzhou-2021', 'zhengzhou-draft'].map((id) => identityOf(textsOf(id)));

describe('land classes', () => {
  it('of other systems name a class of the planning guide of the same use and colour', () => {
    const { landClasses, landClassOf } = packNamed('zhengzhou-draft');
    const entries = Object.values(landClasses).flat();
    const mapped = entries.filter((entry) => entry.guide !== undefined);
    expect(mapped.map((entry) => entry.code)).toEqual(
      expect.arrayContaining(['M1', 'W', 'A35', '0601', '0604', '0508']),
    );
    for (const { guide, colour, industrial, road } of mapped)
      expect(landClassOf({ system: 'planning-guide-2023', code: guide! })).toMatchObject({
        code: guide,
        colour,
        industrial,
        road,
      });
  });
});

describe('the packs there are', () => {
  it.each([
    ['2020-12-31', null],
    ['2021-01-01', 'zhengzhou-2021'],
    ['2021-12-31', 'zhengzhou-2021'],
    ['2022-01-01', 'zhengzhou-draft'],
    ['2026-11-22', 'zhengzhou-draft'],
  ])('on %s it is %s', (date, id) => expect(packOn(date, packs)).toBe(id));

  it('a pack in force outranks a draft that is planned by', () => {
    const later = { ...packs[0], id: 'issued', from: '2023-06-01', until: undefined };
    expect(packOn('2023-05-31', [...packs, later])).toBe('zhengzhou-draft');
    expect(packOn('2023-06-01', [...packs, later])).toBe('issued');
  });

  it('idle land has the thresholds of the Measures on Idle Land; those no one published say so', () => {
    const draft = loadPack(textsOf('zhengzhou-draft'));
    if (!draft.ok) throw new Error(JSON.stringify(draft.refusal));
    const { thresholds } = draft.value;
    const valueOf = (id: string) => thresholds.find((t) => t.id === id)?.value;
    expect(['idle.not-started', 'idle.invested', 'idle.developed'].map(valueOf)).toEqual([1, 0.25, 1 / 3]);
    for (const t of thresholds) if (t.source.startsWith('设定')) expect(t.confidence).toBeLessThan(0.5);
    const shares = thresholds.filter((t) => t.class === 'grade').map((t) => Number(t.value));
    expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
  });

  it('every ratio held against a percentage of the text is shown as one, and the plot ratio is not', () => {
    const draft = loadPack(textsOf('zhengzhou-draft'));
    if (!draft.ok) throw new Error(JSON.stringify(draft.refusal));
    const { measures } = labelsOf(draft.value);
    const held = JSON.stringify(draft.value.rules.map((rule) => rule.test)).matchAll(/"measure":"(\w+)"/g);
    const ratios = [...new Set([...held].map(([, name]) => name))].filter(
      (m) => draft.value.measures[m].unit === 'ratio',
    );
    const inPercent = ratios.filter((name) => measures[name].percent);
    expect(ratios.filter((name) => !inPercent.includes(name))).toEqual(['industrialPlotRatio', 'plotRatio']);
    expect(inPercent.length).toBe(6);
  });

  it('the history of a pack tells the values and rules that ended, with what followed', () => {
    const texts = textsOf('zhengzhou-draft');
    const dated = {
      ...texts,
      'rules.yaml': texts['rules.yaml']
        .replace(
          "op: '>=', value: 100, unit: mu",
          "op: '>=', value: [{ until: 2026-12-31, value: 100 }, { from: 2027-01-01, value: 80 }], unit: mu",
        )
        .replace('  - id: scale.service\n', '  - id: scale.service\n    until: 2026-06-30\n'),
    };
    const [before, after] = [texts, dated].map((own) => loadPack(own));
    if (!before.ok || !after.ok) throw new Error('not loaded');
    expect(versionOf(before.value)).toMatchObject({ id: 'zhengzhou-draft', rules: 39, values: [], datedRules: [] });
    const { values, datedRules, plannedFrom } = versionOf(after.value);
    expect(plannedFrom).toBe('2022-01-01');
    expect(values).toMatchObject([
      {
        rule: 'scale.manufacturing',
        label: { zh: '占地面积' },
        op: '>=',
        unit: 'mu',
        values: [
          { until: '2026-12-31', value: 100 },
          { from: '2027-01-01', value: 80 },
        ],
      },
    ]);
    expect(datedRules.map(({ rule, until }) => [rule, until])).toEqual([['scale.service', '2026-06-30']]);
  });

  it('the page has every pack there is, and takes the one of the day', () => {
    expect(packVersions().map((v) => v.id)).toEqual(['zhengzhou-draft', 'zhengzhou-2021']);
    expect(packIdOn('2021-06-01')).toBe('zhengzhou-2021');
    expect(packNamed(packIdOn('2026-01-01')!).rules.length).toBeGreaterThan(30);
  });

  it('what is repealed is known by title and number, and by nothing else', () => {
    const loaded = loadPack(filesOf('zhengzhou-2021', textsOf));
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.refusal));
    const { title, rules, clauses, jurisdictions, fields } = loaded.value;
    const draft = loadPack(textsOf('zhengzhou-draft'));
    if (!draft.ok) throw new Error(JSON.stringify(draft.refusal));
    expect({ rules, clauses }).toEqual({ rules: [], clauses: [] });
    expect(draft.value.repeals.map((r) => r.title)).toEqual([title]);
    expect(loaded.value.source).toContain(draft.value.repeals[0].number);
    expect({ jurisdictions, fields }).toEqual({ jurisdictions: draft.value.jurisdictions, fields: draft.value.fields });
  });
});
