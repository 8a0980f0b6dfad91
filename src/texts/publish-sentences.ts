import type { Both, Word } from './language.ts';

/** What is expected of a setting of the published map. */
const expected: Readonly<Record<string, Word>> = {
  text: { zh: '一段文字', en: 'a text' },
  words: { zh: '一段文字，或 { zh: 中文, en: English }', en: 'a text, or { zh: 中文, en: English }' },
  'words-list': { zh: '一列文字或 { zh, en }', en: 'a list of texts or of { zh, en }' },
  'mail-or-https': { zh: 'mailto:… 或 https://…', en: 'mailto:… or https://…' },
  https: { zh: 'https://…', en: 'https://…' },
  classes: {
    zh: '“体系/代码”的列表，如 planning-guide-2023/1307',
    en: 'a list of system/code such as planning-guide-2023/1307',
  },
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
  'published-in-part': {
    zh: (p) =>
      `${p.count} 个园区里有不上图的地块（军事用地或 withheldClasses）：${p.names}。这些地块不在轮廓、图块和核验记录里，受其影响的面积、比例和结论都不公布；用地分类有误的请改正后重新发布`,
    en: (p) =>
      `${p.count} ${Number(p.count) === 1 ? 'park holds' : 'parks hold'} land that no map shows (of the armed forces, or by withheldClasses): ${p.names}. It is in no outline, tile or record, and areas, ratios and findings that rest on it are not published; where the land class is wrong, mend it and publish again`,
  },
  'published-among-others': {
    zh: (p) => `${p.folder} 里还有不是发布出来的文件，放到网上就一并公开了：${p.names}。请移走，或发布到空文件夹`,
    en: (p) =>
      `${p.folder} holds other files too, which go public with the map: ${p.names}. Take them away, or publish into an empty folder`,
  },
  'published-without-address': {
    zh: () =>
      '没有设定网址（address）：网页和订阅里是相对地址，没有 sitemap.xml、规范网址（canonical）和张贴用的二维码地址',
    en: () =>
      'No address is set: pages and feeds have relative links, and there is no sitemap.xml, no canonical address, none for codes on a wall',
  },
  'published-without-approval': {
    zh: () => '没有设定审图号（mapApproval）：公开的地图要有',
    en: () => 'No map approval number 审图号 (mapApproval) is set: a public map must have one',
  },
  'versions-gone': {
    zh: (p) => `旧版数据已删去：${p.versions}`,
    en: (p) => `Versions of the data taken away: ${p.versions}`,
  },
  'page-not-built': {
    zh: () => '地图网页还没有构建：先运行 npm run build，或用 --data-only 只写数据和文字页。',
    en: () =>
      'The page of the map is not built: run npm run build first, or write data and text alone with --data-only.',
  },
  'no-page-in-folder': {
    zh: (p) => `${p.folder} 里没有网页（index.html）：请给出 yuantu publish 写成的文件夹。`,
    en: (p) => `${p.folder} holds no page (index.html): name a folder that yuantu publish wrote.`,
  },
  'bad-backdrop': {
    zh: (p) => `${p.file} 不是底图：应为 GeoJSON 的 FeatureCollection。`,
    en: (p) => `${p.file} is no base map: a GeoJSON FeatureCollection is expected.`,
  },
  'bad-keep-option': {
    zh: (p) => `--keep ${p.value} 读不懂，应为不小于 1 的整数。`,
    en: (p) => `--keep ${p.value} cannot be read; write a whole number of 1 or more.`,
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
