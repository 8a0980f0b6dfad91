import { describe, expect, it } from 'vitest';
import { basisText } from './bases.ts';

describe('the basis of a figure', () => {
  it('is none of one name where its parts are on different bases', () => {
    expect(basisText('zh', 'landArea', 'plane')).toBe('平面面积');
    expect(basisText('zh', 'landArea', 'plane', ['mixed-bases'])).toBe('部分登记面积、部分计算面积');
    expect(basisText('en', 'landArea', 'plane', ['mixed-bases'])).toBe('partly registered, partly computed');
  });
});
