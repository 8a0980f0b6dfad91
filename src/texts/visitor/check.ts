import type { Language } from '../language.ts';

const zh = {
  title: '自己核验',
  lead: '用与发布单位相同的程序，在您的设备上从公布的地块记录重新计算面积、容积率并逐条对照政策，再与公布的数字和结论逐一比较。需要另外下载程序和记录。',
  start: '开始核验',
  again: '再核验一次',
  stop: '停止',
  stopped: '已停止，没有结论。',
  steps: { fetching: '正在下载记录', measuring: '正在量算', judging: '正在逐条判断' },
  percent: (done: number) => `${Math.floor(done * 100)}%`,
  agree: (parks: number, figures: number, findings: number) =>
    `全部一致：${parks} 个园区，${figures} 个数字，${findings} 条结论。`,
  beyond: (count: number) => `另有 ${count} 项取决于不公布的精确界址，不在此比较。`,
  differ: (differing: number, parks: number) => `${parks} 个园区中有 ${differing} 个与公布的不一致。`,
  judgedBy: (policy: string, date: string) => `政策包 ${policy}，判断日期 ${date}`,
  showAll: (parks: number) => `列出一致的园区（${parks} 个）`,
  same: '一致',
  different: '不一致',
  places: { check: '核验文件', list: '列表', card: '卡片', records: '地块记录' },
  what: { landM2: '用地面积（m²）', floorM2: '建筑面积（m²）', plotRatio: '容积率' },
  absent: (place: string) => `${place}里没有这个园区`,
  figure: (place: string, what: string, published: string, anew: string) =>
    `${what}：${place}公布 ${published}，重算 ${anew}`,
  finding: (rule: string, published: string, anew: string) => `规则 ${rule}：公布${published}，重判${anew}`,
  worst: (published: string, anew: string) => `总体结论：列表公布${published}，重判${anew}`,
  count: (outcome: string, published: number, anew: number) => `${outcome}：卡片公布 ${published} 条，重判 ${anew} 条`,
  none: '无',
  unchecked: {
    'not-fetched': (file: string, status: string) => `没有核验：${file} 没有下载到（${status}）。请检查网络后重试。`,
    'not-read': (file: string, detail: string) => `没有核验：${file} 读不出来（${detail}）。请告诉发布单位。`,
    'no-such-policy': (policy: string) => `没有核验：这个页面没有政策包 ${policy}，请刷新页面后重试。`,
  },
  noAnswer: '没有应答',
  fault: (message: string) => `没有核验：程序出错（${message}）。请刷新页面后重试。`,
};

const en: typeof zh = {
  title: 'Check it yourself',
  lead: 'The publisher’s own program computes areas and plot ratios anew on your device, from the published records, judges them clause by clause and compares all of it with what is published. Program and records are downloaded first.',
  start: 'Check',
  again: 'Check again',
  stop: 'Stop',
  stopped: 'Stopped, with no result.',
  steps: { fetching: 'Fetching the records', measuring: 'Measuring', judging: 'Judging clause by clause' },
  percent: (done) => `${Math.floor(done * 100)} %`,
  agree: (parks, figures, findings) => `All agree: ${parks} parks, ${figures} figures, ${findings} findings.`,
  beyond: (count) =>
    `${count} more ${count === 1 ? 'rests' : 'rest'} on exact boundaries, which are not published, and ${count === 1 ? 'is' : 'are'} not compared.`,
  differ: (differing, parks) => `${differing} of ${parks} parks differ from what is published.`,
  judgedBy: (policy, date) => `Policy pack ${policy}, judged for ${date}`,
  showAll: (parks) => `List the parks that agree (${parks})`,
  same: 'Agrees',
  different: 'Differs',
  places: { check: 'check file', list: 'list', card: 'card', records: 'records' },
  what: { landM2: 'Land (m²)', floorM2: 'Floor area (m²)', plotRatio: 'Plot ratio' },
  absent: (place) => `Not in the ${place}`,
  figure: (place, what, published, anew) => `${what}: ${published} in the ${place}, ${anew} computed`,
  finding: (rule, published, anew) => `Rule ${rule}: published as ${published}, judged ${anew}`,
  worst: (published, anew) => `Verdict: ${published} in the list, judged ${anew}`,
  count: (outcome, published, anew) => `${outcome}: ${published} on the card, ${anew} judged`,
  none: 'none',
  unchecked: {
    'not-fetched': (file, status) => `Not checked: ${file} did not come (${status}). Check the network and try again.`,
    'not-read': (file, detail) => `Not checked: ${file} cannot be read (${detail}). Please tell the publisher.`,
    'no-such-policy': (policy) => `Not checked: this page has no policy pack ${policy}. Reload it and try again.`,
  },
  noAnswer: 'no answer',
  fault: (message) => `Not checked: the program failed (${message}). Reload the page and try again.`,
};

export type CheckTexts = typeof zh;
export const checkTexts: Readonly<Record<Language, CheckTexts>> = { zh, en };
