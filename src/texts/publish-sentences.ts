import type { Both, Word } from './language.ts';

/** What is expected of a setting of the published map. */
const expected: Readonly<Record<string, Word>> = {
  text: { zh: '一段文字', en: 'a text' },
  words: { zh: '一段文字，或 { zh: 中文, en: English }', en: 'a text, or { zh: 中文, en: English }' },
  'words-list': { zh: '一列文字或 { zh, en }', en: 'a list of texts or of { zh, en }' },
  'mail-or-https': { zh: 'mailto:… 或 https://…', en: 'mailto:… or https://…' },
  https: { zh: 'https://…', en: 'https://…' },
  names: { zh: '“中文: English”的列表', en: 'a map of 中文: English' },
  thinning: { zh: '1 到 100 之间的数（米）', en: 'a number from 1 to 100 (metres)' },
  digits: { zh: '4 到 6 之间的整数', en: 'a whole number from 4 to 6' },
};
const expectedOf = (code: string | number, language: 'zh' | 'en'): string => expected[code]?.[language] ?? String(code);

/** What `yuantu publish` says and refuses. */
export const publishSentences: Readonly<Record<string, Both>> = {
  published: {
    zh: (p) =>
      `已发布 ${p.parks} 个园区到 ${p.folder}（版本 ${p.version}）${p.left ? `；${p.left} 个未公布，没有写入` : ''}`,
    en: (p) =>
      `${p.parks} parks are published in ${p.folder} (version ${p.version})${p.left ? `; ${p.left} are not published and left out` : ''}`,
  },
  'settings-not-yaml': {
    zh: (p) => `设定文件 ${p.file} 第 ${p.line} 行读不通（${p.detail}），应为 YAML 的“名称: 内容”。`,
    en: (p) => `The settings ${p.file} cannot be read at line ${p.line} (${p.detail}); write YAML, "name: value".`,
  },
  'setting-unknown': {
    zh: (p) => `设定文件 ${p.file} 里没有“${p.setting}”这一项；可用：${p.known}。`,
    en: (p) => `The settings ${p.file} know no "${p.setting}"; there are ${p.known}.`,
  },
  'setting-bad': {
    zh: (p) => `设定文件 ${p.file} 的 ${p.setting} 是 ${p.value}，应为${expectedOf(p.expected, 'zh')}。`,
    en: (p) => `In the settings ${p.file}, ${p.setting} is ${p.value}; it must be ${expectedOf(p.expected, 'en')}.`,
  },
};
