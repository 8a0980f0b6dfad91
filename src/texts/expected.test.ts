import { expect, it } from 'vitest';
import { fieldsOfKind, kindNames } from '../domain/land/fields/kinds.ts';
import type { FieldType } from '../domain/land/fields/type.ts';
import { nameOf } from '../domain/land/fields/type-name.ts';
import { expectedText } from './expected.ts';

const typesOf = (type: FieldType): FieldType[] => [
  type,
  ...(type.is === 'record' ? Object.values(type.fields).flatMap(typesOf) : []),
  ...(type.is === 'list' || type.is === 'nullable' ? typesOf(type.of) : []),
];

it('says of every field of the exchange file in words what it holds', () => {
  const all = kindNames.flatMap((kind) => Object.values(fieldsOfKind(kind)).flatMap(typesOf));
  const names = new Set(
    all
      .filter(({ is }) => is !== 'record')
      .map(nameOf)
      .filter((name) => !name.includes('{')),
  );
  expect(names.size).toBeGreaterThan(12);
  for (const name of names) {
    expect(expectedText('zh', name), name).toMatch(/[一-鿿]/);
    expect(expectedText('zh', name), name).not.toMatch(/number|integer|list of|boolean|>=|\.\./);
    expect(expectedText('en', name), name).not.toMatch(/integer|>= |\|/);
  }
});

it.each([
  ['number >= 0', '不小于 0 的数', 'a number of zero or more'],
  ['number 0..1', '0 到 1 之间的数', 'a number from 0 to 1'],
  ['list of number >= 0', '列表，每项为不小于 0 的数', 'a list, each item a number of zero or more'],
  ['integer >= 1 or null', '不小于 1 的整数，或 null', 'a whole number of 1 or more, or null'],
  ['a|b-c', 'a、b-c 之一', 'one of a, b-c'],
  ['[2] (storeys)', '2 项，与层数 storeys 相同', '2 items, as many as storeys'],
  ['38', '38', '38'],
])('%s', (token, zh, en) => {
  expect(expectedText('zh', token)).toBe(zh);
  expect(expectedText('en', token)).toBe(en);
});
