import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { labelsOf } from '../../src/policy/labels.ts';
import { filesOf, identityOf, packOn, type PackTexts } from '../../src/policy/choose.ts';
import { loadPack } from '../../src/policy/pack.ts';

const folder = new URL('../../data/policies/', import.meta.url);
const textsOf = (id: string): PackTexts =>
  Object.fromEntries(
    readdirSync(new URL(`${id}/`, folder)).map((name) => [
      name,
      readFileSync(new URL(`${id}/${name}`, folder), 'utf8'),
    ]),
  );
const packs = ['zhengzhou-2021', 'zhengzhou-draft'].map((id) => identityOf(textsOf(id)));

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
