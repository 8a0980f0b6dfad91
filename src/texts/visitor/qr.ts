import type { Language } from '../language.ts';

/** Words of the code for a notice board and of the sheet it is printed on. */
const zh = {
  title: '二维码',
  label: (name: string) => `二维码：${name}`,
  lead: '扫一扫，看园区位置、招租面积、联系方式和政策符合情况',
  leadMap: '扫一扫，看全市小微企业园地图',
  print: '打印张贴页',
  save: '存为 SVG',
  copy: '复制网址',
  copied: '网址已复制',
  notCopied: '浏览器不允许复制，请手工选取上面的网址。',
  none: '这个页面现在的网址别的手机打不开，所以不生成二维码。请在公布后的网址上打开，或请发布单位设置公开网址。',
  tooLong: '网址太长，二维码放不下。',
  failed: '二维码没有生成，请检查网络后重试。',
  day: (day: string) => `数据日期 ${day}`,
  approval: (number: string) => `审图号 ${number}`,
  sample: '示例数据',
  file: (name: string) => `${name}-二维码.svg`,
};

const en: typeof zh = {
  title: 'QR code',
  label: (name) => `QR code: ${name}`,
  lead: 'Scan to see where the park is, what is free, whom to call and how it stands by the policy',
  leadMap: 'Scan to see the map of small-enterprise parks',
  print: 'Print for a notice board',
  save: 'Save as SVG',
  copy: 'Copy address',
  copied: 'Address copied',
  notCopied: 'The browser does not allow copying: select the address above by hand.',
  none: 'No other phone could open the address this page has now, so no code is made. Open it where it is published, or have the publisher set its public address.',
  tooLong: 'The address is too long for a code.',
  failed: 'The code was not made: check the network and try again.',
  day: (day) => `Data of ${day}`,
  approval: (number) => `Map approval number ${number}`,
  sample: 'Sample data',
  file: (name) => `${name}-QR.svg`,
};

export const qrTexts: Readonly<Record<Language, typeof zh>> = { zh, en };
