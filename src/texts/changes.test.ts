import { describe, expect, it } from 'vitest';
import type { ChangeNote } from '../domain/land/change.ts';
import { sayChangeNote } from './change-notes.ts';
import { changeSentences } from './changes.ts';
import { sayRefusal } from './refusals.ts';

const names = {
  fields: { 'park.industries': { zh: '主导产业', en: 'leading industries' } },
  values: {},
  landClasses: {},
};
const both = (code: keyof typeof changeSentences, params: Readonly<Record<string, string | number>>) =>
  (['zh', 'en'] as const).map((language) => sayRefusal(language, { code, params }, changeSentences, names));

describe('why land is not changed', () => {
  it('names the records that were changed meanwhile, and how many more', () => {
    const records = 'parcel A、park P';
    expect(both('changed-meanwhile', { count: 2, records })).toEqual([
      '宗地 A、园区 P 已在别处改动，这一步没有执行。请看过现在的内容后重试。',
      'parcel A, park P changed meanwhile, so this was not done. Look at it as it is now and try again.',
    ]);
    expect(both('changed-meanwhile', { count: 7, records })[1]).toContain('park P and 2 more changed');
  });

  it('says what is to be filled in by the name of the field', () => {
    expect(both('names-missing', { kind: 'park', field: 'industries', count: 1 })).toEqual([
      '请填写主导产业，至少 1 个。',
      'Name one more: leading industries.',
    ]);
    expect(both('name-twice', { name: '新材料' })).toEqual([
      '“新材料”重复，请换一个。',
      '"新材料" is there already; give another one.',
    ]);
  });
});

it('a step is called by what it did', () => {
  const titles = { far: 'Plot ratio' };
  const said = (code: ChangeNote['code'], params: Record<string, string | number>) =>
    (['zh', 'en'] as const).map((language) => sayChangeNote(language, { code, params }, titles));
  expect(said('mend', { park: '甲园', rule: 'far' })).toEqual(['甲园 Plot ratio', '甲园: Plot ratio']);
  expect(said('mend', { park: '', rule: 'gone' })).toEqual(['gone', 'gone']);
  expect(said('split', { id: 'A', count: 2 })).toEqual(['把宗地 A 分成 2 宗', 'parcel A split into 2']);
  expect(said('vertex-moved', { id: 'A', number: 2 })[0]).toBe('移动界址点 J2（A）');
  expect(said('merge', { ids: 'A、B' })[0]).toBe('合并宗地 A、B');
});
