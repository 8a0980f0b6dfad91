import fc from 'fast-check';
import jsQR from 'jsqr';
import { describe, expect, test } from 'vitest';
import { lastingAddress } from './address.ts';
import { qrDrawing, type QrDrawing } from './code.ts';

/** The path drawn as a camera would see it, `scale` pixels a module, and read by a decoder that shares nothing with us. */
function readBack({ size, path }: QrDrawing, scale = 4): string | undefined {
  const side = size * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y, wide] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++)
      for (let column = Number(x) * scale; column < (Number(x) + Number(wide)) * scale; column++)
        pixels.set([0, 0, 0], 4 * (row * side + column));
  return jsQR(pixels, side, side)?.data;
}

describe('QR code', () => {
  test('is read back by another decoder, whatever the address', () => {
    const address = fc.webUrl({ withFragments: true }).filter((url) => url.length < 300);
    fc.assert(
      fc.property(address, (url) => {
        expect(readBack(qrDrawing(url)!)).toBe(url);
      }),
      { numRuns: 25 },
    );
    expect(readBack(qrDrawing('https://例.中国/园图/#park=柳溪')!)).toBe('https://例.中国/园图/#park=柳溪');
  });

  test('has its quiet zone, and says so where a text is too long', () => {
    const { size, path } = qrDrawing('https://example.org/')!;
    const starts = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, y, wide]) => [
      Number(x),
      Number(y),
      Number(wide),
    ]);
    expect(Math.min(...starts.map(([x]) => x))).toBe(4);
    expect(Math.max(...starts.map(([x, , wide]) => x + wide))).toBe(size - 4);
    expect(Math.min(...starts.map(([, y]) => y))).toBe(4);
    expect(readBack(qrDrawing('x'.repeat(2331))!)).toHaveLength(2331);
    expect(qrDrawing('x'.repeat(2332))).toBeNull();
    expect(qrDrawing('园'.repeat(778))).toBeNull();
  });
});

describe('the address on a wall', () => {
  test('is the office’s, else the page’s own without what was looked for', () => {
    expect(lastingAddress('https://parks.example.cn/map/', 'http://127.0.0.1:4840/', 'liuxi')).toBe(
      'https://parks.example.cn/map/#park=liuxi',
    );
    expect(lastingAddress(null, 'https://h.example/a/index.html?lang=en#q=柳', null)).toBe('https://h.example/a/');
  });

  test('is none where no other phone would get there', () => {
    for (const page of ['http://localhost:8080/', 'http://127.0.0.1:8080/', 'file:///home/a/index.html'])
      expect(lastingAddress(null, page, null)).toBeNull();
  });
});
