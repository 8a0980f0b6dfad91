import { fieldsOfKind, keyOf, nested, recordKinds, type RecordKind } from '../../src/domain/land/fields/kinds.ts';
import type { Field, FieldType, FieldUnit } from '../../src/domain/land/fields/type.ts';
import { nameOf } from '../../src/domain/land/fields/type-name.ts';
import type { Pack } from '../../src/policy/shape/pack.ts';
import { expectedText } from '../../src/texts/expected.ts';
import { kindName } from '../../src/texts/field-names.ts';

const units: Readonly<Record<FieldUnit, string>> = {
  m2: 'm²',
  m: 'm',
  wanYuan: '万元',
  wanYuanPerMu: '万元/亩',
  wanYuanPerTce: '万元/tce',
  yuanPerM2: '元/m²',
  yuanPerM2Month: '元/m²·月',
  share: 'fraction',
  year: 'years',
  calendarYear: 'year',
  month: 'months',
  day: 'days',
  storey: 'storeys',
  count: '',
};

const core = (type: FieldType): FieldType => (type.is === 'nullable' || type.is === 'list' ? core(type.of) : type);

function typeText(field: string, type: FieldType): string {
  const inner = core(type);
  if (inner.is === 'record') {
    const of = Object.hasOwn(nested, field) ? `[${nested[field]}](#${nested[field].toLowerCase()})` : 'record';
    return type.is === 'list' ? `list of ${of}` : of === 'record' ? `\`${nameOf(inner)}\`` : of;
  }
  if (inner.is === 'range') return '`{min, max}`';
  if (type.is === 'one-of') return type.values.map((value) => `\`${value}\``).join(' · ');
  return expectedText('en', nameOf(type)).replace(/^a (?=\w)/, '');
}

const unitText = (type: FieldType): string => {
  const inner = core(type);
  return 'unit' in inner && inner.unit ? units[inner.unit] : '';
};

/** Where split and merge do more than hand it on. */
const rulesText = ({ split = 'same', merge = 'same' }: Field): string =>
  split === 'same' && merge === 'same' ? '' : `${split} / ${merge}`;

type Names = Pick<Pack, 'fields'>['fields'];

function table(kind: RecordKind, names: Names): string {
  const parcels = kind === 'parcel';
  const head = ['field', '名称', 'name', 'holds', 'in', 'public', ...(parcels ? ['split / merge'] : [])];
  const rows = Object.entries(fieldsOfKind(kind)).map(([field, row]) => [
    `\`${field}\``,
    names[kind][field].zh,
    names[kind][field].en,
    typeText(field, row),
    unitText(row),
    row.isPublic ? 'yes' : '',
    ...(parcels ? [rulesText(row)] : []),
  ]);
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return `## ${kind}\n\n${kindName('zh', kind)}\n\n${lines.join('\n')}\n`;
}

/** `docs/fields.md`: every row of the table of fields, by the names a pack gives it. */
export const fieldsDocument = (names: Names): string =>
  [
    '# Fields of the exchange file',
    '<!-- Made by `npm run fields` from `src/domain/land/fields/` and the names of the policy pack. -->',
    [
      'What an absent field and `null` mean, and how records refer to each other, is said in [the exchange file](exchange-file.md).',
      `A record is named by its \`id\`, a jurisdiction by its \`${keyOf('jurisdiction')}\`. Names are those of the pack`,
      '`zhengzhou-draft`, which also lists further names that are understood on import.',
    ].join('\n'),
    [
      '**public**: the public may see it. It may see what a park is and does and what planning announces; not money, who buys or',
      'rents, dealings between an office and a firm that are not over, assessments, nor free text; never boundary points or drafts.',
    ].join('\n'),
    [
      '**split / merge**: what pieces of a parcel have of its value, and what a merged parcel has of those of its parts; empty: all',
      'pieces the same, and of parts that differ the first one’s. `drop`: it is unknown from then on. Whatever differs or goes is said.',
    ].join('\n'),
    ...recordKinds.map((kind) => table(kind, names)),
  ].join('\n\n');
