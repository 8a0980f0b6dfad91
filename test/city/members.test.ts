import { describe, expect, it } from 'vitest';
import { City } from '../../src/city/city.ts';
import { judgedPark, parkView } from '../../src/city/park-views.ts';
import { History } from '../../src/desk/history.ts';
import type { Intent } from '../../src/desk/intent.ts';
import { editOf } from '../../src/desk/intents/intents.ts';
import { readExchange } from '../../src/formats/exchange/read.ts';
import { bytes, building, collection, parcel, park, rectangle } from '../helpers/city.ts';
import { readPack } from '../policy/cases.ts';
import { memberColumns, memberEdit } from '../../src/ui/sketch/inspector/member-columns.ts';
import {
  memberAdded,
  memberLists,
  memberRows,
  membersRemoved,
  type MemberKind,
} from '../../src/ui/sketch/inspector/member-rows.ts';

const pack = readPack('zhengzhou-draft');
const labels = { measures: {}, fields: {}, exceptions: {}, values: {} };

/** A park with two buildings, its lists as the desk shows them, and what is done to it. */
function desk() {
  const file = collection(
    park({ leases: [{ id: '2', signedOn: '2026-01-01' }] }),
    parcel('A', rectangle(0, 0, 200, 200)),
    building('A-1', 'A', rectangle(10, 10, 40, 40), { name: '1#', units: [{ id: '101', floorAreaM2: 300 }] }),
    building('A-2', 'A', rectangle(80, 10, 40, 40)),
  );
  const read = readExchange('a.geojson', bytes(file), { fields: pack.fields });
  if (!read.ok) throw new Error(read.refusal.code);
  const city = City.open(read.value.project)!;
  const history = new History();
  const view = () => parkView(judgedPark(city.judge({ pack, date: '2026-06-01' }), 0));
  const lists = (kind: MemberKind) => memberLists(kind, view());
  const rows = (kind: MemberKind) => memberRows(lists(kind));
  const done = (intent: Intent) => {
    const edit = editOf(city.placed, intent);
    if (!edit.ok) throw new Error(JSON.stringify(edit.refusal));
    expect(history.do(edit.value.change, (change) => city.apply(change)).ok).toBe(true);
  };
  const type = (kind: MemberKind, row: number, field: string, text: string) => {
    const made = memberEdit(kind, 'zh', rows(kind)[row], field, text);
    if (made.ok && made.intent) done(made.intent);
    return made.ok ? (made.intent ? 'done' : 'same') : made.allowed;
  };
  return { history, city, view, lists, rows, done, type };
}

describe('leases and units by hand', () => {
  it('are added by the next number, changed field by field in the type of the field, and taken out, a step each', () => {
    const { history, city, view, lists, rows, done, type } = desk();
    const first = JSON.stringify(view().park);
    done(memberAdded(lists('lease')[0]));
    expect(rows('lease').map(({ member }) => member.id)).toEqual(['2', '3']);
    expect(type('lease', 1, 'signedOn', '2026年3月1日')).toBe('done');
    expect(type('lease', 1, 'filedOn', '没有')).toBe('done');
    expect(type('lease', 1, 'rentYuanPerM2Month', '２８.５')).toBe('done');
    expect(type('lease', 1, 'sublet', 'false')).toBe('done');
    expect(type('lease', 1, 'sublet', 'false')).toBe('same');
    expect(type('lease', 1, 'signedOn', 'soon')).toContain('2026-03-01');
    expect(type('lease', 1, 'id', '2')).toContain('编号');
    expect(view().park.leases).toEqual([
      { id: '2', signedOn: '2026-01-01' },
      { id: '3', signedOn: '2026-03-01', filedOn: null, rentYuanPerM2Month: 28.5, sublet: false },
    ]);
    expect(type('lease', 1, 'signedOn', '')).toBe('done');
    expect(view().park.leases![1]).not.toHaveProperty('signedOn');
    done(membersRemoved(lists('lease')[0], new Set([0])));
    expect(view().park.leases).toHaveLength(1);
    // Each of the seven was a step of its own.
    expect(history.depth.undo).toBe(7);
    while (history.depth.undo > 0) history.undo((change) => city.apply(change));
    expect(JSON.stringify(view().park)).toBe(first);
  });

  it('units stand by building, with what the building is called and the sum of their areas', () => {
    const { lists, rows, done, type } = desk();
    expect(lists('unit').map(({ name, members }) => [name, members.length])).toEqual([
      ['1#', 1],
      ['A-2', 0],
    ]);
    done(memberAdded(lists('unit')[1]));
    expect(type('unit', 1, 'floorAreaM2', '1亩')).toBe('done');
    expect(type('unit', 1, 'use', 'production')).toBe('done');
    const columns = memberColumns('unit', 'zh', labels, rows('unit'));
    const text = (id: string) => rows('unit').map((row) => columns.find((own) => own.id === id)!.text(row));
    expect([text('of'), text('id'), text('use')]).toEqual([['1#', 'A-2'], ['101', '1'], ['—', 'production']]); // prettier-ignore
    expect(columns.find(({ id }) => id === 'floorAreaM2')!.sum).toBe('966.67');
  });
});
