import { pinyin } from 'pinyin-pro';

const said = (name: string, pattern: 'pinyin' | 'first'): string =>
  pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true, pattern })
    .join('')
    .toLowerCase()
    .replace(/\s+/g, '');

/** `柳溪镇 3` → `liuxizhen3 lxz3`: syllables without tones run together, then initials; what is no Chinese stays in both. */
export const pinyinOf = (name: string): string => `${said(name, 'pinyin')} ${said(name, 'first')}`;
