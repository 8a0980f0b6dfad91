import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { jsonFault } from './json-fault.ts';

/** What the engine says: null for JSON, the index where its message has one, `?` where it has none. */
function engine(text: string): number | null | '?' {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    const { message } = error as Error;
    if (message === 'Unexpected end of JSON input') return text.length;
    const position = /position (\d+)/.exec(message);
    return position ? Number(position[1]) : '?';
  }
}

describe('where a text stops being JSON', () => {
  it.each<[string, number | null]>([
    ['{"a": [1, -0.5e+3, true, null, "\\u56ed\\n"]}', null],
    ['', 0],
    ['{', 1],
    ['[1,]', 3],
    ['{"a":1,}', 7],
    ['{a:1}', 1],
    ['{"a" 1}', 5],
    ['[01]', 2],
    ['[1 2]', 3],
    ['[1}', 2],
    ["['a']", 1],
    ['["a\n"]', 3],
    ['["\\x"]', 2],
    ['[NaN]', 1],
    ['[1] x', 4],
    ['["园区', 4],
    ['\u00a0[]', 0],
  ])('%j: %s', (text, at) => {
    expect(jsonFault(text)).toBe(at);
    expect(engine(text) === null).toBe(at === null);
  });

  it('is where the engine says, wherever it says, whatever character is changed', () => {
    const characters = fc.constantFrom(...'{}[],:"\\ 0-.e1tfnu\n园');
    let told = 0;
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), fc.nat(), characters, fc.boolean(), (value, where, c, replace) => {
        const text = JSON.stringify(value);
        const at = where % (text.length + 1);
        const broken = text.slice(0, at) + c + text.slice(replace ? at + 1 : at);
        const said = engine(broken);
        const found = jsonFault(broken);
        expect(found === null, broken).toBe(said === null);
        if (typeof said !== 'number' || found === null) return;
        told++;
        // Of an escape or a number the engine names a character further in.
        expect(Math.abs(found - said), `${broken} ${found} ${said}`).toBeLessThanOrEqual(6);
        // What stands before the place can still become JSON: the engine finds nothing wrong with it but its end.
        const before = engine(broken.slice(0, found));
        if (typeof before === 'number') expect(before).toBeGreaterThanOrEqual(found - 6);
      }),
      { numRuns: 2000 },
    );
    expect(told).toBeGreaterThan(300);
  });
});
