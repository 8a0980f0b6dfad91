import { expect, test } from 'vitest';
import { namedRecord } from './named.ts';

test('a record goes by its name alone where its id ends in it and no other is called so', () => {
  const named = (id: string, name?: string, others: { id: string; name?: string }[] = []) =>
    namedRecord({ id, name }, [{ id, name }, ...others], 'zh');
  expect(named('P04-1#', '1#')).toBe('1#');
  expect(named('1#', '1#')).toBe('1#');
  expect(named('P04-1#', '1#', [{ id: 'P04-2#', name: '2#' }])).toBe('1#');
  expect(named('A-1#', '1#', [{ id: 'B-1#', name: '1#' }])).toBe('1#（A-1#）');
  // The end of a number is no name in it.
  expect(named('B11', '1')).toBe('1（B11）');
  expect(named('P04-11#', '1#')).toBe('1#（P04-11#）');
  expect(named('P04-1#', '主厂房')).toBe('主厂房（P04-1#）');
  expect(named('P04-1#')).toBe('P04-1#');
  expect(namedRecord({ id: 'A', name: 'works' }, [], 'en')).toBe('works (A)');
});
