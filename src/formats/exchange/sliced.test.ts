import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { ok } from '../../domain/outcome.ts';
import { parseJson } from './json.ts';
import { readExchange } from './read.ts';
import { asCollection } from './shape.ts';
import { readSliced } from './sliced.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const feature = (id: string, more: object = {}) => ({
  type: 'Feature',
  properties: { kind: 'parcel', id, ...more },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [113.6, 34.7],
        [113.601, 34.7],
        [113.601, 34.701],
        [113.6, 34.7],
      ],
    ],
  },
});
const collection = (features: readonly unknown[], more: object = {}) => ({
  type: 'FeatureCollection',
  ...more,
  features,
});

/** Everything of a collection, read feature by feature; null where it is not for that. */
const sliced = (text: string) =>
  readSliced(utf8(text), ({ features, ...members }) => ok({ ...members, features: [...features] }));
/** The same by one parse of the whole. */
function whole(text: string) {
  const json = parseJson(text);
  return json.ok ? asCollection(json.value) : json;
}

describe('a collection read feature by feature', () => {
  it('is the one read whole, whatever the text in it', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('"', '\\', '\\"', '{', ']', '园', '𡨸', '"features":['),
    );
    const features = fc.array(fc.record({ a: texts, b: fc.jsonValue({ maxDepth: 4 }) }), { maxLength: 6 });
    const members = fc.record({ title: texts, 'x-more': fc.jsonValue({ maxDepth: 4 }) });
    fc.assert(
      fc.property(features, members, members, fc.constantFrom(0, 1, '\t'), (rows, before, after, space) => {
        const value = {
          ...before,
          type: 'FeatureCollection',
          features: rows.map((row, i) => feature(`P${i}`, row)),
          后: after,
        };
        const text = JSON.stringify(value, null, space);
        expect(sliced(text)).toEqual(whole(text));
      }),
    );
  });

  it('is refused at the same place, wherever a character is missing or too many', () => {
    const text = JSON.stringify(collection([feature('A', { 名: '园"区' }), feature('B')], { title: '𡨸' }), null, 1);
    let [refused, same] = [0, 0];
    const characters = Array.from(text);
    const from = (a: number, b?: number) => characters.slice(a, b).join('');
    for (let i = 0; i < characters.length; i++)
      for (const broken of [from(0, i) + from(i + 1), `${from(0, i)}]${from(i)}`, from(0, i)]) {
        const [a, b] = [sliced(broken), whole(broken)];
        if (a === null) continue;
        expect(a.ok, broken).toBe(b.ok);
        if (a.ok || b.ok) {
          expect(a).toEqual(b);
          continue;
        }
        refused++;
        expect(a.refusal.code, broken).toBe(b.refusal.code);
        if (JSON.stringify(a) === JSON.stringify(b)) same++;
      }
    expect(refused).toBeGreaterThan(1000);
    expect(same / refused).toBeGreaterThan(0.9);
  });

  it('names the line after the features, and nesting beyond any GeoJSON', () => {
    const codeAt = (text: string) => {
      const result = sliced(text);
      return result === null || result.ok ? result : result.refusal;
    };
    const [head] = JSON.stringify(collection([feature('A')])).split(/\]\}$/);
    expect(codeAt(`${head}],\n"园区": x}`)).toEqual({
      code: 'not-json',
      params: { line: 2, column: 7, detail: 'syntax' },
    });
    expect(codeAt(`${head},\n {"a": [1, 园]}]}`)).toEqual({
      code: 'not-json',
      params: { line: 2, column: 12, detail: 'syntax' },
    });
    expect(codeAt(`${head},]}`)).toMatchObject({ code: 'not-json' });
    expect(codeAt(`${head},{"a":${'['.repeat(80)}`)).toMatchObject({ params: { detail: 'too-deep' } });
  });

  it.each([
    ['a feature that is none', '{"type":"FeatureCollection","features":[null]}'],
    ['features twice', '{"type":"FeatureCollection","features":[],"features":[1]}'],
    ['one feature', JSON.stringify(feature('A'))],
    ['an array', '[{"type":"FeatureCollection","features":[]}]'],
    ['features deeper', '{"type":"Topology","objects":{"features":[]}}'],
    ['another type', '{"type":"Other","features":[]}'],
  ])('is left to be read whole: %s', (_, text) => {
    expect(sliced(text)).toBeNull();
  });

  it('is left to be read whole where it is not UTF-8', () => {
    const bytes = utf8(JSON.stringify(collection([feature('A', { name: 'x' })])));
    bytes[bytes.indexOf('x'.charCodeAt(0), 60)] = 0xb0;
    expect(readSliced(bytes, () => ok(null))).toBeNull();
  });

  it('is how a large file is read, with the same result', () => {
    const value = collection([feature('A', { 面积: '1.5' }), feature('B', { parkId: 'P' })].slice(0, 1), {
      title: '甲',
    });
    const text = JSON.stringify(value);
    const at = text.indexOf('[{"type":"Feature"') + 1;
    const wide = `${text.slice(0, at)}${' '.repeat(33 * 1024 * 1024)}${text.slice(at)}`;
    expect(readExchange('a.geojson', utf8(wide), {})).toEqual(readExchange('a.geojson', utf8(text), {}));
  });
});
