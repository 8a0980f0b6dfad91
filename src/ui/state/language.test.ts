import { afterEach, expect, it, vi } from 'vitest';
import { keepLanguage, openingLanguage } from './language.ts';

afterEach(() => vi.unstubAllGlobals());

function browser(...languages: readonly string[]) {
  const kept = new Map<string, string>();
  vi.stubGlobal('navigator', { languages });
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
}

it.each([
  [['en-GB', 'zh-CN'], 'en'],
  [['zh-TW', 'en'], 'zh'],
  [['de-DE', 'en-US', 'zh'], 'en'],
  [['ja'], 'zh'],
  [[], 'zh'],
])('a browser that asks for %j is shown %s', (asked, shown) => {
  browser(...asked);
  expect(openingLanguage(null)).toBe(shown);
});

it('what was chosen counts more than what the browser asks for, and what the address asks for most', () => {
  browser('en-US');
  keepLanguage('zh');
  expect([openingLanguage(undefined), openingLanguage('fr'), openingLanguage('en')]).toEqual(['zh', 'zh', 'en']);
});
