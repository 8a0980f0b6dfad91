import fc from 'fast-check';
import { expect, it } from 'vitest';
import { jsonPieces } from './json-pieces.ts';

it('says in pieces what is said in one go', () => {
  const documents = fc.dictionary(fc.string(), fc.oneof(fc.jsonValue(), fc.constant(undefined)), { maxKeys: 6 });
  fc.assert(
    fc.property(fc.oneof(documents, fc.array(fc.jsonValue())), (document) => {
      expect([...jsonPieces(document)].join('')).toBe(JSON.stringify(document, null, 2));
    }),
  );
});
