import { describe, expect, it } from 'vitest';
import { uiTexts } from '../../texts/ui/index.ts';
import { Edits, type EditsPage } from './edits.svelte.ts';

const reason = [{ kind: 'record', of: 'park', id: 'P', field: 'farLimitReason' }] as const;
const repair = { code: 'record', steps: reason, outcome: 'relaxed', breaks: [] } as const;
const done = { ok: true, value: {} };
const settings = { language: 'zh', texts: uiTexts.zh };

/** A page whose worker answers as it is told; what it was asked. */
function pageWith(answers: { mend?: unknown; change?: unknown; undo?: unknown }, unsaved = 0) {
  const asked: unknown[] = [];
  const answer = (name: keyof typeof answers) => (input: unknown) => {
    asked.push({ [name]: input });
    return answers[name] instanceof Error ? Promise.reject(answers[name]) : Promise.resolve(answers[name] ?? null);
  };
  const note = { code: 'mend', params: { park: '甲园', rule: 'far' } };
  const open = {
    policy: { rules: [{ id: 'far', title: { zh: '容积率', en: 'plot ratio' } }], fields: {}, values: {}, measures: {} },
    history: { undo: note, redo: null, unsaved, scenarios: { unsaved } },
    mend: answer('mend'),
    change: answer('change'),
    undo: answer('undo'),
  };
  const parkView = { key: 7, findings: [{ rule: 'far', outcome: 'relaxed' }] };
  const page = { open, settings, park: { id: 'P', name: '甲园' }, parkView, announcement: '', goTo: () => undefined };
  return { edits: new Edits(page as unknown as EditsPage), page, asked };
}

describe('a repair that asks for words', () => {
  it('keeps what is typed while it is refused, and forgets it once it is applied', async () => {
    const refusal = { code: 'reason-missing', params: { kind: 'park', id: 'P', field: 'farLimitReason' } };
    const { edits, page, asked } = pageWith({ mend: { ok: false, refusal } });
    edits.begin('far', reason);
    edits.draftOf('far', reason)![0][0] = '高压线';
    expect(await edits.mend('far', repair)).toBe(false);
    expect(edits.refusalOf('far', reason)).toContain('写明理由后才能采用');
    expect(edits.refusalOf('other', reason)).toBeNull();
    edits.begin('far', reason);
    expect(edits.draftOf('far', reason)).toEqual({ 0: ['高压线'] });
    Object.assign(page.open, pageWith({ mend: { ok: true, value: {} }, change: done }).page.open);
    expect(await edits.mend('far', repair)).toBe(true);
    expect(asked[0]).toEqual({ mend: { park: 7, rule: 'far', steps: reason, answers: { 0: '高压线' } } });
    expect(edits.draftOf('far', reason)).toBeUndefined();
    expect(page.announcement).toMatch(/^已采用：.*容积率现在需认定。$/);
  });

  it('says that it was not done where nothing answers, and can be asked again', async () => {
    const { edits } = pageWith({ mend: new Error('lost') });
    edits.begin('far', reason);
    expect(await edits.mend('far', repair)).toBe(false);
    expect([edits.failure, edits.busy]).toEqual([uiTexts.zh.edits.failed, false]);
  });
});

describe('a step', () => {
  it('is called by its rule, and by its park where another is read', () => {
    const { edits, page } = pageWith({});
    expect([edits.nameOf(edits.last!), edits.nameHere(edits.last!)]).toEqual(['甲园 容积率', '容积率']);
    page.park.name = '乙园';
    expect(edits.nameHere(edits.last!)).toBe('甲园 容积率');
  });

  it('that is refused says why', async () => {
    const refusal = { code: 'changed-meanwhile', params: { count: 1, records: 'park P' } };
    const { edits, page } = pageWith({ undo: { ok: false, refusal } });
    await edits.undo();
    expect([edits.failure, page.announcement]).toEqual([expect.stringMatching(/^园区 P 已在别处改动/), '']);
  });
});

it('something else is opened at once where all is saved, else as it is said; of two the last one waits', async () => {
  expect(await pageWith({}).edits.mayGo()).toBe(true);
  const { edits } = pageWith({}, 2);
  const [first, second] = [edits.mayGo(), edits.mayGo()];
  expect([await first, edits.waiting]).toEqual([false, true]);
  edits.answer(true);
  expect([await second, edits.waiting]).toEqual([true, false]);
  const third = edits.mayGo();
  edits.answer(false);
  expect(await third).toBe(false);
});
