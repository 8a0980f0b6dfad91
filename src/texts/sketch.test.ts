import { describe, expect, it } from 'vitest';
import { drawingSteps, sayFault, sayHint, saySnap, typedFieldName } from './sketch.ts';

describe('the drawing tools', () => {
  it('say why a place was snapped to and whose it is', () => {
    const of = { id: 'LX-0417', number: 4 };
    expect(saySnap('zh', 'vertex', of)).toBe('端点 LX-0417 界址点 J4');
    expect(saySnap('en', 'vertex', of)).toBe('vertex J4 of LX-0417');
    expect(saySnap('zh', 'extension', of)).toBe('延长线 LX-0417');
    expect(saySnap('en', 'parallel')).toBe('parallel');
  });

  it('say what is wrong, of a number that is typed and of a shape', () => {
    expect(sayFault('zh', { code: 'self-crossing', at: [1, 2] })).toBe('界线自相交');
    expect(sayFault('en', { code: 'not-a-number', at: null })).toBe('type a number, like 157.00');
    expect(sayFault('en', { code: 'not-a-number', at: [1, 2] })).toBe('a coordinate is not a valid number');
  });

  it('name each step with its record', () => {
    const said = (code: keyof typeof drawingSteps, params: Record<string, string | number>) =>
      (['zh', 'en'] as const).map((language) => drawingSteps[code][language](params));
    expect(said('vertex-moved', { id: 'A', number: 4 })).toEqual(['移动界址点 J4（A）', 'move point J4 of A']);
    expect(said('edge-moved', { id: 'A', number: 3, to: 4, distanceM: 23.614 })).toEqual([
      '平移 J3—J4 23.61 m（A）',
      'move edge J3–J4 of A by 23.61 m',
    ]);
    expect(said('shape-copied', { id: '1#', count: 3 })).toEqual(['复制 1#，3 个', 'copy 1# 3 times']);
  });

  it('say what comes next and what is typed', () => {
    expect(sayHint('zh', 'next-or-close')).toContain('Enter 闭合');
    expect(typedFieldName('en', 'azimuth')).toBe('Azimuth');
  });
});
