import { tooManySheets } from '../texts/dossier/map-refusal.ts';
import type { Both, Language } from '../texts/language.ts';
import { planRefusals } from '../texts/plan-refusals.ts';
import { publishSentences } from '../texts/publish-sentences.ts';

/** What the system says, where it says it in a word. */
const causes: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  ENOENT: { zh: '没有这个文件或文件夹', en: 'there is no such file or folder' },
  EACCES: { zh: '没有权限', en: 'not permitted' },
  EPERM: { zh: '没有权限', en: 'not permitted' },
  ERR_STRING_TOO_LONG: { zh: '文件太大', en: 'it is too large' },
  EISDIR: { zh: '这是一个文件夹', en: 'it is a folder' },
  ENOTDIR: { zh: '上级不是文件夹', en: 'what it lies in is no folder' },
  ENOSPC: { zh: '磁盘已满', en: 'the disk is full' },
  ENAMETOOLONG: { zh: '文件名太长，系统打不开，请改短', en: 'the name is too long for the system; shorten it' },
  EMFILE: { zh: '同时打开的文件太多', en: 'too many files are open at once' },
  EROFS: { zh: '磁盘只读', en: 'the disk is read-only' },
};
const causeOf = (language: Language, detail: string | number): string =>
  Object.hasOwn(causes, detail) ? causes[detail][language] : String(detail);

/** Refusals of the command itself. */
export const cliSentences: Readonly<Record<string, Both>> = {
  ...planRefusals,
  fault: {
    zh: () => '程序出错，请把下面的文字告诉维护者：',
    en: () => 'The program failed; please tell the maintainers:',
  },
  'more-alike': {
    zh: (p) => `同类提示还有 ${p.count} 条，未逐条列出`,
    en: (p) => `and ${p.count} more of this kind, not listed`,
  },
  'no-such-command': {
    zh: (p) =>
      `没有命令 ${p.name}。可用：figures、check、screen、plan、ledger、layout、dossier、evidence、convert、repair、split、merge、snap、publish、serve（yuantu help 查看用法）。`,
    en: (p) =>
      `No command ${p.name}. There are figures, check, screen, plan, ledger, layout, dossier, evidence, convert, repair, split, merge, snap, publish and serve (see yuantu help).`,
  },
  'unknown-option': {
    zh: (p) => `${p.command} 没有选项 ${p.option}（yuantu ${p.command} --help 查看用法）。`,
    en: (p) => `${p.command} has no option ${p.option} (see yuantu ${p.command} --help).`,
  },
  'bad-option-value': {
    zh: (p) => `选项 ${p.option} 后面少了取值，或不该有取值（yuantu ${p.command} --help 查看用法）。`,
    en: (p) => `Option ${p.option} lacks its value, or takes none (see yuantu ${p.command} --help).`,
  },
  'bad-arguments': {
    zh: (p) => `参数有误：${p.detail}`,
    en: (p) => `Wrong arguments: ${p.detail}`,
  },
  'file-expected': {
    zh: (p) => `请给出文件：${p.usage}`,
    en: (p) => `Name a file: ${p.usage}`,
  },
  'one-file-expected': {
    zh: (p) => `一次修改一个文件，现给出 ${p.count} 个：${p.usage}；要一起改，请先合为一个：yuantu convert IN… OUT`,
    en: (p) =>
      `One file is changed at a time, not ${p.count}: ${p.usage}; to change several together, first make them one: yuantu convert IN… OUT`,
  },
  'one-file-checked': {
    zh: (p) => `--check 一次核验一个文件，多给了：${p.names}`,
    en: (p) => `--check takes one file; left over: ${p.names}`,
  },
  'files-called': {
    zh: (p) => `${p.name} 等 ${p.count} 个文件`,
    en: (p) => `${p.name} and ${Number(p.count) - 1} more`,
  },
  'bad-plan-option': {
    zh: (p) => `--${p.name} 的“${p.value}”不明白：写作 ${p.expected}。`,
    en: (p) => `--${p.name}: “${p.value}” is not understood; write ${p.expected}.`,
  },
  'out-or-json': {
    zh: () => '请用 --out 给出写入的文件夹，或用 --json 打印各表。',
    en: () => 'Say where to write with --out DIR, or print the tables with --json.',
  },
  'no-such-plan': {
    zh: (p) => (p.known === '' ? '文件里没有供应计划。' : `没有供应计划 ${p.plan}；有：${p.known}。`),
    en: (p) =>
      p.known === '' ? 'There is no supply plan in the file.' : `No supply plan ${p.plan}; there are ${p.known}.`,
  },
  ...publishSentences,
  'option-twice': {
    zh: (p) => `选项 ${p.option} 给出了不止一次，请只留一个。`,
    en: (p) => `Option ${p.option} is given more than once; keep one.`,
  },
  'bad-lang-option': {
    zh: (p) => `--lang ${p.value} 读不懂，可用 zh 或 en。`,
    en: (p) => `--lang ${p.value} cannot be read; use zh or en.`,
  },
  'bad-number-option': {
    zh: (p) => `--${p.name} ${p.value} 不是数字。`,
    en: (p) => `--${p.name} ${p.value} is not a number.`,
  },
  'option-too-small': {
    zh: (p) => `--${p.name} ${p.value} 太小，至少为 ${p.least}。`,
    en: (p) => `--${p.name} ${p.value} is too small; it takes ${p.least} or more.`,
  },
  'option-not-whole': {
    zh: (p) => `--${p.name} ${p.value} 不是整数。`,
    en: (p) => `--${p.name} ${p.value} is not a whole number.`,
  },
  'option-too-large': {
    zh: (p) => `--${p.name} ${p.value} 太大，至多为 ${p.most}。`,
    en: (p) => `--${p.name} ${p.value} is too large; it takes ${p.most} or less.`,
  },
  'line-in-degrees': {
    zh: () => '文件里是经纬度，--line 也请写经度,纬度。',
    en: () => 'The file is in degrees: write --line as longitude,latitude.',
  },
  'nothing-to-snap-onto': {
    zh: (p) =>
      p.onto === 'zones' ? '文件里没有画出的开发区界线，无从贴合。' : '文件里没有画出的镇（街道）界线，无从贴合。',
    en: (p) => `The file holds no boundary of ${p.onto} to fit the parcels to.`,
  },
  'output-unwritable': {
    zh: (p) => `输出写不下去：${causeOf('zh', p.detail)}。`,
    en: (p) => `The output cannot be written: ${causeOf('en', p.detail)}.`,
  },
  'no-parks': {
    zh: (p) => `${p.name} 里没有园区，没有逐条判定；宗地面积请用 yuantu figures`,
    en: (p) => `${p.name} holds no park: no clause was judged. yuantu figures gives the areas of its parcels`,
  },
  'option-expected': {
    zh: (p) => `缺少选项 ${p.option}：${p.usage}（yuantu ${p.command} --help 查看选项）`,
    en: (p) => `The option ${p.option} is missing: ${p.usage} (see yuantu ${p.command} --help)`,
  },
  'one-way-expected': {
    zh: () => '怎样分割请写一种：--line（沿线）、--parts（等分）或 --areas（按面积）。',
    en: () => 'Say in one way how to split: --line (along a line), --parts (equal parts) or --areas (to areas).',
  },
  'bad-choice-option': {
    zh: (p) => `--${p.name} ${p.value} 读不懂，可用：${p.expected}。`,
    en: (p) => `--${p.name} ${p.value} cannot be read; use one of: ${p.expected}.`,
  },
  'not-on-land': {
    zh: (p) => `--kept ${p.value} 不在这块地上；${p.there === '' ? '地上没有建筑' : `地上有：${p.there}`}。`,
    en: (p) =>
      `--kept ${p.value} does not stand on this land; ${p.there === '' ? 'nothing does' : `there are: ${p.there}`}.`,
  },
  'map-takes-too-many-sheets': tooManySheets,
  'bad-line-option': {
    zh: (p) => `--line "${p.value}" 读不懂，应为两个以上的点，形如 "113.60,34.70 113.61,34.71"。`,
    en: (p) => `--line "${p.value}" cannot be read; write two points or more, like "113.60,34.70 113.61,34.71".`,
  },
  'output-expected': {
    zh: (p) => `--yes 要写入，请给出输出文件：${p.usage}`,
    en: (p) => `--yes writes: name the output: ${p.usage}`,
  },
  'file-unreadable': {
    zh: (p) => `读不到文件 ${p.name}：${causeOf('zh', p.detail)}。`,
    en: (p) => `Cannot read ${p.name}: ${causeOf('en', p.detail)}.`,
  },
  'name-undecodable': {
    zh: (p) => `文件名不是 UTF-8 编码，打不开：${p.name}（\ufffd 处读不出）。请改名后再试。`,
    en: (p) => `The name is not in UTF-8 and cannot be opened: ${p.name} (unreadable at \ufffd). Rename the file.`,
  },
  'no-boundaries': {
    zh: (p) => `${p.name} 里没有画出的宗地界线，无从修改。`,
    en: (p) => `${p.name} holds no drawn boundary of a parcel: there is nothing to change.`,
  },
  written: { zh: (p) => `已写入 ${p.name}`, en: (p) => `written: ${p.name}` },
  'empty-folder': {
    zh: (p) => `文件夹 ${p.name} 里没有能读的文件（子文件夹不看）。`,
    en: (p) => `The folder ${p.name} holds no file that can be read (folders in it are not looked into).`,
  },
  'file-unwritable': {
    zh: (p) => `写不了文件 ${p.name}：${causeOf('zh', p.detail)}。`,
    en: (p) => `Cannot write ${p.name}: ${causeOf('en', p.detail)}.`,
  },
  'bad-report-format': {
    zh: (p) => `写不出 ${p.name}：一园一策可写成 .docx、.xlsx 或 .json。`,
    en: (p) => `Cannot write ${p.name}: a dossier is a .docx, .xlsx or .json file.`,
  },
  'old-excel': {
    zh: (p) => `不写旧版 Excel：${p.name} 请改为 .xlsx。`,
    en: (p) => `The old Excel format is not written: name ${p.name} .xlsx instead.`,
  },
  'no-such-park': {
    zh: (p) => `${p.name} 里没有编号或名称为 ${p.id} 的园区。`,
    en: (p) => `${p.name} holds no park with the id or name ${p.id}.`,
  },
  'same-file': {
    zh: (p) => `输出会覆盖输入 ${p.name}，请换一个文件名。`,
    en: (p) => `The output would overwrite the input ${p.name}; choose another name.`,
  },
  'file-refused': {
    zh: (p) => (p.name === undefined ? String(p.why) : `${p.name}：${p.why}`),
    en: (p) => (p.name === undefined ? String(p.why) : `${p.name}: ${p.why}`),
  },
  'bad-datum-option': {
    zh: (p) => `--datum ${p.value} 读不懂，可用 gcj02、bd09 或 as-is（按原值）。`,
    en: (p) => `--datum ${p.value} cannot be read; use gcj02, bd09 or as-is.`,
  },
  'txt-option-elsewhere': {
    zh: (p) => `--encoding、--unit、--closing、--rings、--prefix、--decimals 只用于写界址点 TXT，${p.name} 不是 .txt。`,
    en: (p) =>
      `--encoding, --unit, --closing, --rings, --prefix and --decimals are for writing a .txt; ${p.name} is none.`,
  },
  'bad-crs-option': {
    zh: (p) => `--crs ${p.value} 读不懂，应形如 EPSG:4526。`,
    en: (p) => `--crs ${p.value} cannot be read; write it like EPSG:4526.`,
  },
  'bad-precision-option': {
    zh: (p) => `--${p.name} ${p.value} 读不懂，应为大于 0、不超过 ${p.most} 的数。`,
    en: (p) => `--${p.name} ${p.value} cannot be read; write a number above 0, at most ${p.most}.`,
  },
  'precision-or-scale': {
    zh: () => '--precision（界址点中误差，米）和 --scale（底图比例尺分母）只能给一个。',
    en: () => 'Give --precision (standard error of a point, metres) or --scale (denominator of the map), not both.',
  },
  'bad-date-option': {
    zh: (p) => `--date ${p.value} 不是有效日期，应形如 2026-01-31。`,
    en: (p) => `--date ${p.value} is not a date; write it like 2026-01-31.`,
  },
  'bad-port-option': {
    zh: (p) => `--port ${p.value} 不是端口号，应为 1–65535。`,
    en: (p) => `--port ${p.value} is not a port number from 1 to 65535.`,
  },
  'no-such-policy': {
    zh: (p) => `没有政策包 ${p.id}。现有：${p.known}。`,
    en: (p) => `No policy pack ${p.id}. There is: ${p.known}.`,
  },
  'no-policy-then': {
    zh: (p) => `${p.date} 还没有可用的政策包；要用哪一个，请写 --policy。现有：${p.known}。`,
    en: (p) => `There is no policy pack for ${p.date}; name one with --policy. There is: ${p.known}.`,
  },
  'no-such-figure': {
    zh: (p) => `政策包里没有筛查标准 ${p.name}。现有：${p.known}。`,
    en: (p) => `The pack has no figure ${p.name} to screen by. There is: ${p.known}.`,
  },
  'no-rules': {
    zh: (p) => `《${p.title}》的正文没有收录，没有可以检验的规则。`,
    en: (p) => `The text of ${p.title} is not at hand: there is no rule to check.`,
  },
  'bad-pack': {
    zh: (p) => `政策包有误：${p.where}，${p.detail}`,
    en: (p) => `The policy pack is wrong: ${p.where}, ${p.detail}`,
  },
  'port-taken': {
    zh: (p) => `端口 ${p.port} 已被占用：请先停掉占用它的程序，或换一个端口（--port 8081）。`,
    en: (p) => `Port ${p.port} is taken: stop the program that holds it, or use another (--port 8081).`,
  },
  'port-not-allowed': {
    zh: (p) => `没有权限使用端口 ${p.port}，请换 1024 以上的端口。`,
    en: (p) => `Port ${p.port} is not allowed for this user; take one above 1024.`,
  },
  'host-needs-accounts': {
    zh: (p) => `目前只在本机开放（127.0.0.1），不能绑定 ${p.host}：对外服务需要先有账户。`,
    en: (p) => `Only this computer is served for now (127.0.0.1), not ${p.host}: serving others needs accounts first.`,
  },
  'not-built': {
    zh: () => '页面还没有构建：请先运行 npm start。',
    en: () => 'The page is not built yet: run npm start first.',
  },
};
