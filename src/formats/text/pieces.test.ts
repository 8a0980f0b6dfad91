import fc from 'fast-check';
import iconv from 'iconv-lite';
import { expect, it } from 'vitest';
import { encodeGbk } from './gbk.ts';
import { encodedPieces, utf8Pieces } from './pieces.ts';

const words = fc.array(fc.constantFrom('园区', 'a', '', '\r\n', '低效用地'.repeat(9000), '𡨸'), { maxLength: 12 });

it('is what the pieces say together, encoded whole', () => {
  fc.assert(
    fc.property(words, (pieces) => {
      const text = pieces.join('');
      expect(Buffer.from(utf8Pieces(pieces)).toString('utf8')).toBe(text);
      const gbk = encodedPieces(pieces, encodeGbk);
      // A character GBK has not, wherever it stands.
      expect(gbk === null).toBe(text.includes('𡨸'));
      if (gbk) expect(Buffer.from(gbk).equals(iconv.encode(text, 'gbk'))).toBe(true);
    }),
  );
});
