import type { Intent } from '../../../desk/intent.ts';
import { fieldsOfKind } from '../../../domain/land/fields/kinds.ts';
import type { BuildingFacts } from '../../../domain/land/facts.ts';
import type { Dictionary } from '../../../formats/fields/dictionary.ts';
import { keyOfName } from '../../../formats/fields/heading.ts';
import type { Grid } from '../../../formats/sheet/grid.ts';
import type { Language } from '../../../texts/index.ts';
import type { Labels } from '../../../texts/labels.ts';
import { sketchInspector } from '../../../texts/ui/sketch-inspector.ts';
import { allowedText } from '../../parts/records/field-words.ts';
import { controlOf, noneOf, typedText, typedValue } from '../../parts/records/typed-value.ts';
import { membersGiven, type MemberList } from './member-rows.ts';

/** 租赁台账: leases of a park as a table of a file, a row each, and such a table as leases. */

const fields = fieldsOfKind('lease');
const FIELDS = Object.keys(fields);
type Built = readonly Pick<BuildingFacts, 'building'>[];
type Value = string | number;

const plain = (type: (typeof fields)[string]) => (type.is === 'nullable' ? type.of : type);

/** Heads in the language, then the leases; a building by its name where no other of the park has it, else by its id. */
export function leaseRows(list: MemberList, built: Built, language: Language, labels: Labels): readonly Value[][] {
  const { yes, no, noneOf: none } = sketchInspector[language];
  const cellOf = (field: string, value: unknown): Value => {
    if (value === undefined) return '';
    if (value === null) return none;
    if (typeof value === 'boolean') return value ? yes : no;
    if (field === 'buildingId') return nameOf(built, String(value));
    return typeof value === 'number' ? value : typedText(fields[field], value);
  };
  return [
    FIELDS.map((field) => labels.fields[`lease.${field}`]?.[language] ?? field),
    ...list.members.map((lease) => FIELDS.map((field) => cellOf(field, lease[field]))),
  ];
}

const byId = (built: Built) => new Map(built.map(({ building }) => [building.id, building]));

function nameOf(built: Built, id: string): string {
  const all = [...byId(built).values()];
  const name = all.find((own) => own.id === id)?.name;
  return name === undefined || all.filter((own) => own.name === name || own.id === name).length > 1 ? id : name;
}

/** What is wrong with a table of leases, for people: the line of the file, the column, what it says, what it takes. */
interface LeaseFault {
  readonly line: number;
  readonly column: string;
  readonly text: string;
  readonly allowed: string;
}

export type ReadLeases =
  | {
      readonly is: 'read';
      readonly intent: Intent;
      readonly added: number;
      readonly changed: number;
      readonly left: readonly string[];
    }
  | { readonly is: 'faults'; readonly faults: readonly LeaseFault[] }
  /** No column is called as the number of a lease is. */
  | { readonly is: 'no-ids' };

/**
 * A table by its heads (any name the policy pack has for a field, or as the field is called): a lease that is there gets what its row says, and
 * keeps what no column or an empty cell says nothing of; others are added. Nothing is taken where one cell is wrong.
 */
export function leasesOf(
  grid: Grid,
  list: MemberList,
  built: Built,
  language: Language,
  dictionary: Dictionary,
): ReadLeases {
  const [head, ...rows] = grid.rows;
  const columns = (head?.cells ?? []).map((name) => ({ name, ...saidBy(name, dictionary) }));
  if (!columns.some(({ field }) => field === 'id')) return { is: 'no-ids' };
  const faults: LeaseFault[] = [];
  const seen = new Set<string>();
  const given = rows.map(({ line, cells }) => {
    const lease: Record<string, unknown> = {};
    columns.forEach(({ name, field, unit }, n) => {
      const text = (cells[n] ?? '').trim();
      if (field === null || (text === '' && field !== 'id')) return;
      const isBare = isFigure(field) && /^[\d., ]+$/.test(text.normalize('NFKC'));
      const read = cellRead(field, isBare ? `${text}${unit}` : text, built, language, dictionary);
      if (!read.ok || (field === 'id' && seen.has(text)))
        faults.push({
          line,
          column: name,
          text,
          allowed: read.ok ? sketchInspector[language].allowed.id : read.allowed,
        });
      else lease[field] = read.value;
    });
    seen.add(String(lease.id));
    return lease;
  });
  if (faults.length > 0) return { is: 'faults', faults };
  const byNumber = new Map(given.map((lease) => [lease.id, lease]));
  const had = new Set(list.members.map(({ id }) => id));
  const fresh = given.filter(({ id }) => !had.has(id as string));
  return {
    is: 'read',
    intent: membersGiven(list, [...list.members.map((own) => ({ ...own, ...byNumber.get(own.id) })), ...fresh]),
    added: fresh.length,
    changed: given.length - fresh.length,
    left: columns.flatMap(({ name, field }) => (field === null && name.trim() !== '' ? [name.trim()] : [])),
  };
}

/** 编号 alone is the number of the lease: what else could be meant has its own word. */
const NUMBERS = ['编号', '合同号', 'id'];

const isFigure = (field: string): boolean => ['number', 'integer'].includes(plain(fields[field]).is);

interface Said {
  readonly field: string | null;
  readonly unit: string;
}

/** The field a heading names, and the unit it gives figures that have none of their own: 租赁面积（亩）, 租金（元/㎡·月）. */
function saidBy(heading: string, dictionary: Dictionary): Said {
  const [, before, inside] = /^(.+?)[([](.+)[)\]]$/.exec(keyOfName(heading)) ?? [];
  const whole = called(heading, dictionary);
  // A unit the field is not counted in stays, so that its figures are refused; a bracket of words is another name.
  if (whole.field !== null || before === undefined) return whole;
  const { field } = called(before, dictionary);
  const isUnit = field !== null && (!isFigure(field) || typedValue(fields[field], `1${inside}`).ok);
  return isUnit ? { field, unit: inside } : { field: null, unit: '' };
}

function called(heading: string, dictionary: Dictionary): Said {
  const name = keyOfName(heading).toLowerCase();
  if (NUMBERS.includes(name)) return { field: 'id', unit: '' };
  const own = FIELDS.find((field) => field.toLowerCase() === name);
  if (own !== undefined) return { field: own, unit: '' };
  const column = dictionary.columnOf('lease', heading) ?? dictionary.columnOf('lease', name);
  // 名称 is a name everywhere, and no lease has one.
  if (!column || !FIELDS.includes(column.field)) return { field: null, unit: '' };
  return { field: column.field, unit: column.units[0]?.name ?? '' };
}

function cellRead(
  field: string,
  text: string,
  built: Built,
  language: Language,
  dictionary: Dictionary,
): { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly allowed: string } {
  const { allowed, noneOf: none, yesOrNo } = sketchInspector[language];
  const type = fields[field];
  if (field === 'id') return text === '' ? { ok: false, allowed: allowed.id } : { ok: true, value: text };
  if (field === 'buildingId') return { ok: true, value: buildingIn(built, text) };
  if (noneOf(type) && [none, sketchInspector.zh.noneOf, sketchInspector.en.noneOf].some((word) => isSame(word, text)))
    return { ok: true, value: null };
  if (controlOf(type) === 'flag') {
    const meant = dictionary.meaningOf('lease', field, text);
    return meant ? { ok: true, value: meant.value } : { ok: false, allowed: yesOrNo };
  }
  const said = typedValue(type, text);
  return said.ok ? said : { ok: false, allowed: allowedText(language, said.wanted, plain(type)) };
}

const isSame = (word: string, text: string): boolean => word.toLowerCase() === text.normalize('NFKC').toLowerCase();

/** By its id, or by a name that one building has; one that is not there is kept as it is written. */
function buildingIn(built: Built, text: string): string {
  const all = [...byId(built).values()];
  const named = all.filter(({ name }) => name?.trim() === text);
  return all.some(({ id }) => id === text) || named.length !== 1 ? text : named[0].id;
}
